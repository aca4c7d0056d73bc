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
/// A path is a `.tar.gz` file, another tar file, an unpacked folder, a single section's text
/// (`zprint.txt`, a panic report; recognized by content), or `-` for standard input. A loader is a
/// value: use one loader for many archives, on any thread.
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
  /// Replaces names of persons and machines before the text is parsed; nil keeps the text.
  ///
  /// Each archive is then read twice, which standard input cannot be.
  public var redaction: RedactionSession?
  /// The name that an input is known by in messages and results; nil for its path.
  ///
  /// A stream from an object store has a name that says more than `-`.
  public var name: String?
  /// Receives the progress of the reading; nil for nobody.
  ///
  /// With redaction each archive is read twice, and the progress begins again.
  public var observer: ReadingObserver?
  /// Tells a user how to raise a limit that an archive met; nil adds nothing to the messages.
  public var limitAdvice: LimitAdvice?

  /// Names the way to raise a limit, such as an option; nil where there is none.
  public typealias LimitAdvice = @Sendable (ArchiveProblem.Code) -> String?

  /// Creates a loader.
  ///
  /// - Parameters:
  ///   - limits: the limits for untrusted input.
  ///   - stopsEarly: whether to stop after one whole member of each main section.
  ///   - readsAhead: whether a thread of its own inflates the archive.
  ///   - redaction: replaces names before the text is parsed; nil keeps the text.
  ///   - limitAdvice: says how a user can raise a limit.
  public init(
    limits: ArchiveLimits = .standard, stopsEarly: Bool = false, readsAhead: Bool = true,
    redaction: RedactionSession? = nil, limitAdvice: LimitAdvice? = nil
  ) {
    self.limits = limits
    self.stopsEarly = stopsEarly
    self.readsAhead = readsAhead
    self.redaction = redaction
    self.limitAdvice = limitAdvice
  }

  /// Reads an archive and creates the report of its first capture.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - rules: the rules for the findings.
  /// - Returns: the report. ``captures(in:see:)`` returns all captures of an archive with several.
  /// - Throws: `ArchiveError` when no member can be read. A damaged archive gives a report of the
  ///   readable part; its `snapshot.scan` says what was lost.
  public func report(
    of path: String, rules: RuleSet = .shipped
  ) throws(ArchiveError) -> Report {
    let captures = try captures(in: path)
    guard let first = captures.first else { throw ArchiveError(.empty, archive: path) }
    return Report(first.snapshot, rules: rules)
  }

  /// Reads the captures of an archive.
  ///
  /// Each top folder of a tar, and each unpacked archive in a folder, is a separate capture.
  /// Sections of different captures are never mixed.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - see: called with each member of any kind, before it is read.
  /// - Returns: the captures in the order of their first sections; at least one.
  /// - Throws: `ArchiveError` when no member can be read.
  public func captures(
    in path: String, see: (ArchiveMember) -> Void = { _ in }
  ) throws(ArchiveError) -> [Capture] {
    defer { redaction?.learn(source: path) }
    let redactor = try survey(path)
    // `see` may already need the names in the archive.
    redaction?.learn(source: path)
    return try read(path, redactor, see: see)
  }

  /// Reads the captures of an archive; if no member is readable, returns one without sections.
  ///
  /// - Parameter path: the archive.
  /// - Returns: the captures; their outcomes say why nothing was readable.
  public func capturesOrFailure(in path: String) -> [Capture] {
    do throws(ArchiveError) {
      return try captures(in: path)
    } catch {
      return [Capture(error.named(name), path: name ?? path)]
    }
  }

  /// Creates the failure of an archive that took more time or memory than it may.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - limit: what it has met.
  /// - Returns: a capture without sections, whose outcome names the limit.
  public func gaveUp(_ path: String, at limit: ReadingLimit) -> Capture {
    redaction?.learn(source: path)
    let path = name ?? path
    return Capture(ArchiveError(limit.code, archive: path, detail: limit.detail), path: path)
  }

  /// Reads an archive without learning its names; that must happen in the order of output.
  func unlearnedCaptures(in path: String) throws(ArchiveError) -> [Capture] {
    try read(path, try survey(path)) { _ in }
  }

  /// Collects the names in an archive; nil without redaction.
  func survey(_ path: String) throws(ArchiveError) -> Redactor? {
    guard let redaction else { return nil }
    let secrets = try SecretSurvey.secrets(
      in: path, limits: limits, readsAhead: readsAhead, session: redaction, observer: observer)
    return redaction.redactor(for: path, learning: secrets)
  }

  private func read(
    _ path: String, _ redactor: Redactor?, see: (ArchiveMember) -> Void
  ) throws(ArchiveError) -> [Capture] {
    let input = try ArchiveInput(path: path)
    let isFolder = if case .folder = input { true } else { false }
    let collector = SectionCollector(
      stopsEarly: stopsEarly, isFolder: isFolder, redactor: redactor)
    var reader = ArchiveReader(
      input, limits: limits, readsAhead: readsAhead, takesText: true, name: name)
    reader.observer = observer
    let scan = try reader.read { member in
      see(member)
      return collector.choose(member)
    }
    guard !collector.isUnknownText else { throw .unknownText(path) }
    return collector.captures(path: name ?? path, scan: scan, advice: limitAdvice)
  }
}

extension ArchiveError {
  /// The same error of an input that is known by a name; nil keeps its path.
  func named(_ name: String?) -> ArchiveError {
    guard let name else { return self }
    return ArchiveError(
      code, archive: name, member: member, detail: detail,
      compressedBytesRead: compressedBytesRead)
  }

  /// The error for a text that is not a section.
  static func unknownText(_ path: String) -> ArchiveError {
    ArchiveError(
      .notAnArchive, archive: path == "-" ? "standard input" : path,
      detail: "and not the text of a tool or report that is known")
  }
}

/// The memory sections from one run of sysdiagnose on one machine.
public struct Capture: Sendable {
  /// The parsed sections.
  public let snapshot: Snapshot
  /// The messages to the user about reading the archive.
  public let outcome: ArchiveOutcome

  init(snapshot: Snapshot, outcome: ArchiveOutcome) {
    self.snapshot = snapshot
    self.outcome = outcome
  }

  /// Creates the capture of an archive without a readable member.
  init(_ error: ArchiveError, path: String) {
    snapshot = Snapshot(
      archive: CapturedArchive(path: path), scan: ScanSummary(error), sections: [])
    outcome = ArchiveOutcome(error)
  }
}
