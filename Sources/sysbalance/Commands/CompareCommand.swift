internal import AllocationBalance
internal import ArgumentParser
internal import ReportRendering
internal import SysdiagnoseArchive

/// What grew and what shrank between two archives.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say what grew and what shrank between two archives.",
    discussion: """
      The kernel's difference is attributed to zone families, wired tags and kexts, and what they \
      do not explain is shown. Rates are given only between two archives of one boot, and only \
      then are there findings, which are of growth; report has those of one archive.
      """)

  @Argument(help: "The earlier archive, or the machine to compare with.")
  var old: String

  @Argument(help: "The later archive.")
  var new: String

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
    guard top > 0 else { throw ValidationError("--top takes a number from 1 on") }
  }

  func run() throws {
    let rules = try rules.load()
    let destination = try output.destination()
    var tally = ReportTally()
    let comparison = Comparison(
      try load(old, &tally), try load(new, &tally), rules: rules)
    switch format {
    case .json: try destination.write(JSONRenderer.document(comparison))
    case .text:
      let style = TextStyle(usesColor: speaking.color.usesColor(toFile: output.output != nil))
      try destination.write(TextComparison(comparison, style: style, top: top).render())
    }
    try destination.commit()
    var gate = FindingGate(failing.failOn)
    gate.count(comparison.findings)
    if let status = gate.status { throw status }
    if !tally.isWhole { throw ExitStatus.partial }
  }

  /// Loads one of the two; without either there is nothing to compare.
  private func load(_ path: String, _ tally: inout ReportTally) throws -> Snapshot {
    let snapshot: Snapshot
    do throws(ArchiveError) {
      snapshot = try SnapshotLoader(isFast: reading.fast).load(path)
    } catch {
      throw CommandFailure(error.description)
    }
    tally.count(ArchiveOutcome(snapshot), isVerbose: speaking.verbose)
    guard snapshot.saysAnythingOfMemory else { throw ExitStatus.nothingProduced }
    return snapshot
  }
}
