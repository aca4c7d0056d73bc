internal import AllocationBalance
internal import MemorySections
internal import SysdiagnoseArchive

/// Reads an archive's memory sections: the way from bytes to a snapshot.
struct SnapshotLoader {
  var limits = ArchiveLimits.standard
  /// Whether to stop once one of each main section was read.
  var isFast = false

  /// Whether to inflate on a thread of its own, for one archive at a time.
  var readsAhead = true

  /// Reads the archive at `path`, `-` for standard input.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - see: called for each member, whatever it is, before it is read.
  /// - Returns: what its memory sections say.
  /// - Throws: `ArchiveError` when not a single member can be had.
  func load(
    _ path: String, see: (ArchiveMember) -> Void = { _ in }
  ) throws(ArchiveError) -> Snapshot {
    let collector = SectionCollector(stopsEarly: isFast)
    let input = try ArchiveInput(path: path)
    let scan = try ArchiveReader(input, limits: limits, readsAhead: readsAhead).read { member in
      see(member)
      return collector.choose(member)
    }
    var summary = ScanSummary(scan)
    summary.problems += collector.budget.refusals.map {
      ScanSummary.Problem(code: "limitSections", message: $0)
    }
    return Snapshot(
      archive: CapturedArchive(path: path, scan: scan), scan: summary,
      sections: collector.sections)
  }
}

/// Gives each member that is a section to its parser.
private final class SectionCollector {
  private(set) var sections: [Section] = []
  private(set) var budget = SectionBudget()
  private let stopsEarly: Bool

  init(stopsEarly: Bool) {
    self.stopsEarly = stopsEarly
  }

  func choose(_ member: ArchiveMember) -> MemberChoice {
    if stopsEarly, hasAllMainSections { return .stop }
    guard member.kind == .file, let kind = SectionCatalog.kind(ofMember: member.path),
      budget.admits(kind)
    else { return .skip }
    let reader = SectionCatalog.reader(for: kind, member: member.path)
    return .read(SectionSink(reader) { [self] in sections.append($0) })
  }

  private var hasAllMainSections: Bool {
    SectionKind.main.allSatisfy { kind in
      sections.contains { $0.kind == kind && $0.content != nil && $0.coverage.isWhole }
    }
  }
}

/// A member's bytes on their way into a parser.
private final class SectionSink: MemberSink {
  private let reader: any SectionReading
  private let keep: (Section) -> Void

  init(_ reader: any SectionReading, keep: @escaping (Section) -> Void) {
    self.reader = reader
    self.keep = keep
  }

  func receive(_ bytes: RawSpan) -> MemberDemand {
    reader.read(bytes)
    return .more
  }

  func end(isWhole: Bool) {
    keep(reader.finish(isWhole: isWhole))
  }
}
