internal import Platform
internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering
internal import SnapshotStore
internal import SysdiagnoseIngest

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Every archive below some folders.
struct BatchCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Report every archive below folders, one line each.",
    discussion: """
      Archives are read in parallel; output keeps the order of the paths. An unreadable archive is \
      named on standard error and does not stop the rest. With --store, the next run reads only new \
      or changed archives.

      Ctrl-C finishes the archives in progress and lists the rest; a second Ctrl-C stops at once.
      """)

  @Argument(help: "Folders to search, archives, or patterns such as 'logs/*/sysdiagnose_*'.")
  var paths: [String] = []

  @Option(help: "Archives to read at once; the number of processors by default.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var options: BatchOptions
  @OptionGroup var tables: TablesOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var failing: FailOptions
  @OptionGroup var emitting: EmitOptions
  @OptionGroup var speaking: SpeakingOptions

  func validate() throws {
    try emitting.check(BatchEntry.self, formats: [.text, .jsonl, .csv, .rows])
    guard jobs > 0 else { throw ValidationError("--jobs needs a number of at least 1") }
    guard !paths.isEmpty || options.filesFrom != nil else {
      throw ValidationError("give archives: PATH… or --files-from FILE")
    }
    guard !options.null || options.filesFrom != nil else {
      throw ValidationError("--null needs --files-from")
    }
    try reading.redaction.validate(givenPaths)
    guard options.store == nil || !reading.redaction.isWanted else {
      throw RedactionOptions.storeIsRefused
    }
    guard options.store == nil || !reading.fast else {
      throw ValidationError("--store needs whole archives; remove --fast")
    }
    guard options.store == nil || tables.tables == nil else {
      throw ValidationError(
        "--store reads only what is new: fill the store, then use store export --tables")
    }
  }

  /// The paths of the command line, which messages may contain.
  private var givenPaths: [String] {
    paths + [rules.rules, emitting.output.output, tables.tables].compactMap { $0 }
  }

  func console() -> Console {
    let list = [options.filesFrom].compactMap { $0 }
    return speaking.console(reading.redaction.session(givenPaths + list))
  }

  func run(_ console: Console) throws {
    let rules = try rules.load()
    let finder = try find(console)
    let archives = finder.archives.filter { options.shard?.holds($0) ?? true }
    guard !archives.isEmpty else { return console.note("no archive belongs to this shard") }
    let store = try options.store.map { try SnapshotStore($0, for: .adding) }
    defer { try? store?.close() }
    let emitter = try emitting.emitter(console)
    let tables = try tables.writer(
      mayReplace: emitting.output.force, redaction: console.redaction)
    try emitter.begin(BatchEntry.self)
    var loader = reading.loader(console)
    loader.readsAhead = jobs == 1
    let batch = Batch(archives, loader: loader, rules: rules, store: store, jobs: jobs)
    let delivery = BatchDelivery(
      BatchState(policy: ExitPolicy(failing.failOn)), to: emitter, tables, console)
    RunningProgram.noteStopSignals()
    let left = batch.run(
      while: { ExitStatus.ofStopSignal == nil && delivery.state.failure == nil },
      render: { report, outcome in
        let error = outcome.sentence(without: report.snapshot.archive.path)
        // An entry holds nothing that JSON cannot encode.
        let text = (try? emitter.rendered(BatchEntry(report, error: error))) ?? []
        return BatchLine(
          text: text, rows: tables?.rendered(ExportedCapture(report, error: error)))
      }, deliver: delivery.take)
    try end(delivery.end(), left, finder, emitter, tables, console)
  }

  /// Says what was done, and decides how the program ends.
  private func end(
    _ state: BatchState, _ left: [String], _ finder: ArchiveFinder,
    _ emitter: Emitter, _ tables: TableWriter?, _ console: Console
  ) throws {
    if options.store != nil {
      let skipped = finder.unfinished.count + finder.others.count
      console.note(state.note(skipped: skipped, left: left.count))
    }
    if let failure = state.failure {
      if failure is StoreError { console.names(of: state.notStored + left, "not stored") }
      throw failure
    }
    if let status = ExitStatus.ofStopSignal {
      if !left.isEmpty { console.names(of: left, "not read") }
      if let file = emitting.output.output {
        console.error("\(file) was not written, being incomplete")
      }
      if let folder = self.tables.tables {
        console.error("\(folder) was not written, being incomplete")
      }
      throw status
    }
    try emitter.commit()
    try tables?.commit()
    guard state.tally.reported > 0 else { throw ExitStatus.nothingProduced }
    if let status = state.policy.status { throw status }
    if !state.tally.isWhole || !finder.failures.isEmpty { throw ExitStatus.partial }
  }

  private func find(_ console: Console) throws -> ArchiveFinder {
    var finder = ArchiveFinder()
    let listed = try options.filesFrom.map {
      try PathList.read($0, endsWithNull: options.null)
    }
    for path in paths + (listed ?? []) { finder.search(path) }
    console.failures(of: finder)
    note(finder, console)
    guard !finder.archives.isEmpty else {
      let places = paths + (options.filesFrom.map { ["the paths of \($0)"] } ?? [])
      throw CommandFailure("no archives found in \(places.joined(separator: ", "))")
    }
    return finder
  }

  /// Says what is skipped: files that are no archives by number only, unless all is wanted.
  ///
  /// With redaction nothing is named that was not read: which words of its name tell of a machine
  /// is known from its content alone.
  private func note(_ finder: ArchiveFinder, _ console: Console) {
    let isRedacted = console.redaction != nil
    if isRedacted {
      note(finder.unfinished.count, "unfinished archive", console)
    } else {
      for path in finder.unfinished { console.note("\(path): skipped, unfinished") }
    }
    if console.isVerbose, !isRedacted {
      for path in finder.others { console.note("\(path): skipped, not an archive") }
    } else {
      note(
        finder.others.count, "other file", console, hint: isRedacted ? "" : "; -v names")
    }
  }

  private func note(
    _ count: Int, _ what: String, _ console: Console, hint: String = ""
  ) {
    guard count > 0 else { return }
    let pronoun = hint.isEmpty ? "" : count == 1 ? " it" : " them"
    console.note("\(count) \(what)\(count == 1 ? "" : "s") skipped\(hint)\(pronoun)")
  }
}
