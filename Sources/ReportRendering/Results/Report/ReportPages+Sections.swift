internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// What was found in the archive, and what is missing and why.
extension ReportPages {
  var sections: DocumentSection {
    let main: [[Cell]] = SectionKind.main.compactMap { kind in
      if let section = snapshot.sections.first(where: { $0.kind == kind }) {
        return [
          .name(kind.descriptor.title), .text(found(section)), .empty,
          .name(belowTop(section.member)),
        ]
      }
      return snapshot.missing.first { $0.kind == kind }.map { missing in
        [
          .name(kind.descriptor.title), .text("missing: " + missing.words), .empty,
          missing.source.map { .name($0.place) } ?? .empty,
        ]
      }
    }
    let rows = main + sectionsWithFacts
    return DocumentSection(
      "sections", heading: "Sections", contents: sectionTables(rows).map { .table($0) })
  }

  /// The table of sections; a text of one tool holds what it holds, and no reader misses the rest.
  private func sectionTables(_ rows: [[Cell]]) -> [Table] {
    let isLoneEvent = snapshot.scan.membersSeen == 1 && snapshot.holdsOnlyEvents
    guard isSingleText || isLoneEvent else {
      return [table(ReportTables.sections, rows, isWhole: true)]
    }
    let titles = Set(snapshot.sections.map { Cell.name($0.kind.descriptor.title) })
    let present = rows.filter { row in row.first.map(titles.contains) ?? false }
    let toRead = isLoneEvent ? [] : present
    return [
      table(ReportTables.sections, toRead, audience: .readers, isWhole: true),
      table(ReportTables.sections, rows, audience: .programs),
    ]
  }

  /// The other sections that say something by themselves, and outputs about a process, read or not.
  private var sectionsWithFacts: [[Cell]] {
    snapshot.sections.compactMap { section in
      let facts = section.content?.facts ?? []
      let isOfProcess = section.kind.descriptor.isToldByText
      guard !facts.isEmpty || isOfProcess else { return nil }
      let words = facts.compactMap(words) + (isOfProcess ? problems(section) : [])
      return [
        .name(section.kind.descriptor.title), .text(words.joined(separator: ", ")), .empty,
        .name(belowTop(section.member)),
      ]
    }
  }

  /// A fact in short, `used 1.14 GB`; nil for what is not so.
  private func words(_ fact: SectionFact) -> String? {
    switch fact.value {
    case .size(let size): "\(fact.label) \(SizeText.short(size.bytes))"
    case .count(let count): "\(fact.label) \(SizeText.exact(count))"
    case .flag(let isSo): isSo ? fact.label : nil
    case .text(let text): "\(fact.label) \(text)"
    }
  }

  /// A member's path below the top folder, whose name stands at the report's head.
  private func belowTop(_ member: String) -> String {
    guard let top = snapshot.archive.name, member.hasPrefix(top + "/") else { return member }
    return String(member.dropFirst(top.count + 1))
  }

  private func found(_ section: Section) -> String {
    ((section.content == nil ? [] : [rows(section)]) + problems(section)).joined(separator: ", ")
  }

  /// What is wrong with a section that was found.
  private func problems(_ section: Section) -> [String] {
    let coverage = section.coverage
    guard section.content != nil else {
      return ["unreadable: \(coverage.failure ?? "no row was understood")"]
    }
    var words: [String] = []
    if !coverage.isWhole { words.append("cut short") }
    if let reason = coverage.endReason { words.append(reason) }
    if coverage.unreadLineCount > 0 {
      words.append("\(SizeText.counted(coverage.unreadLineCount, "line")) not understood")
    }
    if case .timedOut = snapshot.task(for: section.kind)?.task.ending {
      words.append("stopped at its time limit")
    }
    return words
  }

  private func rows(_ section: Section) -> String {
    switch section.content {
    case let zprint as Zprint:
      let wired = zprint.wired.isEmpty ? [] : [SizeText.counted(zprint.wired.count, "wired row")]
      return ([SizeText.counted(zprint.zones.count, "zone")] + wired).joined(separator: ", ")
    case let footprint as Footprint:
      let unknown = footprint.userProcesses.filter { $0.footprint == nil }.count
      let kernel = footprint.kernelTask == nil ? ", no kernel_task" : " and kernel_task"
      let failed = unknown == 0 ? "" : ", \(unknown) not examined"
      return SizeText.counted(footprint.userProcesses.count, "process", plural: "processes")
        + kernel + failed
    case let kextstat as Kextstat: return SizeText.counted(kextstat.kexts.count, "kext")
    case let vmStat as VMStat:
      return vmStat.sampleCount == 1 ? "1 sample" : "first of \(vmStat.sampleCount) samples"
    default: return "read"
    }
  }
}
