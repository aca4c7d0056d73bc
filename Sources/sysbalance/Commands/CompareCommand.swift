internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering
internal import SysdiagnoseArchive
internal import SysdiagnoseIngest

/// What grew and what shrank between two archives.
struct CompareCommand: EmittingCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what grew and what shrank between two archives.",
    discussion: """
      A snapshot of a store may stand for an archive: STORE#ID, STORE#MACHINE@TIME (the machine's \
      last one at or before the time), STORE#MACHINE (its latest).

      The kernel's difference is attributed to zone families, wired tags and kexts; the rest is \
      shown as unexplained. Rates and findings need two archives of one boot: findings here are \
      about growth; `report` has the findings of one archive.

      Examples:
        sysbalance compare monday.tar.gz friday.tar.gz
        sysbalance compare fleet.sqlite#3 fleet.sqlite#7 --format json
      """)

  @Argument(help: "The earlier archive, or the machine to compare with.", completion: .file())
  var old: String

  @Argument(help: "The later archive.", completion: .file())
  var new: String

  @Option(
    parsing: .upToNextOption,
    help: "Two archives taken right after boot, OLD and NEW: their sizes are subtracted first.",
    completion: .file())
  var baseline: [String] = []

  @OptionGroup var emitting: EmitOptions
  @OptionGroup var failing: FailOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var speaking: SpeakingOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    try StandardInput.check([old, new] + baseline)
    if baseline.isEmpty {
      try emitting.check(Comparison.self)
    } else {
      try emitting.check(BaselineComparison.self)
    }
    try reading.redaction.validate(paths)
    guard baseline.isEmpty || baseline.count == 2 else {
      throw ValidationError("--baseline needs two archives: OLD and NEW, taken right after boot")
    }
    guard baseline.isEmpty || failing.failOn == nil else {
      throw ValidationError("--fail-on needs findings; --baseline has none")
    }
  }

  /// The paths of the command line, which messages may contain.
  private var paths: [String] {
    [old, new] + baseline + [rules.rules, emitting.output.output].compactMap { $0 }
  }

  func console() -> Console { speaking.console(reading.redaction.session(paths)) }

  func run(_ console: Console) throws {
    let rules = try rules.load()
    let emitter = try emitting.emitter(console)
    var tally = ReportTally()
    let older = try load(old, &tally, console)
    let newer = try load(new, &tally, console)
    var policy = ExitPolicy(failing.failOn)
    if baseline.isEmpty {
      let comparison = Comparison(older, newer, rules: rules)
      policy.count(comparison.findings)
      try emitter.emitAlone(comparison)
    } else {
      let cleans = try baseline.map { try load($0, &tally, console) }
      try emitter.emitAlone(
        BaselineComparison(old: older, new: newer, oldClean: cleans[0], newClean: cleans[1]))
    }
    try emitter.commit()
    if let status = policy.status { throw status }
    if !tally.isWhole { throw ExitStatus.partial }
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
    guard captures.count == 1 else {
      throw CommandFailure.several(path, captures.map(\.snapshot.archive.name))
    }
    guard let capture = captures.first, capture.outcome.isReported else {
      throw CommandFailure(
        captures.first?.outcome.errors.joined(separator: "; ") ?? "\(path): cannot be read")
    }
    tally.count(capture.outcome, console)
    return capture.snapshot
  }
}
