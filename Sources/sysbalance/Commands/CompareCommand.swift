internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering
internal import SysdiagnoseArchive

/// What grew and what shrank between two archives.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what grew and what shrank between two archives.",
    discussion: """
      A snapshot of a store may stand for an archive: STORE#ID, STORE#MACHINE@TIME (the machine's \
      last one at or before the time), STORE#MACHINE (its latest).

      The kernel's difference is attributed to zone families, wired tags and kexts; the rest is \
      shown as unexplained. Rates and findings need two archives of one boot: findings here are \
      about growth; `report` has the findings of one archive.
      """)

  @Argument(help: "The earlier archive, or the machine to compare with.")
  var old: String

  @Argument(help: "The later archive.")
  var new: String

  @Option(
    parsing: .upToNextOption,
    help: "Two archives taken right after boot, OLD and NEW: their sizes are subtracted first.")
  var baseline: [String] = []

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var failing: FailOptions
  @OptionGroup var emitting: EmitOptions
  @OptionGroup var speaking: SpeakingOptions

  func validate() throws {
    if baseline.isEmpty {
      try emitting.check(Comparison.self)
    } else {
      try emitting.check(BaselineComparison.self)
    }
    guard baseline.isEmpty || baseline.count == 2 else {
      throw ValidationError("--baseline needs two archives: OLD and NEW, taken right after boot")
    }
    guard baseline.isEmpty || failing.failOn == nil else {
      throw ValidationError("--fail-on needs findings; --baseline has none")
    }
  }

  func run() throws {
    let rules = try rules.load()
    let emitter = try emitting.emitter()
    var tally = ReportTally()
    let older = try load(old, &tally)
    let newer = try load(new, &tally)
    var gate = FindingGate(failing.failOn)
    if baseline.isEmpty {
      let comparison = Comparison(older, newer, rules: rules)
      gate.count(comparison.findings)
      try emitter.emitAlone(comparison)
    } else {
      let cleans = try baseline.map { try load($0, &tally) }
      try emitter.emitAlone(
        BaselineComparison(old: older, new: newer, oldClean: cleans[0], newClean: cleans[1]))
    }
    try emitter.commit()
    if let status = gate.status { throw status }
    if !tally.isWhole { throw ExitStatus.partial }
  }

  /// Loads one of the archives; without any of them there is nothing to compare.
  private func load(_ path: String, _ tally: inout ReportTally) throws -> Snapshot {
    if let reference = StoreReference(path) { return try reference.load() }
    let snapshot: Snapshot
    do throws(ArchiveError) {
      snapshot = try reading.loader.load(path)
    } catch {
      throw CommandFailure(error.description)
    }
    tally.count(ArchiveOutcome(snapshot), isVerbose: speaking.verbose)
    guard snapshot.saysAnythingOfMemory else { throw ExitStatus.nothingProduced }
    return snapshot
  }
}
