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

  @Option(help: "text, json, or jsonl (one object a line).")
  var format = Format.text

  @Option(help: "How many rows of each list the text shows; the JSON has all.")
  var top = 8

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var failing: FailOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var speaking: SpeakingOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl
  }

  func validate() throws {
    try reading.redaction.validate(paths)
    guard top > 0 else { throw ValidationError("--top takes a number from 1 on") }
  }

  /// The paths of the command line, which messages may contain.
  private var paths: [String] {
    archives + [rules.rules, output.output].compactMap { $0 }
  }

  func console() -> Console { speaking.console(reading.redaction.session(paths)) }

  func run(_ console: Console) throws {
    let rules = try rules.loadOwn()
    // Beside the reading: it takes as long as a small archive.
    DispatchQueue.global().async { Report.prepare() }
    let destination = try output.destination(console)
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
        if tally.reported > 1, format == .text { try destination.write("\n") }
        try write(report, to: destination)
      }
    }
    guard tally.reported > 0 else { throw ExitStatus.nothingProduced }
    try destination.commit()
    if let status = policy.status { throw status }
    if !tally.isWhole { throw ExitStatus.partial }
  }

  private func write(_ report: Report, to destination: any OutputDestination) throws {
    switch format {
    case .json, .jsonl:
      try JSONRenderer.bytes(of: report, isPretty: format == .json)
        .withUnsafeBytes(destination.write)
    case .text:
      let style = TextStyle(usesColor: speaking.color.usesColor(toFile: output.output != nil))
      try destination.write(TextReport(report, style: style, top: top).render())
    }
  }
}
