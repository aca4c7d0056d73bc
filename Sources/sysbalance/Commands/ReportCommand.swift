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
    abstract: "Report the balance of kernel and user memory of an archive (the default command).",
    discussion: """
      An archive or a folder with several captures gives a report for each. The content of a single \
      text tells what it is. JSON has an object for every archive, even when there is nothing to \
      report: that object says why.
      """)

  @Argument(help: "Archives: .tar.gz, other tar, folder, single text, or - for standard input.")
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
    var hasBegun = false
    for path in archives {
      for capture in loader.capturesOrFailure(in: path) {
        tally.count(capture.outcome, console)
        let report = Report(capture.snapshot, rules: rules ?? .shipped)
        if capture.outcome.isReported {
          policy.count(report.findings)
        } else if !emitter.holdsReasons {
          continue
        }
        if !hasBegun { try emitter.begin(Report.self) }
        hasBegun = true
        try emitter.emit(report)
      }
    }
    guard tally.reported > 0 || emitter.holdsReasons else { throw ExitStatus.nothingProduced }
    try emitter.commit()
    guard tally.reported > 0 else { throw ExitStatus.nothingProduced }
    if let status = policy.status { throw status }
    if !tally.isWhole { throw ExitStatus.partial }
  }
}
