internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering
internal import SysdiagnoseArchive
internal import SysdiagnoseIngest

/// What grew and what shrank between two archives.
struct CompareCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say what grew and what shrank between two archives.",
    discussion: """
      A snapshot of a store may stand for an archive: STORE#ID, STORE#MACHINE@TIME (the machine's \
      last one at or before the time), STORE#MACHINE (its latest).

      The kernel's difference is attributed to zone families, wired tags and kexts, and what they \
      do not explain is shown. Rates are given only between two archives of one boot, and only \
      then are there findings, which are of growth; report has those of one archive.
      """)

  @Argument(help: "The earlier archive, or the machine to compare with.")
  var old: String

  @Argument(help: "The later archive.")
  var new: String

  @Option(
    parsing: .upToNextOption,
    help: "Two archives, OLD and NEW freshly booted: what a clean boot takes is taken off first.")
  var baseline: [String] = []

  @Option(help: "text or json.")
  var format = Format.text

  @Option(help: "How many rows of each list the text shows; the JSON has all.")
  var top = 10

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var failing: FailOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var speaking: SpeakingOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func validate() throws {
    try reading.redaction.validate(paths)
    guard top > 0 else { throw ValidationError("--top takes a number from 1 on") }
    guard baseline.isEmpty || baseline.count == 2 else {
      throw ValidationError("--baseline takes two archives: OLD and NEW freshly booted")
    }
    guard baseline.isEmpty || failing.failOn == nil else {
      throw ValidationError("--fail-on goes by findings, of which --baseline shows none")
    }
  }

  /// The paths of the command line, which messages may contain.
  private var paths: [String] {
    [old, new] + baseline + [rules.rules, output.output].compactMap { $0 }
  }

  func console() -> Console { speaking.console(reading.redaction.session(paths)) }

  func run(_ console: Console) throws {
    let rules = try rules.load()
    let destination = try output.destination(console)
    var tally = ReportTally()
    let older = try load(old, &tally, console)
    let newer = try load(new, &tally, console)
    var policy = ExitPolicy(failing.failOn)
    if baseline.isEmpty {
      let comparison = Comparison(older, newer, rules: rules)
      policy.count(comparison.findings)
      try destination.write(render(comparison))
    } else {
      let cleans = try baseline.map { try load($0, &tally, console) }
      try destination.write(
        render(
          BaselineComparison(old: older, new: newer, oldClean: cleans[0], newClean: cleans[1])))
    }
    try destination.commit()
    if let status = policy.status { throw status }
    if !tally.isWhole { throw ExitStatus.partial }
  }

  private func render(_ comparison: Comparison) throws -> String {
    switch format {
    case .json: try JSONRenderer.document(comparison)
    case .text: TextComparison(comparison, style: style, top: top).render()
    }
  }

  private func render(_ comparison: BaselineComparison) throws -> String {
    switch format {
    case .json: try JSONRenderer.document(comparison)
    case .text: TextBaseline(comparison, style: style, top: top).render()
    }
  }

  private var style: TextStyle {
    TextStyle(usesColor: speaking.color.usesColor(toFile: output.output != nil))
  }

  /// Loads one of the archives; without any of them there is nothing to compare.
  private func load(_ path: String, _ tally: inout ReportTally, _ console: Console) throws
    -> Snapshot
  {
    if let reference = StoreReference(path) { return try reference.load() }
    let captures: [Capture]
    do throws(ArchiveError) {
      captures = try reading.loader(console).captures(in: path)
    } catch {
      throw CommandFailure(error.description)
    }
    for capture in captures { tally.count(capture.outcome, console) }
    guard let capture = captures.first(where: \.outcome.isReported) else {
      throw ExitStatus.nothingProduced
    }
    return capture.snapshot
  }
}
