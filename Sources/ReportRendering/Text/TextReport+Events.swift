internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// Panics and kills for memory that lie before the capture.
extension TextReport {
  func events() -> [String] {
    let panics = list(snapshot.panics.map(panic), { $0 }, more: "panics")
    let kills = list(snapshot.jetsamEvents.map(jetsam), { $0 }, more: "kills for memory")
    let lines = panics + kills
    return lines.isEmpty ? [] : [style.heading("Before the capture")] + lines
  }

  private func panic(_ member: String, _ panic: Panic) -> String {
    var words = ["panic"]
    if let zone = panic.suspectedZone {
      let size = zone.size.map { " of \(SizeText.short($0.bytes))" } ?? ""
      let elements = zone.elements.map { ", \(SizeText.exact($0)) elements" } ?? ""
      words.append("zone map exhausted, the kernel suspects zone \(zone.name)\(size)\(elements)")
      if let now = current(zone.name) { words.append("the zone now holds \(now)") }
    } else {
      words.append(String(panic.message.prefix(120)))
    }
    let source = place(Source(member: member, line: panic.line))
    return "  " + Printable.line(words.joined(separator: ": ") + " (\(source))")
  }

  private func jetsam(_ member: String, _ jetsam: Jetsam) -> String {
    var words = ["processes killed for memory"]
    if let time = jetsam.time { words.append(time) }
    if let size = jetsam.zoneMapSize, let capacity = jetsam.zoneMapCapacity {
      words.append(
        "zone map \(SizeText.short(size.bytes)) of \(SizeText.short(capacity.bytes))")
    }
    if let zone = jetsam.largestZone, let size = jetsam.largestZoneSize {
      words.append("largest zone \(zone) \(SizeText.short(size.bytes))")
    }
    return "  " + Printable.line(words.joined(separator: ", "))
  }

  /// What a zone of a panic holds at the capture; zprint prints blanks in names as dots.
  private func current(_ name: String) -> String? {
    let printed = String(name.map { $0 == " " ? "." : $0 })
    return snapshot.zprint?.zones.first { $0.name == printed }
      .map { SizeText.short($0.least.bytes) }
  }
}
