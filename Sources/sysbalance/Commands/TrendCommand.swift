internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import Platform
internal import ReportRendering
internal import SnapshotStore
internal import SysdiagnoseArchive
internal import SysdiagnoseIngest

/// What grows over a series of archives of one machine.
struct TrendCommand: EmittingCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Show what grows over a series of archives of one machine, and how fast.",
    discussion: """
      Archives are ordered by capture time and split at reboots. Two archives give a rate; three or \
      more over at least three hours give a verdict. The time until the zone map is full is given \
      only if an archive states its capacity.

      Examples:
        sysbalance trend monday.tar.gz tuesday.tar.gz wednesday.tar.gz
        sysbalance trend fleet.sqlite
      """)

  @Argument(help: "Archives, folders of them, or one store.", completion: .file())
  var paths: [String]

  @Option(help: "Machine to use from a store with several: key, host name or number.")
  var machine: String?

  @OptionGroup var emitting: EmitOptions
  @OptionGroup var speaking: SpeakingOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    try StandardInput.check(paths)
    try emitting.check(Trend.self)
    try reading.redaction.validate(paths)
    let stores = paths.filter { SnapshotStore.isStore($0) }
    guard stores.isEmpty || paths.count == 1 else {
      throw ValidationError("give one store, without archives")
    }
    guard machine == nil || !stores.isEmpty else {
      throw ValidationError("--machine needs a store")
    }
  }

  func console() -> Console {
    speaking.console(reading.redaction.session(paths + [emitting.output.output].compactMap { $0 }))
  }

  func run(_ console: Console) throws {
    Allocator.separateLargeBlocks()
    let emitter = try emitting.emitter(console)
    var tally = ReportTally()
    let store = paths.first { SnapshotStore.isStore($0) }
    let series =
      try store.map { try StoredSeries(path: $0).load(machine, console) }
      ?? load(&tally, console)
    let trend = Trend(series)
    if emitting.format == .csv || series.boots.isEmpty {
      // A table has no room for words.
      trend.passedOver.forEach { console.note("\($0.path) \($0.reason)") }
    }
    if !series.boots.isEmpty || emitter.holdsReasons {
      try emitter.emitAlone(trend)
      try emitter.commit()
    }
    guard !series.boots.isEmpty else {
      console.error("no archive can take part in a trend")
      throw ExitStatus.nothingProduced
    }
    if !tally.isWhole { throw ExitStatus.partial }
  }

  /// The series of the archives that could be read; it names the others.
  private func load(_ tally: inout ReportTally, _ console: Console) throws -> Series {
    var finder = ArchiveFinder()
    for path in paths { finder.search(path) }
    console.failures(of: finder)
    let loader = reading.loader(console)
    var builder = SeriesBuilder()
    for failure in finder.failures { builder.passOver(failure.path, failure.reason) }
    for path in finder.archives {
      for capture in loader.capturesOrFailure(in: path) {
        tally.count(capture.outcome, console)
        if capture.outcome.isReported {
          builder.add(capture.snapshot)
        } else {
          builder.passOver(path, capture.outcome.sentence(without: path) ?? "cannot be read")
        }
      }
    }
    return builder.series
  }
}
