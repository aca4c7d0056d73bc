public import AllocationBalance
public import MemoryAnalysis
public import Redaction
public import SysdiagnoseArchive

/// Loads the memory sections of a sysdiagnose archive.
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
  /// Whether to inflate the archive on a separate thread.
  ///
  /// This is faster for one archive at a time, and slower when every processor has an archive.
  public var readsAhead: Bool
  /// Whether to compute ``Capture/digest``.
  public var computesDigest: Bool
  /// Replaces names of persons and machines before the text is parsed; nil keeps the text.
  ///
  /// Each archive is then read twice, which standard input cannot be.
  public var redaction: RedactionSession?
  /// Tells a user how to raise a limit that an archive met; nil adds nothing to the messages.
  public var limitAdvice: LimitAdvice?

  /// Names the way to raise a limit, such as an option; nil where there is none.
  public typealias LimitAdvice = @Sendable (ArchiveProblem.Code) -> String?

  /// Creates a loader.
  ///
  /// - Parameters:
  ///   - limits: the limits for untrusted input.
  ///   - stopsEarly: whether to stop after one whole member of each main section.
  ///   - readsAhead: whether to inflate the archive on a separate thread.
  ///   - computesDigest: whether to compute the digest of the sections.
  ///   - redaction: replaces names before the text is parsed; nil keeps the text.
  ///   - limitAdvice: tells a user how to raise a limit.
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

  /// Reads an archive and creates its report.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - rules: the rules for the findings.
  /// - Returns: the report on the archive.
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
  ///   - see: called with each member of any kind, before it is read.
  /// - Returns: the captures in archive order; at least one.
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
    // `see` may already need the names in the archive.
    redaction?.learn(source: path)
    return try read(path, redactor, see: see)
  }

  /// Reads an archive without learning its names; that must happen in the order of output.
  func unlearnedCapture(in path: String) throws(ArchiveError) -> Capture {
    try read(path, try survey(path)) { _ in }
  }

  /// Collects the names in an archive; nil without redaction.
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

/// The memory sections from one run of sysdiagnose on one machine.
public struct Capture: Sendable {
  /// The parsed sections.
  public let snapshot: Snapshot
  /// The messages to the user about reading the archive.
  public let outcome: ArchiveOutcome
  /// Identifies the content of the sections, independent of the archive's name and compression.
  ///
  /// Nil without sections, or when the loader does not compute it.
  public let digest: String?
}
