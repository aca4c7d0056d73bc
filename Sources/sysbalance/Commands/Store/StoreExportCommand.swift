internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering
internal import SnapshotStore

/// The snapshots of a store as reports, or as tables.
struct StoreExportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the report of each snapshot, one JSON object a line, or tables of them all.",
    discussion: """
      A process has no categories: a store keeps their totals over all processes. With a selection, \
      the table of failures has only archives that gave a selected snapshot.
      """)

  @Argument(help: "The store.", completion: .file())
  var store: String

  @OptionGroup var selection: StoreFilterOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var tables: TablesOptions
  @OptionGroup var output: OutputOptions

  /// An export is what batch writes, for other programs.
  private static let format = OutputFormat.jsonl

  func validate() throws {
    try redaction.validate([store])
    guard tables.tables == nil || output.output == nil else {
      throw ValidationError("--tables writes a folder, and -o a file: give one of them")
    }
  }

  func console() -> Console {
    Console(redaction: redaction.session([store] + [output.output].compactMap { $0 }))
  }

  func run(_ console: Console) throws {
    let rules = try rules.load()
    let store = try SnapshotStore(store, for: .reading)
    if let writer = try tables.writer(mayReplace: output.force, redaction: console.redaction) {
      return try write(store, rules, writer)
    }
    let emitter = Emitter(
      Self.format, RenderingOptions(), to: try output.destination(), redaction: console.redaction)
    for listed in try store.list(selection.filter) {
      // Removed by another program since it was listed.
      guard let snapshot = try store.snapshot(listed.id) else { continue }
      try emitter.emit(Report(snapshot, rules: rules))
    }
    try emitter.commit()
  }

  private func write(_ store: SnapshotStore, _ rules: RuleSet, _ writer: TableWriter) throws {
    for listed in try store.list(selection.filter) {
      guard let snapshot = try store.snapshot(listed.id) else { continue }
      let report = Report(snapshot, rules: rules)
      try writer.write(writer.rendered(ExportedCapture(report, error: nil)))
    }
    for failure in try store.failures(selection.filter) {
      try writer.write(
        RenderedRows(
          ExportedFailure(
            path: failure.path, outcome: failure.outcome, error: failure.error,
            snapshot: failure.digest), as: writer.format))
    }
    try writer.commit()
  }
}
