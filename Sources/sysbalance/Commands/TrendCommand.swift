internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering
internal import SnapshotStore
internal import SysdiagnoseArchive

/// What grows over a series of archives of one machine.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Show what grows over a series of archives of one machine, and how fast.",
    discussion: """
      Archives are ordered by capture time and split at reboots. Two archives give a rate; three or \
      more over at least three hours give a verdict. The time until the zone map is full is given \
      only if an archive states its capacity.
      """)

  @Argument(help: "Archives, folders of them, or one store.")
  var paths: [String]

  @Option(help: "Machine to use from a store with several: key, host name or number.")
  var machine: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var emitting: EmitOptions
  @OptionGroup var speaking: SpeakingOptions

  func validate() throws {
    try emitting.check(Trend.self)
    let stores = paths.filter { SnapshotStore.isStore($0) }
    guard stores.isEmpty || paths.count == 1 else {
      throw ValidationError("give one store, without archives")
    }
    guard machine == nil || !stores.isEmpty else {
      throw ValidationError("--machine needs a store")
    }
  }

  func run() throws {
    let emitter = try emitting.emitter()
    var tally = ReportTally()
    let store = paths.first { SnapshotStore.isStore($0) }
    let snapshots = try store.map { try StoredSeries(path: $0).load(machine) } ?? load(&tally)
    let series: Series
    do throws(Series.Failure) {
      series = try Series(snapshots)
    } catch {
      throw CommandFailure(error.description)
    }
    try emitter.emitAlone(Trend(series))
    try emitter.commit()
    if !tally.isWhole { throw ExitStatus.partial }
  }

  /// The snapshots that could be read; one that could not is named and left out.
  private func load(_ tally: inout ReportTally) throws -> [Snapshot] {
    var finder = ArchiveFinder()
    for path in paths { finder.search(path) }
    finder.nameFailures()
    var snapshots: [Snapshot] = []
    for path in finder.archives {
      do throws(ArchiveError) {
        let snapshot = try reading.loader.load(path)
        tally.count(ArchiveOutcome(snapshot), isVerbose: speaking.verbose)
        if snapshot.saysAnythingOfMemory { snapshots.append(snapshot) }
      } catch {
        tally.count(ArchiveOutcome(error), isVerbose: speaking.verbose)
      }
    }
    guard !snapshots.isEmpty else {
      throw CommandFailure("no usable archive in \(paths.joined(separator: ", "))")
    }
    return snapshots
  }
}
