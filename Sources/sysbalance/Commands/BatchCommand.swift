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
  static let name = "batch"

  static let configuration = CommandConfiguration(
    commandName: Self.name,
    abstract: "Report every archive below folders, one line each.",
    discussion: """
      Archives are read in parallel; output keeps the order of the paths. An unreadable archive is \
      named on standard error and does not stop the rest. With --store, the next run reads only new \
      or changed archives; the others are printed from the store.

      Each archive is read in a process of its own; a crash there does not stop the batch. An \
      archive that takes longer than --timeout, needs more than --max-memory or crashes its process \
      counts as failed; with --store it is read again only with --retry-failed.

      Ctrl-C finishes the archives in progress and lists the rest; a second Ctrl-C stops at once.

      Examples:
        sysbalance batch /archives --store fleet.sqlite
        sysbalance batch /archives --format csv --bom -o archives.csv
      """)

  @Argument(
    help: "Folders to search, archives, or patterns such as 'logs/*/sysdiagnose_*'.",
    completion: .file())
  var paths: [String] = []

  @Option(help: "Archives to read at once; the number of processors by default.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var options: BatchOptions
  @OptionGroup var emitting: EmitOptions
  @OptionGroup var tables: TablesOptions
  @OptionGroup var failing: FailOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var speaking: SpeakingOptions
  @OptionGroup var guarding: GuardOptions
  @OptionGroup var worker: WorkerOptions
  @OptionGroup var reading: ReadingOptions

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
    guard options.store != nil || !options.retryFailed else {
      throw ValidationError("--retry-failed needs --store")
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
    let list = [options.filesFrom, options.store].compactMap { $0 }
    return speaking.console(
      reading.redaction.session(givenPaths + list, isForStore: options.store != nil))
  }

  func run(_ console: Console) throws {
    let rules = try rules.load()
    if worker.worker { return serve(rules, console) }
    let finder = try find(console)
    let archives = finder.archives.filter { options.shard?.holds($0) ?? true }
    guard !archives.isEmpty else { return console.note("no archive belongs to this shard") }
    let store = try options.store.map {
      try SnapshotStore($0, for: .adding, redaction: console.redaction?.ofStore)
    }
    defer { try? store?.close() }
    let emitter = try emitting.emitter(console)
    let writer = try tables.writer(
      mayReplace: emitting.output.force, redaction: console.redaction)
    try emitter.begin(BatchEntry.self)
    let batch = Batch(
      archives, loader: loader(console), rules: rules, store: store,
      retriesFailed: options.retryFailed, jobs: jobs)
    let program = ReaderProgram(
      arguments: WorkerOptions.arguments(
        width: console.redaction == nil ? emitting.width : nil, usesColor: emitting.usesColor),
      seconds: guarding.timeout, memory: guarding.maxMemory,
      speaks: console.isVerbose && console.redaction == nil)
    let delivery = BatchDelivery(
      BatchState(policy: ExitPolicy(failing.failOn)), to: emitter, writer, console)
    RunningProgram.noteStopSignals()
    let left = try batch.run(
      by: program,
      while: { ExitStatus.ofStopSignal == nil && delivery.state.failure == nil },
      render: { report, outcome in
        // An entry holds nothing that JSON cannot encode.
        let entry = Self.entry(report, outcome)
        return line(report, entry, (try? emitter.rendered(entry)) ?? []).frame
      }, deliver: delivery.take)
    try end(delivery.end(), left, finder, emitter, writer, console)
  }

  /// Reads archives for a batch that has started this process.
  private func serve(_ rules: RuleSet, _ console: Console) {
    let store: SnapshotStore?
    do throws(StoreError) {
      // With redaction the batch reads the archive again once this process has survived it, and keeps it.
      if let path = options.store, console.redaction == nil {
        store = try SnapshotStore(path, for: .addingForAnother)
      } else {
        store = nil
      }
    } catch {
      return BatchWorker.refuse(error)
    }
    defer { try? store?.close() }
    let renderer = emitting.format.renderer(
      emitting.rendering(width: worker.workerWidth, usesColor: worker.workerColor))
    BatchWorker(
      loader: loader(console), rules: rules, store: store, retriesFailed: options.retryFailed
    ).run(memory: guarding.maxMemory) { report, outcome in
      let entry = Self.entry(report, outcome)
      return line(report, entry, (try? renderer.bytes(of: entry)) ?? []).frame
    }
  }

  /// An archive's line with its rows in tables.
  private func line(_ report: Report, _ entry: BatchEntry, _ text: [UInt8]) -> BatchLine {
    BatchLine(
      text: text, rows: tables.rows(ExportedCapture(report, error: entry.error)),
      findings: Set(report.findings.findings.map(\.id)).sorted())
  }

  private func loader(_ console: Console) -> CaptureLoader {
    var loader = reading.loader(console)
    loader.readsAhead = jobs == 1
    // The batch shows how many archives are done.
    loader.observer = nil
    return loader
  }

  private static func entry(_ report: Report, _ outcome: ArchiveOutcome) -> BatchEntry {
    BatchEntry(report, error: outcome.sentence(without: report.snapshot.archive.path))
  }

  /// Says what was done, and decides how the program ends.
  private func end(
    _ state: BatchState, _ left: [String], _ finder: ArchiveFinder,
    _ emitter: Emitter, _ tables: TableWriter?, _ console: Console
  ) throws {
    if options.store != nil || emitting.format == .text {
      state.findingsNote.map(console.note)
      let skipped = finder.unfinished.count + finder.others.count
      console.note(
        state.note(skipped: skipped, left: left.count, hasStore: options.store != nil))
    }
    if let failure = state.failure {
      if failure is StoreError { console.names(of: state.notStored + left, "not stored") }
      throw failure
    }
    if let status = ExitStatus.ofStopSignal {
      if !left.isEmpty { console.names(of: left, "not read") }
      if let file = emitting.output.output {
        console.error("\(file) was not written: it is incomplete")
      }
      if let folder = self.tables.tables {
        console.error("\(folder) was not written: it is incomplete")
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
