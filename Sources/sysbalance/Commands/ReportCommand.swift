internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import Dispatch
internal import ReportRendering
internal import SysdiagnoseArchive
internal import SysdiagnoseIngest

/// The balance of one archive.
struct ReportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report the balance of kernel and user memory of an archive (the default command).")

  @Argument(help: "Archives: .tar.gz, other tar, unpacked folder, or - for standard input.")
  var archives: [String]

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var failing: FailOptions
  @OptionGroup var emitting: EmitOptions
  @OptionGroup var speaking: SpeakingOptions

  func validate() throws {
    try emitting.check(Report.self)
    try reading.redaction.validate(paths)
  }

  /// The paths of the command line, which messages may contain.
  private var paths: [String] {
    archives + [rules.rules, emitting.output.output].compactMap { $0 }
  }

  func console() -> Console { speaking.console(reading.redaction.session(paths)) }

  func run(_ console: Console) throws {
    let rules = try rules.loadOwn()
    // Beside the reading: it takes as long as a small archive.
    DispatchQueue.global().async { Report.prepare() }
    let emitter = try emitting.emitter(console)
    var tally = ReportTally()
    var policy = ExitPolicy(failing.failOn)
    let loader = reading.loader(console)
    for path in archives {
      let captures: [Capture]
      do throws(ArchiveError) {
        captures = try loader.captures(in: path)
      } catch {
        tally.count(ArchiveOutcome(error), console)
        continue
      }
      for capture in captures {
        tally.count(capture.outcome, console)
        guard capture.outcome.isReported else { continue }
        let report = Report(capture.snapshot, rules: rules ?? .shipped)
        policy.count(report.findings)
        if tally.reported == 1 { try emitter.begin(Report.self) }
        try emitter.emit(report)
      }
    }
    guard tally.reported > 0 else { throw ExitStatus.nothingProduced }
    try emitter.commit()
    if let status = policy.status { throw status }
    if !tally.isWhole { throw ExitStatus.partial }
  }
}
