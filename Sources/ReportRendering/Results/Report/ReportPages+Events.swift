internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// What happened before the capture: panics, kills for memory, a zone map that was nearly full.
extension ReportPages {
  /// How many events of one kind readers see.
  private static let eventsShown = 5

  var events: DocumentSection? {
    let facts =
      snapshot.distinctPanics.prefix(Self.eventsShown).map(panicFact)
      + snapshot.jetsamEvents.prefix(Self.eventsShown).map(jetsamFact)
      + snapshot.kernelLogs.prefix(Self.eventsShown).compactMap(kernelLogFact)
    let rows =
      snapshot.distinctPanics.map(panicRow) + snapshot.jetsamEvents.map(jetsamRow)
      + snapshot.kernelLogs.compactMap(kernelLogRow)
    guard !rows.isEmpty else { return nil }
    let rest = rows.count - facts.count
    let more: [DocumentSection.Content] =
      rest > 0 ? [.note("and \(SizeText.counted(rest, "more event"))")] : []
    return DocumentSection(
      "events", heading: "Before the capture", isFirstScreen: true,
      contents: [.facts(facts)] + more + [
        .table(table(ReportTables.events, rows, audience: .programs))
      ])
  }

  /// The answer where reports of events are all there is.
  var eventVerdict: Verdict? {
    guard snapshot.holdsOnlyEvents else { return nil }
    if let (_, jetsam) = snapshot.jetsamEvents.last {
      return Verdict(
        jetsamAnswer(jetsam),
        nextStep:
          "Take a sysdiagnose while memory is short, on a Mac as root: it holds the kernel's "
          + "memory and every process.")
    }
    guard let (_, panic) = snapshot.panics.last else { return nil }
    let words = headline(panic)
    return Verdict(
      "Nothing in the panic points at memory: \(words)" + (words.hasSuffix("\u{2026}") ? "" : "."),
      nextStep: "Take a sysdiagnose as root while memory is short, if memory is still the question."
    )
  }

  private func jetsamAnswer(_ jetsam: Jetsam) -> String {
    let time = jetsam.time.map { " at \($0)" } ?? ""
    let victims = jetsam.victims
    var answer = "Memory ran short\(time)"
    if let first = victims.first {
      let others = victims.count > 1 ? " and \(SizeText.counted(victims.count - 1, "other"))" : ""
      let verb = victims.count > 1 ? "were" : "was"
      answer += ": \(process(first, of: jetsam))\(others) \(verb) killed"
    }
    let largest = jetsam.largest.map { process($0, of: jetsam) } ?? jetsam.largestProcess
    if let largest { answer += "; the largest process was \(largest)" }
    return answer + "."
  }

  // MARK: Panics

  private func panicFact(_ member: String, _ panic: Panic) -> Fact {
    let source = Source(member: member, line: panic.line).place
    var lines = ["\(headline(panic)) (\(source))"]
    if let zone = panic.zone, let now = current(zone.name) {
      lines.append("at the capture the zone holds \(now)")
    }
    if let compressor = panic.compressor { lines.append("compressor: \(compressor.words)") }
    lines.append(panic.circumstances)
    if !panic.zones.isEmpty { lines.append("zones at the panic: \(zones(at: panic))") }
    return Fact("panic", lines.filter { !$0.isEmpty })
  }

  private func panicRow(_ member: String, _ panic: Panic) -> [Cell] {
    [
      .name("panic"), .text(headline(panic)), .name(panic.time),
      panic.zone.map { .name($0.name) } ?? .empty, .size(panic.zone?.size),
      .source(Source(member: member, line: panic.line)),
    ]
  }

  private func headline(_ panic: Panic) -> String {
    switch panic.kind {
    case .zoneExhausted:
      let verb = panic.suspectedZone == nil ? "names" : "suspects"
      let held = panic.heldWords.map { ", which held \($0)" } ?? "; its size is not known"
      return "zone map exhausted; the kernel \(verb) zone \(panic.subjectName)\(held)"
    case .zoneCorrupted:
      return "damaged memory in zone \(panic.subjectName), no leak: \(panic.shortMessage)"
    case .compressorExhausted:
      return "no space to compress or swap memory: \(panic.shortMessage)"
    case .other: return panic.shortMessage
    }
  }

  private func zones(at panic: Panic) -> String {
    panic.zones.sorted { $0.size.bytes > $1.size.bytes }.prefix(5).map { zone in
      let share = SizeText.share(zone.size.bytes, of: panic.listedZonesSize.bytes)
      let words = share.map { " (\($0) of the zones)" } ?? ""
      return "\(zone.name) \(SizeText.short(zone.size.bytes))\(words)"
    }.joined(separator: ", ")
  }

  /// What a zone of a panic holds at the capture; zprint prints blanks in names as dots.
  private func current(_ name: String) -> String? {
    let printed = String(name.map { $0 == " " ? "." : $0 })
    return snapshot.zprint?.zones.first { $0.name == printed }
      .map { SizeText.short($0.least.bytes) }
  }

  // MARK: Kills for memory

  private func jetsamFact(_ member: String, _ jetsam: Jetsam) -> Fact {
    var lines = [jetsamWords(jetsam)]
    for victim in jetsam.victims.prefix(3) {
      let reason = victim.reason.map { ", \($0)" } ?? ""
      lines.append("killed: \(process(victim, of: jetsam))\(reason)")
    }
    if let largest = jetsam.largest {
      lines.append("largest process: \(process(largest, of: jetsam))")
    } else if let name = jetsam.largestProcess {
      lines.append("largest process: \(name)")
    }
    if !jetsam.pages.isEmpty {
      let pages = jetsam.pages.sorted { $0.key < $1.key }.map { state, pages in
        let size = jetsam.size(ofPages: pages).map { SizeText.short($0.bytes) }
        return "\(state) \(size ?? SizeText.counted(pages, "page"))"
      }
      lines.append("memory: \(pages.joined(separator: ", "))")
    }
    return Fact("jetsam", lines)
  }

  private func jetsamRow(_ member: String, _ jetsam: Jetsam) -> [Cell] {
    let line = (jetsam.zoneMapSize ?? jetsam.largestZoneSize)?.line ?? 1
    return [
      .name("jetsam"), .text(jetsamWords(jetsam)), .name(jetsam.time),
      jetsam.largestZone.map { .name($0) } ?? .empty, .size(jetsam.largestZoneSize),
      .source(Source(member: member, line: line)),
    ]
  }

  private func jetsamWords(_ jetsam: Jetsam) -> String {
    var words = ["processes killed for memory"]
    if let time = jetsam.time { words.append(time) }
    if let size = jetsam.zoneMapSize, let capacity = jetsam.zoneMapCapacity {
      words.append(
        "zone map \(SizeText.short(size.bytes)) of \(SizeText.short(capacity.bytes))")
    }
    if let zone = jetsam.largestZone, let size = jetsam.largestZoneSize {
      words.append("largest zone \(zone) \(SizeText.short(size.bytes))")
    }
    return words.joined(separator: ", ")
  }

  private func process(_ process: Jetsam.Process, of jetsam: Jetsam) -> String {
    if let size = jetsam.size(ofPages: process.residentPages) {
      return "\(process.name) \(SizeText.short(size.bytes))"
    }
    return process.name
      + (process.residentPages.map { " " + SizeText.counted($0, "page") } ?? "")
  }

  // MARK: Kernel logs

  private func kernelLogFact(_ member: String, _ log: KernelLog) -> Fact? {
    guard let fullest = log.fullest else { return nil }
    let source = Source(member: member, line: fullest.line).place
    return Fact("kernel log", "\(words(log, fullest)) (\(source))")
  }

  private func kernelLogRow(_ member: String, _ log: KernelLog) -> [Cell]? {
    guard let fullest = log.fullest else { return nil }
    return [
      .name("zone map nearly full"), .text(words(log, fullest)), .name(fullest.time),
      fullest.largestZone.map { .name($0) } ?? .empty, .size(fullest.largestZoneSize),
      .source(Source(member: member, line: fullest.line)),
    ]
  }

  private func words(_ log: KernelLog, _ fullest: KernelLog.Exhaustion) -> String {
    var words = ["the zone map was nearly full"]
    if log.exhaustionCount > 1 { words.append("\(SizeText.exact(log.exhaustionCount)) times") }
    if let time = fullest.time { words.append(time) }
    if let size = fullest.zoneMapSize, let capacity = fullest.zoneMapCapacity {
      let share = SizeText.share(size.bytes, of: capacity.bytes).map { ", \($0) of it" } ?? ""
      words.append("\(SizeText.short(size.bytes)) of \(SizeText.short(capacity.bytes))\(share)")
    }
    if let zone = fullest.largestZone {
      let size = fullest.largestZoneSize.map { " \(SizeText.short($0.bytes))" } ?? ""
      words.append("largest zone \(zone)\(size)")
    }
    return words.joined(separator: ", ")
  }
}
