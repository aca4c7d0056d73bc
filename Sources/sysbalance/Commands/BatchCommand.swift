internal import AllocationBalance
internal import MemoryAnalysis
internal import ArgumentParser
internal import ReportRendering
internal import SnapshotStore
internal import Synchronization

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Every archive below some folders.
struct BatchCommand: ParsableCommand {
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
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var failing: FailOptions
  @OptionGroup var emitting: EmitOptions
  @OptionGroup var speaking: SpeakingOptions

  func validate() throws {
    try emitting.check(BatchEntry.self, formats: [.text, .jsonl, .csv])
    guard jobs > 0 else { throw ValidationError("--jobs needs a number of at least 1") }
    guard !paths.isEmpty || options.filesFrom != nil else {
      throw ValidationError("give archives: PATH… or --files-from FILE")
    }
    guard !options.null || options.filesFrom != nil else {
      throw ValidationError("--null needs --files-from")
    }
    guard options.store == nil || !reading.fast else {
      throw ValidationError("--store needs whole archives; remove --fast")
    }
  }

  func run() throws {
    let rules = try rules.load()
    let finder = try find()
    let store = try options.store.map { try SnapshotStore($0, for: .adding) }
    let emitter = try emitting.emitter()
    try emitter.begin(BatchEntry.self)
    var loader = reading.loader
    loader.readsAhead = jobs == 1
    let reader = BatchReader(loader: loader, rules: rules, emitter: emitter, store: store)
    let batch = Batch(
      archives: finder.archives, jobs: jobs, reader: reader, emitter: emitter,
      state: BatchState(gate: FindingGate(failing.failOn)), speaking: speaking)
    StopRequest.watch()
    let (state, left) = batch.run()
    try end(state, left, finder, emitter)
  }

  /// Says what was done, and decides how the program ends.
  private func end(
    _ state: BatchState, _ left: ArraySlice<String>, _ finder: ArchiveFinder,
    _ emitter: Emitter
  ) throws {
    if options.store != nil, !speaking.quiet {
      let skipped = finder.unfinished.count + finder.others.count
      Messages.note(state.note(skipped: skipped, left: left.count))
    }
    if let failure = state.failure {
      if failure is StoreError { Messages.names(of: state.notStored + left, "not stored") }
      throw failure
    }
    if let status = StopRequest.status {
      if !left.isEmpty { Messages.names(of: Array(left), "not read") }
      if let file = emitting.output.output { Messages.error("\(file) was not written, being incomplete") }
      throw status
    }
    try emitter.commit()
    guard state.tally.reported > 0 else { throw ExitStatus.nothingProduced }
    if let status = state.gate.status { throw status }
    if !state.tally.isWhole || !finder.failures.isEmpty { throw ExitStatus.partial }
  }

  private func find() throws -> ArchiveFinder {
    var finder = ArchiveFinder()
    let listed = try options.filesFrom.map {
      try PathList.read($0, endsWithNull: options.null)
    }
    for path in paths + (listed ?? []) { finder.search(path) }
    finder.nameFailures()
    if !speaking.quiet { note(finder) }
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
  private func note(_ finder: ArchiveFinder) {
    let isRedacted = Redaction.current != nil
    if isRedacted {
      note(finder.unfinished.count, "unfinished archive")
    } else {
      for path in finder.unfinished { Messages.note("\(path): skipped, unfinished") }
    }
    if speaking.verbose, !isRedacted {
      for path in finder.others { Messages.note("\(path): skipped, not an archive") }
    } else {
      note(finder.others.count, "other file", isRedacted ? "" : "; -v names")
    }
  }

  private func note(_ count: Int, _ what: String, _ hint: String = "") {
    guard count > 0 else { return }
    let pronoun = hint.isEmpty ? "" : count == 1 ? " it" : " them"
    Messages.note("\(count) \(what)\(count == 1 ? "" : "s") skipped\(hint)\(pronoun)")
  }
}
