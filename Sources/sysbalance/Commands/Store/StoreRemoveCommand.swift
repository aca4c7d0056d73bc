internal import ArgumentParser
internal import SnapshotStore

/// Takes snapshots out of a store.
struct StoreRemoveCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove snapshots by their numbers, or all of a machine.",
    discussion: "A batch over their archives would store them again.")

  @Argument(help: "The store.", completion: .file())
  var store: String

  @Argument(help: "Numbers of snapshots, as store list shows them.")
  var ids: [Int64] = []

  @Option(help: "Remove all of this machine: its key, host name or number.")
  var machine: String?

  @OptionGroup var speaking: SpeakingOptions

  func validate() throws {
    guard ids.isEmpty != (machine == nil) else {
      throw ValidationError("choose what to remove: snapshot numbers or --machine")
    }
  }

  func console() -> Console { speaking.console() }

  func run(_ console: Console) throws {
    let store = try SnapshotStore(store, for: .changing)
    var ids = ids
    if let machine { ids = try store.list(SnapshotFilter(machine: machine)).map(\.id) }
    let removed = try store.remove(ids)
    if !speaking.quiet {
      console.note("\(removed) \(removed == 1 ? "snapshot" : "snapshots") removed")
    }
    guard removed > 0 else {
      throw CommandFailure("\(store.path): has no such snapshot; store list shows them")
    }
  }
}

/// Makes a store as small as it can be.
struct StoreVacuumCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "vacuum", abstract: "Reclaim the space of removed snapshots.")

  @Argument(help: "The store.", completion: .file())
  var store: String

  func run(_ console: Console) throws {
    try SnapshotStore(store, for: .changing).vacuum()
  }
}

/// The store's tables, for people who write SQL.
struct StoreSchemaCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a store's tables and views as SQL, with ten example queries.")

  @OptionGroup var output: OutputOptions

  func run(_ console: Console) throws {
    let destination = try output.destination()
    try destination.write(Schema.document)
    try destination.commit()
  }
}
