internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering
internal import SnapshotStore
internal import SysdiagnoseArchive
internal import SysdiagnoseIngest

/// What grows over a series of archives of one machine.
struct TrendCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Say what grows over a series of archives of one machine, and how fast.",
    discussion: """
      The archives are ordered by their capture time and split where the machine was rebooted. Two \
      archives give a rate, three or more over three hours a verdict. When the zone map is full is \
      told only where an archive states its capacity.
      """)

  @Argument(help: "Archives, folders of them, or one store.")
  var paths: [String]

  @Option(help: "Of a store with several machines, the one meant: its key, host name or number.")
  var machine: String?

  @Option(help: "text or json.")
  var format = CompareCommand.Format.text

  @Option(help: "How many rows of each list the text shows; the JSON has all.")
  var top = 10

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var speaking: SpeakingOptions

  func validate() throws {
    try reading.redaction.validate(paths)
    guard top > 0 else { throw ValidationError("--top takes a number from 1 on") }
    let stores = paths.filter { SnapshotStore.isStore($0) }
    guard stores.isEmpty || paths.count == 1 else {
      throw ValidationError("a store goes alone, without archives and other stores")
    }
    guard machine == nil || !stores.isEmpty else {
      throw ValidationError("--machine is about a store")
    }
  }

  func console() -> Console {
    speaking.console(reading.redaction.session(paths + [output.output].compactMap { $0 }))
  }

  func run(_ console: Console) throws {
    let destination = try output.destination(console)
    var tally = ReportTally()
    let store = paths.first { SnapshotStore.isStore($0) }
    let snapshots =
      try store.map { try StoredSeries(path: $0).load(machine, console) } ?? load(&tally, console)
    let series: Series
    do throws(Series.Failure) {
      series = try Series(snapshots)
    } catch {
      throw CommandFailure(error.description)
    }
    let trend = Trend(series)
    switch format {
    case .json: try destination.write(JSONRenderer.document(trend))
    case .text:
      let style = TextStyle(usesColor: speaking.color.usesColor(toFile: output.output != nil))
      try destination.write(TextTrend(trend, style: style, top: top).render())
    }
    try destination.commit()
    if !tally.isWhole { throw ExitStatus.partial }
  }

  /// The snapshots that could be read; one that could not is named and left out.
  private func load(_ tally: inout ReportTally, _ console: Console) throws -> [Snapshot] {
    var finder = ArchiveFinder()
    for path in paths { finder.search(path) }
    console.failures(of: finder)
    let loader = reading.loader(console)
    var snapshots: [Snapshot] = []
    for path in finder.archives {
      do throws(ArchiveError) {
        for capture in try loader.captures(in: path) {
          tally.count(capture.outcome, console)
          if capture.outcome.isReported { snapshots.append(capture.snapshot) }
        }
      } catch {
        tally.count(ArchiveOutcome(error), console)
      }
    }
    guard !snapshots.isEmpty else {
      throw CommandFailure("no archive to draw a trend from in \(paths.joined(separator: ", "))")
    }
    return snapshots
  }
}
