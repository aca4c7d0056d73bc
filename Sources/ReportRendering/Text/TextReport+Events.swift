internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// Panics and kills for memory that lie before the capture.
extension TextReport {
  func events() -> [String] {
    let panics = list(snapshot.panics, { $0.flatMap(panic) }, more: "panics")
    let kills = list(snapshot.jetsamEvents, { $0.flatMap(jetsam) }, more: "kills for memory")
    let logs = list(snapshot.kernelLogs, { $0.flatMap(kernelLog) }, more: "kernel logs")
    let lines = panics + kills + logs
    return lines.isEmpty ? [] : [style.heading("Before the capture")] + lines
  }

  private func panic(_ member: String, _ panic: Panic) -> [String] {
    let source = place(Source(member: member, line: panic.line))
    var lines = ["  " + Printable.line("panic: \(headline(panic)) (\(source))")]
    if let zone = panic.zone, let now = current(zone.name) {
      lines.append("    " + Printable.line("at the capture the zone holds \(now)"))
    }
    if let compressor = panic.compressor {
      lines.append("    " + Printable.line("compressor: \(compressor.words)"))
    }
    lines.append("    " + Printable.line(panic.circumstances))
    if !panic.zones.isEmpty {
      lines.append("    " + Printable.line("zones at the panic: \(zones(at: panic))"))
    }
    return lines
  }

  private func headline(_ panic: Panic) -> String {
    switch panic.kind {
    case .zoneExhausted:
      let verb = panic.suspectedZone == nil ? "is named" : "is suspected"
      return "a zone could not grow; zone \(panic.subjectName) \(verb), it held \(panic.heldWords)"
    case .zoneCorrupted:
      return "damaged memory in zone \(panic.subjectName), no leak: \(panic.message.prefix(120))"
    case .compressorExhausted:
      return "no room to compress or swap memory: \(panic.message.prefix(120))"
    case .other: return String(panic.message.prefix(120))
    }
  }

  private func zones(at panic: Panic) -> String {
    panic.zones.sorted { $0.size.bytes > $1.size.bytes }.prefix(5).map { zone in
      let share = SizeText.share(zone.size.bytes, of: panic.listedZonesSize.bytes)
      return "\(zone.name) \(SizeText.short(zone.size.bytes))\(share.map { " (\($0))" } ?? "")"
    }.joined(separator: ", ")
  }

  private func jetsam(_ member: String, _ jetsam: Jetsam) -> [String] {
    var words = ["processes killed for memory"]
    if let time = jetsam.time { words.append(time) }
    if let size = jetsam.zoneMapSize, let capacity = jetsam.zoneMapCapacity {
      words.append(
        "zone map \(SizeText.short(size.bytes)) of \(SizeText.short(capacity.bytes))")
    }
    if let zone = jetsam.largestZone, let size = jetsam.largestZoneSize {
      words.append("largest zone \(zone) \(SizeText.short(size.bytes))")
    }
    var lines = ["  " + Printable.line(words.joined(separator: ", "))]
    for victim in jetsam.victims.prefix(3) {
      let line = "killed: \(process(victim, of: jetsam)), \(victim.reason ?? "")"
      lines.append("    " + Printable.line(line))
    }
    if let largest = jetsam.largest {
      lines.append("    " + Printable.line("largest process: \(process(largest, of: jetsam))"))
    } else if let name = jetsam.largestProcess {
      lines.append("    " + Printable.line("largest process: \(name)"))
    }
    if !jetsam.pages.isEmpty {
      let pages = jetsam.pages.sorted { $0.key < $1.key }.map { state, pages in
        let size = jetsam.size(ofPages: pages).map { SizeText.short($0.bytes) }
        return "\(state) \(size ?? "\(SizeText.exact(pages)) pages")"
      }
      lines.append("    " + Printable.line("memory: \(pages.joined(separator: ", "))"))
    }
    return lines
  }

  private func process(_ process: Jetsam.Process, of jetsam: Jetsam) -> String {
    var words = process.name
    if let size = jetsam.size(ofPages: process.residentPages) {
      words += " \(SizeText.short(size.bytes))"
    } else if let pages = process.residentPages {
      words += " \(SizeText.exact(pages)) pages"
    }
    return words
  }

  private func kernelLog(_ member: String, _ log: KernelLog) -> [String] {
    guard let fullest = log.fullest else { return [] }
    var words = ["the zone map was nearly full"]
    if log.exhaustionCount > 1 { words.append("\(SizeText.exact(log.exhaustionCount)) times") }
    if let time = fullest.time { words.append(time) }
    if let size = fullest.zoneMapSize, let capacity = fullest.zoneMapCapacity {
      let share = SizeText.share(size.bytes, of: capacity.bytes).map { ", \($0)" } ?? ""
      words.append(
        "\(SizeText.short(size.bytes)) of \(SizeText.short(capacity.bytes))\(share)")
    }
    if let zone = fullest.largestZone {
      let size = fullest.largestZoneSize.map { " \(SizeText.short($0.bytes))" } ?? ""
      words.append("largest zone \(zone)\(size)")
    }
    let source = place(Source(member: member, line: fullest.line))
    return ["  " + Printable.line(words.joined(separator: ", ") + " (\(source))")]
  }

  /// What a zone of a panic holds at the capture; zprint prints blanks in names as dots.
  private func current(_ name: String) -> String? {
    let printed = String(name.map { $0 == " " ? "." : $0 })
    return snapshot.zprint?.zones.first { $0.name == printed }
      .map { SizeText.short($0.least.bytes) }
  }
}
