internal import AllocationBalance
internal import Redaction
internal import MemorySections
internal import Platform
internal import SysdiagnoseArchive

/// Reads an archive's memory sections: the way from bytes to a snapshot.
struct SnapshotLoader {
  var limits = ArchiveLimits.standard
  /// Whether to stop once one of each main section was read.
  var isFast = false

  /// Whether to inflate on a thread of its own, for one archive at a time.
  var readsAhead = true

  /// Reads the archive at `path`, `-` for standard input; with `--redact` twice.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - see: called for each member, whatever it is, before it is read.
  /// - Returns: what its memory sections say.
  /// - Throws: `ArchiveError` when not a single member can be had.
  func load(
    _ path: String, see: (ArchiveMember) -> Void = { _ in }
  ) throws(ArchiveError) -> Snapshot {
    let redactor = try Redaction.current?.survey(path, limits: limits, readsAhead: readsAhead)
    return try read(path, SectionCollector(stopsEarly: isFast, redactor), see: see)
  }

  /// Reads the archive at `path` for a store, which keeps what is there and redacts nothing.
  ///
  /// - Returns: what its memory sections say, and the digest that they are known again by; nil
  ///   without any section.
  /// - Throws: `ArchiveError` when not a single member can be had.
  func loadForStore(
    _ path: String
  ) throws(ArchiveError) -> (snapshot: Snapshot, digest: String?) {
    let collector = SectionCollector(stopsEarly: isFast, hashes: true)
    let snapshot = try read(path, collector, see: { _ in })
    return (snapshot, collector.digest.text)
  }

  private func read(
    _ path: String, _ collector: SectionCollector, see: (ArchiveMember) -> Void
  ) throws(ArchiveError) -> Snapshot {
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
  private(set) var digest = SectionDigest()
  private(set) var budget = SectionBudget()
  private let stopsEarly: Bool
  private let hashes: Bool
  private let redactor: Redactor?

  init(stopsEarly: Bool, _ redactor: Redactor? = nil, hashes: Bool = false) {
    self.stopsEarly = stopsEarly
    self.hashes = hashes
    self.redactor = redactor
  }

  func choose(_ member: ArchiveMember) -> MemberChoice {
    if stopsEarly, hasAllMainSections { return .stop }
    guard member.kind == .file, let kind = SectionCatalog.kind(ofMember: member.path),
      budget.admits(kind)
    else { return .skip }
    let lines = redactor.map { LineRedaction($0, kind: kind, member: member.path) }
    let reader = SectionCatalog.reader(for: kind, member: member.path, rewrite: lines?.rewrite)
    return .read(
      SectionSink(reader, hash: hashes ? SHA256() : nil) { [self] section, hash in
        sections.append(section)
        if let hash { digest.add(kind, hash) }
      })
  }

  private var hasAllMainSections: Bool {
    SectionKind.main.allSatisfy { kind in
      sections.contains { $0.kind == kind && $0.content != nil && $0.coverage.isWhole }
    }
  }
}

/// A member's bytes on their way into a parser, and into a hash where one is wanted.
private final class SectionSink: MemberSink {
  private let reader: any SectionReading
  private let hash: SHA256?
  private let keep: (Section, SHA256?) -> Void

  init(
    _ reader: any SectionReading, hash: SHA256?, keep: @escaping (Section, SHA256?) -> Void
  ) {
    self.reader = reader
    self.hash = hash
    self.keep = keep
  }

  func receive(_ bytes: RawSpan) -> MemberDemand {
    bytes.withUnsafeBytes { hash?.update($0) }
    reader.read(bytes)
    return .more
  }

  func end(isWhole: Bool) {
    keep(reader.finish(isWhole: isWhole), hash)
  }
}
