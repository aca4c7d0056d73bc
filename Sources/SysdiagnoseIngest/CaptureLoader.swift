public import AllocationBalance
public import MemoryAnalysis
public import Redaction
public import SysdiagnoseArchive

/// Loads what a sysdiagnose archive says about memory.
///
/// This program prints the report of `sysbalance report --format json`:
///
/// ```swift
/// import SysdiagnoseIngest
///
/// let loader = CaptureLoader()
/// let report = try loader.report(of: CommandLine.arguments[1])
/// print(try JSONRenderer.document(report), terminator: "")
/// ```
///
/// A path is a `.tar.gz` file, another tar file, an unpacked folder, or `-` for standard input. A
/// loader is a value: use one loader for many archives, on any thread.
public struct CaptureLoader: Sendable {
  /// The limits for untrusted input.
  public var limits: ArchiveLimits
  /// Whether to stop after one whole member of each main section.
  ///
  /// The rest of the archive is neither read nor verified.
  public var stopsEarly: Bool
  /// Whether a thread of its own inflates the archive.
  ///
  /// This is faster for one archive at a time, and slower when every processor has an archive.
  public var readsAhead: Bool
  /// Whether to compute ``Capture/digest``.
  public var computesDigest: Bool
  /// Replaces names of persons and machines before the text is parsed; nil keeps the text.
  ///
  /// Each archive is then read twice, which standard input cannot be.
  public var redaction: RedactionSession?
  /// Says how a user can raise a limit that an archive met; nil adds nothing to the messages.
  public var limitAdvice: LimitAdvice?

  /// Names the way to raise a limit, such as an option; nil where there is none.
  public typealias LimitAdvice = @Sendable (ArchiveProblem.Code) -> String?

  /// Creates a loader.
  ///
  /// - Parameters:
  ///   - limits: the limits for untrusted input.
  ///   - stopsEarly: whether to stop after one whole member of each main section.
  ///   - readsAhead: whether a thread of its own inflates the archive.
  ///   - computesDigest: whether to compute the digest of the sections.
  ///   - redaction: replaces names before the text is parsed; nil keeps the text.
  ///   - limitAdvice: says how a user can raise a limit.
  public init(
    limits: ArchiveLimits = .standard, stopsEarly: Bool = false, readsAhead: Bool = true,
    computesDigest: Bool = false, redaction: RedactionSession? = nil,
    limitAdvice: LimitAdvice? = nil
  ) {
    self.limits = limits
    self.stopsEarly = stopsEarly
    self.readsAhead = readsAhead
    self.computesDigest = computesDigest
    self.redaction = redaction
    self.limitAdvice = limitAdvice
  }

  /// Reads an archive and draws up its report.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - rules: the rules for the findings.
  /// - Returns: the report of what the archive says.
  /// - Throws: `ArchiveError` when no member can be read. A damaged archive gives a report of the
  ///   readable part; its `snapshot.scan` says what was lost.
  public func report(
    of path: String, rules: RuleSet = .shipped
  ) throws(ArchiveError) -> Report {
    Report(try capture(in: path) { _ in }.snapshot, rules: rules)
  }

  /// Reads the captures of an archive.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - see: is called with each member, of any kind, before the member is read.
  /// - Returns: the captures in the order of the archive; at least one.
  /// - Throws: `ArchiveError` when no member can be read.
  public func captures(
    in path: String, see: (ArchiveMember) -> Void = { _ in }
  ) throws(ArchiveError) -> [Capture] {
    [try capture(in: path, see: see)]
  }

  private func capture(
    in path: String, see: (ArchiveMember) -> Void
  ) throws(ArchiveError) -> Capture {
    defer { redaction?.learn(source: path) }
    let redactor = try survey(path)
    // What `see` does with a member may already need the names in the archive.
    redaction?.learn(source: path)
    return try read(path, redactor, see: see)
  }

  /// Reads an archive without learning its names, which is left to the order of output.
  func unlearnedCapture(in path: String) throws(ArchiveError) -> Capture {
    try read(path, try survey(path)) { _ in }
  }

  /// Reads an archive for the names in it; nil without redaction.
  func survey(_ path: String) throws(ArchiveError) -> Redactor? {
    guard let redaction else { return nil }
    let secrets = try SecretSurvey.secrets(
      in: path, limits: limits, readsAhead: readsAhead, session: redaction)
    return redaction.redactor(for: path, learning: secrets)
  }

  private func read(
    _ path: String, _ redactor: Redactor?, see: (ArchiveMember) -> Void
  ) throws(ArchiveError) -> Capture {
    let collector = SectionCollector(
      stopsEarly: stopsEarly, computesDigest: computesDigest, redactor: redactor)
    let input = try ArchiveInput(path: path)
    let scan = try ArchiveReader(input, limits: limits, readsAhead: readsAhead).read { member in
      see(member)
      return collector.choose(member)
    }
    return collector.capture(path: path, scan: scan, advice: limitAdvice)
  }
}

/// What one run of sysdiagnose on one machine says about memory.
public struct Capture: Sendable {
  /// The parsed sections.
  public let snapshot: Snapshot
  /// What the user must know about the reading.
  public let outcome: ArchiveOutcome
  /// Identifies the content of the sections, whatever the archive's name and compression.
  ///
  /// Nil without sections, or when the loader does not compute it.
  public let digest: String?
}
