internal import AllocationBalance
internal import MemorySections
internal import Platform
internal import Redaction
internal import SysdiagnoseArchive

/// Gives each member that is a section to its parser.
final class SectionCollector {
  private var sections: [Section] = []
  private var digest = SectionDigest()
  private var budget = SectionBudget()
  private let stopsEarly: Bool
  private let computesDigest: Bool
  private let redactor: Redactor?

  init(stopsEarly: Bool, computesDigest: Bool, redactor: Redactor?) {
    self.stopsEarly = stopsEarly
    self.computesDigest = computesDigest
    self.redactor = redactor
  }

  /// The capture, once the archive is read.
  func capture(
    path: String, scan: ArchiveScan, advice: CaptureLoader.LimitAdvice?
  ) -> Capture {
    var summary = ScanSummary(scan)
    summary.problems += budget.refusals.map {
      ScanSummary.Problem(code: "limitSections", message: $0)
    }
    let snapshot = Snapshot(
      archive: CapturedArchive(path: path, scan: scan), scan: summary, sections: sections)
    return Capture(
      snapshot: snapshot, outcome: ArchiveOutcome(snapshot, advice: advice),
      digest: computesDigest ? digest.text : nil)
  }

  /// Decides on a member.
  func choose(_ member: ArchiveMember) -> MemberChoice {
    if stopsEarly, hasAllMainSections { return .stop }
    guard member.kind == .file, let kind = SectionCatalog.kind(ofMember: member.path),
      budget.admits(kind)
    else { return .skip }
    let lines = redactor.map { LineRedaction($0, kind: kind, member: member.path) }
    let readers = SectionCatalog.kinds(ofMember: member.path).map {
      SectionCatalog.reader(for: $0, member: member.path, rewrite: lines?.rewrite)
    }
    return .read(
      SectionSink(readers, hash: computesDigest ? SHA256() : nil) { [self] found, hash in
        // Further sections are parts of the member that it need not have.
        sections += found.prefix(1) + found.dropFirst().filter { $0.content != nil }
        if let hash { digest.add(kind, hash) }
      })
  }

  private var hasAllMainSections: Bool {
    SectionKind.main.allSatisfy { kind in
      sections.contains { $0.kind == kind && $0.content != nil && $0.coverage.isWhole }
    }
  }
}

/// Passes a member's bytes to its parsers, and to a hash where one is wanted.
private final class SectionSink: MemberSink {
  private let readers: [any SectionReading]
  private let hash: SHA256?
  private let keep: ([Section], SHA256?) -> Void

  init(
    _ readers: [any SectionReading], hash: SHA256?, keep: @escaping ([Section], SHA256?) -> Void
  ) {
    self.readers = readers
    self.hash = hash
    self.keep = keep
  }

  func receive(_ bytes: RawSpan) -> MemberDemand {
    bytes.withUnsafeBytes { hash?.update($0) }
    for reader in readers { reader.read(bytes) }
    return .more
  }

  func end(isWhole: Bool) {
    keep(readers.map { $0.finish(isWhole: isWhole) }, hash)
  }
}
