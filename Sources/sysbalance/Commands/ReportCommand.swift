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
      An archive or a folder with several captures gives a report for each. A single text is \
      recognised by its content. JSON has an object for every archive, even when there is nothing \
      to report: that object says why.

      Examples:
        sysbalance report sysdiagnose_2026.tar.gz
        sysbalance report sysdiagnose_2026.tar.gz --format html -o report.html
      """)

  @Argument(
    help: "Archives: .tar.gz, other tar, folder, single text, or - for standard input.",
    completion: .file())
  var archives: [String]

  @OptionGroup var emitting: EmitOptions
  @OptionGroup var failing: FailOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var speaking: SpeakingOptions
  @OptionGroup var stream: StreamOptions
  @OptionGroup var guarding: GuardOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    try StandardInput.check(archives)
    try emitting.check(Report.self)
    try stream.check(archives, emitting.format)
    try reading.redaction.validate(paths)
  }

  /// The paths of the command line, which messages may contain.
  private var paths: [String] {
    archives + [rules.rules, emitting.output.output, stream.name].compactMap { $0 }
  }

  func console() -> Console {
    var console = speaking.console(reading.redaction.session(paths))
    console.failsAsObject = stream.errorsAsJson
    return console
  }

  func run(_ console: Console) throws {
    let rules = try rules.loadOwn()
    // Beside the reading: it takes as long as a small archive.
    DispatchQueue.global().async { Report.prepare() }
    let emitter = try emitting.emitter(console)
    var tally = ReportTally()
    var policy = ExitPolicy(failing.failOn)
    var loader = reading.loader(console)
    loader.name = stream.name
    loader.observer = console.progress.observer(expecting: stream.expectBytes)
    let limits = ReadingLimits(seconds: guarding.timeout, memory: guarding.maxMemory)
    var met: ReadingLimit?
    var isLost = false
    var place = 0
    for path in archives {
      let (loader, first) = (loader, place)
      let rendered = { @Sendable (captures: [Capture]) -> [RenderedReport] in
        var place = first
        return captures.map { RenderedReport($0, rules ?? .shipped, emitter, at: &place) }
      }
      let reports: [RenderedReport]
      let result =
        met.map { .failure($0) } ?? limits.run { rendered(loader.capturesOrFailure(in: path)) }
      switch result {
      case .success(let all): reports = all
      case .failure(let limit):
        // It is still being read.
        console.progress.end()
        met = limit.next
        reports = rendered([loader.gaveUp(path, at: limit)])
      }
      for report in reports {
        tally.count(report.outcome, console)
        if report.scan.isInputLost(expecting: stream.expectBytes, isStream: path == "-") {
          isLost = true
        }
        if report.outcome.isReported { policy.count(report.worst) }
        guard let text = report.text else { continue }
        if place == 0 { try emitter.begin(Report.self) }
        place += 1
        try emitter.emit(rendered: text.get())
      }
    }
    guard tally.reported > 0 || emitter.holdsReasons else {
      throw isLost ? ExitStatus.inputLost : .nothingProduced
    }
    try emitter.commit()
    if isLost { throw ExitStatus.inputLost }
    guard tally.reported > 0 else { throw ExitStatus.nothingProduced }
    if let status = policy.status { throw status }
    if !tally.isWhole { throw ExitStatus.partial }
  }
}

/// The report of one capture, as it is written.
private struct RenderedReport: Sendable {
  let outcome: ArchiveOutcome
  let scan: ScanSummary
  /// The worst finding; nil when there is none, or no report.
  let worst: Severity?
  /// Nil for a capture that the format has no place for.
  let text: Result<[UInt8], any Error>?

  /// Renders a capture, and counts it when it is written.
  init(_ capture: Capture, _ rules: RuleSet, _ emitter: Emitter, at place: inout Int) {
    outcome = capture.outcome
    scan = capture.snapshot.scan
    guard outcome.isReported || emitter.holdsReasons else {
      (worst, text) = (nil, nil)
      return
    }
    let report = Report(capture.snapshot, rules: rules)
    worst = report.findings.worst
    let error = outcome.sentence(without: report.snapshot.archive.path)
    let number = place
    text = Result {
      try emitter.writesRows
        ? emitter.rendered(BatchEntry(report, error: error))
        : emitter.rendered(report, at: number)
    }
    place += 1
  }
}
