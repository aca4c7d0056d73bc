internal import ArgumentParser
internal import SnapshotStore

/// What can be done with a store besides filling it.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "List, export or remove the snapshots of a store.",
    discussion: """
      A store is made by batch --store. trend and fleet take one, compare takes STORE#ID, \
      STORE#MACHINE@TIME (the machine's last snapshot at or before the time) or STORE#MACHINE \
      (its latest). It is an SQLite file: store schema prints its tables, with ten example queries.
      """,
    subcommands: [
      StoreListCommand.self, StoreExportCommand.self, StoreRemoveCommand.self,
      StoreVacuumCommand.self, StoreSchemaCommand.self,
    ])
}

/// Which snapshots of a store a command is about.
struct StoreFilterOptions: ParsableArguments {
  @Option(help: "Only this machine: its key, host name or number, as store list shows them.")
  var machine: String?

  @Option(help: "Only machines of this model.")
  var model: String?

  @Option(help: "Only snapshots of this OS build.")
  var build: String?

  @Option(
    help: "Only captures from a time on: 2026-03-14, or 2026-03-14T16:42:08+01:00.",
    transform: Self.time)
  var since: GivenTime?

  @Option(
    help: "Only captures up to a time, or to the end of a day.",
    transform: Self.time)
  var until: GivenTime?

  /// The filter that the options are.
  var filter: SnapshotFilter {
    SnapshotFilter(
      machine: machine, model: model, build: build, since: since?.first, until: until?.last)
  }

  private static func time(_ text: String) throws -> GivenTime {
    guard let time = GivenTime(text) else {
      throw ValidationError("invalid date \(text): use 2026-03-14 or 2026-03-14T16:42:08+01:00")
    }
    return time
  }
}
