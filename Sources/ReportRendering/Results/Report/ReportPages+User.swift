internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The processes, and what happened before the capture.
extension ReportPages {
  var processes: DocumentSection? {
    guard let footprint = snapshot.footprint, let user = balance.user else { return nil }
    let rows: [[Cell]] = footprint.bySize.map { process in
      let largest = process.categories.max { $0.dirty.bytes < $1.dirty.bytes }
        .flatMap { $0.dirty.bytes > 0 ? $0 : nil }
      // The first line only says that there were errors, the cause stands below it.
      let error = process.errors.last
      let mostly = largest.map { "\($0.name), \(SizeText.short($0.dirty.bytes))" }
      return [
        .name(process.name), .identifier(process.pid), .size(process.footprint),
        .share(process.footprint?.bytes, of: user.quantity.bytes, "user memory"),
        largest.map { .name($0.name) } ?? .empty, .size(largest?.dirty),
        source(.footprint, line: process.line), .text(error), .text(error ?? mostly),
      ]
    }
    return DocumentSection(
      "processes", heading: "Processes",
      summary: "\(SizeText.exact(footprint.userProcesses.count)), "
        + "\(SizeText.short(user.quantity.bytes)) in total",
      contents: [.table(table(ReportTables.processes, rows))])
  }

  /// Panics and kills for memory that lie before the capture.
  var events: DocumentSection? {
    let rows = snapshot.panics.map(panic) + snapshot.jetsamEvents.map(jetsam)
    guard !rows.isEmpty else { return nil }
    return DocumentSection(
      "events", heading: "Before the capture",
      contents: [.table(table(ReportTables.events, rows))])
  }

  private func panic(_ member: String, _ panic: Panic) -> [Cell] {
    var words: [String] = []
    if let zone = panic.suspectedZone {
      let size = zone.size.map { " of \(SizeText.short($0.bytes))" } ?? ""
      let elements = zone.elements.map { ", \(SizeText.exact($0)) elements" } ?? ""
      words.append("zone map exhausted; the kernel suspects zone \(zone.name)\(size)\(elements)")
      if let now = current(zone.name) { words.append("at the capture the zone holds \(now)") }
    } else {
      words.append(String(panic.message.prefix(120)))
    }
    return [
      .name("panic"), .text(words.joined(separator: "; ")), .empty,
      panic.suspectedZone.map { .name($0.name) } ?? .empty, .size(panic.suspectedZone?.size),
      .source(Source(member: member, line: panic.line)),
    ]
  }

  private func jetsam(_ member: String, _ jetsam: Jetsam) -> [Cell] {
    var words = ["processes killed for memory"]
    if let size = jetsam.zoneMapSize, let capacity = jetsam.zoneMapCapacity {
      words.append(
        "zone map \(SizeText.short(size.bytes)) of \(SizeText.short(capacity.bytes))")
    }
    if let zone = jetsam.largestZone, let size = jetsam.largestZoneSize {
      words.append("largest zone \(zone), \(SizeText.short(size.bytes))")
    }
    return [
      .name("jetsam"), .text(words.joined(separator: "; ")), .name(jetsam.time),
      jetsam.largestZone.map { .name($0) } ?? .empty, .size(jetsam.largestZoneSize),
      .source(snapshot.source(.jetsam, jetsam.zoneMapSize)),
    ]
  }

  /// What a zone of a panic holds at the capture; zprint prints blanks in names as dots.
  private func current(_ name: String) -> String? {
    let printed = String(name.map { $0 == " " ? "." : $0 })
    return snapshot.zprint?.zones.first { $0.name == printed }
      .map { SizeText.short($0.least.bytes) }
  }
}
