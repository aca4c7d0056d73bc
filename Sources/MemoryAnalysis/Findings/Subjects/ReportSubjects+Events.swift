internal import AllocationBalance
internal import MemorySections

/// Panics and kills for memory before the capture.
extension ReportSubjects {
  /// The panics; those that name a zone have the size of the zone's family at the capture.
  func panics() -> [Subject] {
    let panics = snapshot.distinctPanics
    var families: [String: Subject] = [:]
    if panics.contains(where: { $0.panic.zone != nil }), case .known(let zones, _) = zones() {
      families = Dictionary(zones.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return panics.map { panic($0.member, $0.panic, families) }
  }

  private func panic(_ member: String, _ panic: Panic, _ families: [String: Subject]) -> Subject {
    let zone = panic.zone
    var subject = Subject(name: panic.subjectName)
    subject.set(.platform, word: platform)
    subject.size = zone?.size
    let message = panic.shortMessage
    let rows = panic.evidence(in: member)
    subject.set(.cause, word: panic.kind.cause, rows)
    subject.set(.message, word: message.isEmpty ? nil : message)
    subject.set(.panicBytes, zone?.size)
    subject.set(.panicElements, zone?.elements.map(Double.init))
    if zone != nil,
      let family = families[NameDictionary.standard.family(of: panic.subjectName)]
    {
      subject.copy(.bytes, from: family)
      subject.copy(.elements, from: family)
    }
    subject.set(.atCapture, word: atCapture(subject))
    subject.set(.held, word: panic.heldWords)
    subject.set(.circumstances, word: panic.circumstances)
    if let compressor = panic.compressor {
      let row = Evidence(member: member, line: compressor.line, text: compressor.words)
      subject.set(.compressorState, word: compressor.state, [row])
      subject.set(.compressor, word: compressor.words)
    }
    return subject
  }

  /// The size of the zone's family at the capture, in words.
  private func atCapture(_ subject: Subject) -> String {
    guard case .number(let bytes)? = subject.measures[.bytes]?.value,
      let size = Int(exactly: bytes)
    else { return "what the zone holds at the capture is not known" }
    var words = "at the capture \(SizeText.short(size))"
    if case .number(let number)? = subject.measures[.elements]?.value,
      let count = Int(exactly: number)
    {
      words += " in \(SizeText.exact(count)) elements"
    }
    return words
  }

  /// An event that killed processes for memory.
  func jetsam(_ member: String, _ jetsam: Jetsam) -> Subject {
    fullZoneMap(
      at: jetsam.time, in: member, used: jetsam.zoneMapSize, of: jetsam.zoneMapCapacity,
      largest: jetsam.largestZone, jetsam.largestZoneSize)
  }

  /// The fullest state of the zone map in a kernel log; nil when the log gives no size.
  func kernelLog(_ member: String, _ log: KernelLog) -> Subject? {
    log.fullest.map { fullest in
      fullZoneMap(
        at: fullest.time, in: member, used: fullest.zoneMapSize, of: fullest.zoneMapCapacity,
        largest: fullest.largestZone, fullest.largestZoneSize)
    }
  }

  private func fullZoneMap(
    at time: String?, in member: String, used: Quantity?, of capacity: Quantity?,
    largest: String?, _ largestSize: Quantity?
  ) -> Subject {
    var subject = Subject(name: time ?? "an unknown time")
    let text = [used, capacity].compactMap { $0 }.map { SizeText.short($0.bytes) }
    let row = Evidence(
      member: member, line: used?.line, text: "zone map " + text.joined(separator: " of "))
    subject.set(.zoneMapBytes, used, [row])
    subject.set(.zoneMapCapacityBytes, capacity)
    subject.set(.zoneMapShare, used, of: capacity, [row])
    subject.set(.largestZone, word: largest)
    subject.set(.largestZoneBytes, largestSize)
    return subject
  }
}
