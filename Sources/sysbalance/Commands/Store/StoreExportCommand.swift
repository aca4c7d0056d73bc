internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering
internal import SnapshotStore

/// The snapshots of a store as reports.
struct StoreExportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the report of each snapshot, one JSON object a line, as batch does.",
    discussion: """
      A process has no categories: a store keeps their totals over all processes.
      """)

  @Argument(help: "The store.")
  var store: String

  @OptionGroup var selection: StoreFilterOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var output: OutputOptions

  /// An export is what batch writes, for other programs.
  private static let format = OutputFormat.jsonl

  func validate() throws { try redaction.validate([store]) }

  func console() -> Console {
    Console(redaction: redaction.session([store] + [output.output].compactMap { $0 }))
  }

  func run(_ console: Console) throws {
    let rules = try rules.load()
    let store = try SnapshotStore(store, for: .reading)
    let emitter = Emitter(
      Self.format, RenderingOptions(), to: try output.destination(), redaction: console.redaction)
    for listed in try store.list(selection.filter) {
      // Removed by another program since it was listed.
      guard let snapshot = try store.snapshot(listed.id) else { continue }
      try emitter.emit(Report(snapshot, rules: rules))
    }
    try emitter.commit()
  }
}
