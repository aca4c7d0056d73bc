internal import AllocationBalance
internal import ArgumentParser
internal import ReportRendering
internal import SnapshotStore

/// The snapshots of a store, a line each.
struct StoreListCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the snapshots of a store, by machine and time.")

  @Argument(help: "The store.")
  var store: String

  @Option(help: "text, json or csv.")
  var format = Format.text

  @OptionGroup var selection: StoreFilterOptions
  @OptionGroup var output: OutputOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  func run(_ console: Console) throws {
    let snapshots = try SnapshotStore(store, for: .reading).list(selection.filter).map {
      ListedSnapshot(id: $0.id, machine: $0.machine, summary: $0.summary)
    }
    let destination = try output.destination(console)
    switch format {
    case .text: try destination.write(TextList.render(snapshots))
    case .json: try destination.write(JSONRenderer.document(snapshots))
    case .csv: try destination.write(SummaryCSV.list(snapshots))
    }
    try destination.commit()
  }
}
