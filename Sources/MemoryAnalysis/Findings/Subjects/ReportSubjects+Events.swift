internal import MemorySections

/// Panics and kills for memory that lie before the capture.
extension ReportSubjects {
  /// A panic; of one that names a zone, what the zone's family holds at the capture.
  func panic(_ member: String, _ panic: Panic) -> Subject {
    let zone = panic.suspectedZone
    // zprint prints the blanks of a name as dots.
    let name = zone.map { String($0.name.map { $0 == " " ? "." : $0 }) }
    var subject = Subject(name: name ?? "panic")
    let row = Evidence(member: member, line: panic.line, text: String(panic.message.prefix(160)))
    subject.set(.cause, word: zone == nil ? "other" : "zoneMapExhausted", [row])
    subject.set(.message, word: String(panic.message.prefix(160)), [row])
    subject.set(.panicBytes, zone?.size)
    subject.set(.panicElements, zone?.elements.map(Double.init))
    if let name, case .known(let families, _) = zones(),
      let family = families.first(where: { $0.name == NameDictionary.standard.family(of: name) })
    {
      subject.copy(.bytes, from: family)
      subject.copy(.elements, from: family)
    }
    return subject
  }

  func jetsam(_ member: String, _ jetsam: Jetsam) -> Subject {
    var subject = Subject(name: jetsam.time ?? "an unknown time")
    let used = jetsam.zoneMapSize
    let text = [used, jetsam.zoneMapCapacity].compactMap { $0 }.map { SizeText.short($0.bytes) }
    let row = Evidence(
      member: member, line: used?.line, text: "zone map " + text.joined(separator: " of "))
    subject.set(.zoneMapBytes, used, [row])
    subject.set(.zoneMapCapacityBytes, jetsam.zoneMapCapacity)
    subject.set(.zoneMapShare, used, of: jetsam.zoneMapCapacity, [row])
    subject.set(.largestZone, word: jetsam.largestZone)
    subject.set(.largestZoneBytes, jetsam.largestZoneSize)
    return subject
  }
}
