internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// What was found in the archive, and what is missing and why.
extension TextReport {
  func sections() -> [String] {
    var table = TextTable([.left, .left, .left])
    for kind in SectionKind.main {
      if let section = snapshot.sections.first(where: { $0.kind == kind }) {
        table.add([kind.descriptor.title, found(section), belowTop(section.member)])
      } else if let missing = snapshot.missing.first(where: { $0.kind == kind }) {
        table.add([
          kind.descriptor.title, "missing: " + missing.words, missing.source.map(place) ?? "",
        ])
      }
    }
    return [style.heading("Sections")] + table.lines()
  }

  /// A member's path below the top folder, whose name stands at the report's head.
  private func belowTop(_ member: String) -> String {
    guard let top = snapshot.archive.name, member.hasPrefix(top + "/") else { return member }
    return String(member.dropFirst(top.count + 1))
  }

  private func found(_ section: Section) -> String {
    let coverage = section.coverage
    guard section.content != nil else {
      return "unreadable: \(coverage.failure ?? "no row was understood")"
    }
    var words = [rows(section)]
    if !coverage.isWhole { words.append("cut short") }
    if let reason = coverage.endReason { words.append(reason) }
    if coverage.unreadLineCount > 0 {
      let count = coverage.unreadLineCount
      words.append("\(SizeText.exact(count)) line\(count == 1 ? "" : "s") not understood")
    }
    if case .timedOut = snapshot.task(for: section.kind)?.task.ending {
      words.append("stopped at its time limit")
    }
    return words.joined(separator: ", ")
  }

  private func rows(_ section: Section) -> String {
    switch section.content {
    case let zprint as Zprint:
      let wired = zprint.wired.isEmpty ? "" : ", \(zprint.wired.count) wired rows"
      return "\(zprint.zones.count) zones\(wired), layout \(zprint.generation)"
    case let footprint as Footprint:
      let unknown = footprint.userProcesses.filter { $0.footprint == nil }.count
      let kernel = footprint.kernelTask == nil ? ", no kernel_task" : " and kernel_task"
      let failed = unknown == 0 ? "" : ", \(unknown) not examined"
      return "\(footprint.userProcesses.count) processes\(kernel)\(failed)"
    case let kextstat as Kextstat:
      return "\(kextstat.kexts.count) kexts, layout \(kextstat.generation)"
    case let vmStat as VMStat:
      return vmStat.sampleCount == 1 ? "1 sample" : "first of \(vmStat.sampleCount) samples"
    default: return "read"
    }
  }

  func place(_ source: Source) -> String { Self.place(source) }

  /// A source as people look it up: the member's own name and the line.
  static func place(_ source: Source) -> String {
    let name = source.member.split(separator: "/").last.map(String.init) ?? source.member
    return "\(name):\(source.line)"
  }
}
