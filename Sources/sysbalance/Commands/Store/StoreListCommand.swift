internal import AllocationBalance
internal import ArgumentParser
internal import ReportRendering
internal import SnapshotStore

/// The snapshots of a store, a line each.
struct StoreListCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the snapshots of a store, by machine and time.")

  @Argument(help: "The store.", completion: .file())
  var store: String

  @OptionGroup var selection: StoreFilterOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var emitting: EmitOptions

  func validate() throws {
    try emitting.check(SnapshotList.self)
    try redaction.validate([store])
  }

  func console() -> Console {
    Console(redaction: redaction.session([store] + [emitting.output.output].compactMap { $0 }))
  }

  func run(_ console: Console) throws {
    let snapshots = try SnapshotStore(store, for: .reading).list(selection.filter).map {
      ListedSnapshot(id: $0.id, machine: $0.machine, summary: $0.summary)
    }
    let emitter = try emitting.emitter(console)
    try emitter.emitAlone(SnapshotList(snapshots))
    try emitter.commit()
  }
}
