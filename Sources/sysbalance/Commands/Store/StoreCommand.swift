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

      Examples:
        sysbalance store list fleet.sqlite
        sysbalance store export fleet.sqlite --tables tables
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

  @Option(
    help: ArgumentHelp(
      "Only snapshots on which this kernel extension is loaded.",
      discussion: "NAME in any version; NAME@5.1.2, NAME@5.1..5.9, NAME@5.1.. or NAME@..5.9.",
      valueName: "name[@versions]"))
  var kext: String?

  /// The filter that the options are.
  var filter: SnapshotFilter {
    SnapshotFilter(
      machine: machine, model: model, build: build, since: since?.first, until: until?.last,
      kext: kext.map(Self.selection))
  }

  /// `NAME`, `NAME@VERSION` or `NAME@FIRST..LAST`, FIRST or LAST may be left out.
  private static func selection(_ text: String) -> KextSelection {
    guard let mark = text.lastIndex(of: "@") else { return KextSelection(name: text) }
    let (name, versions) = (String(text[..<mark]), text[text.index(after: mark)...])
    guard let range = versions.firstRange(of: "..") else {
      return KextSelection(name: name, first: String(versions), last: String(versions))
    }
    let (first, last) = (versions[..<range.lowerBound], versions[range.upperBound...])
    return KextSelection(
      name: name, first: first.isEmpty ? nil : String(first),
      last: last.isEmpty ? nil : String(last))
  }

  private static func time(_ text: String) throws -> GivenTime {
    guard let time = GivenTime(text) else {
      throw ValidationError("invalid date \(text): use 2026-03-14 or 2026-03-14T16:42:08+01:00")
    }
    return time
  }
}
