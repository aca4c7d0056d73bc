public import MemorySections

/// The memory of one machine as described by one archive.
public struct Snapshot: Sendable {
  /// The archive.
  public var archive: CapturedArchive
  /// How much of the archive was read.
  public let scan: ScanSummary
  /// The sections found; the preferred one of each kind comes first.
  public let sections: [Section]

  /// Creates a snapshot.
  ///
  /// An archive may hold several members of one kind: older archives keep a second set in a
  /// separate folder. The readable one nearest to the top is used.
  public init(archive: CapturedArchive, scan: ScanSummary, sections: [Section]) {
    self.archive = archive
    self.scan = scan
    self.sections = sections.map { (rank: Self.rank($0), section: $0) }
      .sorted { $0.rank < $1.rank }.map(\.section)
  }

  /// The preferred section of a kind; nil when none is readable.
  public func section(_ kind: SectionKind) -> Section? {
    sections.first { $0.kind == kind && $0.content != nil }
  }

  /// The content of the preferred section of a type; nil when none is readable.
  ///
  /// `snapshot[Zprint.self]?.zones` are the kernel's zones.
  public subscript<Content: MemorySection>(_: Content.Type) -> Content? {
    sections.lazy.compactMap { $0.content as? Content }.first
  }

  /// The content of every readable section of a type, with its member.
  public func all<Content: MemorySection>(_: Content.Type) -> [(member: String, content: Content)] {
    sections.compactMap { section in
      (section.content as? Content).map { (section.member, $0) }
    }
  }

  /// Whether any readable section is worth a report.
  ///
  /// Such a section gives a balance, or shows trouble before the capture.
  public var saysAnythingOfMemory: Bool {
    let tools: [SectionKind] = [.panic, .jetsam, .kernelLog, .vmmap, .heap, .leaks]
    return (SectionKind.main + tools).contains { section($0) != nil } || UserProcesses(self) != nil
  }

  /// One sentence on why there is nothing to report; nil when there is something.
  public var nothingOfMemory: String? {
    guard !saysAnythingOfMemory else { return nil }
    if let problem = scan.problems.first, scan.outcome == .unreadable { return problem.message }
    // A kernel log without a word of memory is no failure.
    if let section = sections.first(where: { $0.content == nil && $0.kind != .kernelLog }) {
      return "no memory section could be read: \(section.member): "
        + (section.coverage.failure ?? "no row was understood")
    }
    if scan.archivesSeen > 0 {
      return "no memory section, but archives: batch reports each archive in a folder"
    }
    if section(.ps) != nil, scan.membersSeen == 1 {
      return
        "ps prints resident sizes, which count shared memory many times: taskinfo, spindump and "
        + "top have footprints"
    }
    let members = scan.membersSeen == 1 ? "1 member" : "\(scan.membersSeen) members"
    return
      "no memory section: no zprint, footprint, kextstat, vm_stat or list of footprints in its "
      + members
  }

  private static func rank(_ section: Section) -> Rank {
    Rank(
      kind: SectionKind.allCases.firstIndex(of: section.kind) ?? SectionKind.allCases.count,
      isUnreadable: section.content == nil,
      depth: section.member.utf8.split(separator: UInt8(ascii: "/")).count,
      member: section.member)
  }

  private struct Rank: Comparable {
    let kind: Int
    let isUnreadable: Bool
    let depth: Int
    let member: String

    static func < (left: Rank, right: Rank) -> Bool {
      (left.kind, left.isUnreadable ? 1 : 0, left.depth, left.member)
        < (right.kind, right.isUnreadable ? 1 : 0, right.depth, right.member)
    }
  }
}
