internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import Dispatch
internal import ReportRendering
internal import SysdiagnoseArchive

/// The balance of one archive.
struct ReportCommand: ParsableCommand {
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
  }

  func run() throws {
    let rules = try rules.loadOwn()
    // Beside the reading: it takes as long as a small archive.
    DispatchQueue.global().async { Report.prepare() }
    let emitter = try emitting.emitter()
    var tally = ReportTally()
    var gate = FindingGate(failing.failOn)
    for path in archives {
      do {
        let report = Report(try reading.loader.load(path), rules: rules ?? .shipped)
        tally.count(ArchiveOutcome(report.snapshot), isVerbose: speaking.verbose)
        guard report.snapshot.saysAnythingOfMemory else { continue }
        gate.count(report.findings)
        if tally.reported == 1 { try emitter.begin(Report.self) }
        try emitter.emit(report)
      } catch let error as ArchiveError {
        tally.count(ArchiveOutcome(error), isVerbose: speaking.verbose)
      }
    }
    guard tally.reported > 0 else { throw ExitStatus.nothingProduced }
    try emitter.commit()
    if let status = gate.status { throw status }
    if !tally.isWhole { throw ExitStatus.partial }
  }
}
