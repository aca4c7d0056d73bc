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
      Archives are read in parallel; lines come in the order of the paths. An archive that cannot \
      be read is named on standard error and never stops the rest. With --store the next run reads \
      only what is new or changed, wherever this one was stopped.

      Ctrl-C finishes the archives that are being read and says what is left; a second one ends \
      at once.
      """)

  @Argument(help: "Folders to search, archives, or patterns such as 'logs/*/sysdiagnose_*'.")
  var paths: [String] = []

  @Option(help: "text, jsonl (the object of report, one a line), or csv.")
  var format = Format.text

  @Option(help: "How many archives to read at once; as many as there are processors by default.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var options: BatchOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var failing: FailOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var speaking: SpeakingOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl, csv

    /// What a batch prints of one archive.
    @Sendable func line(_ report: Report, _ outcome: ArchiveOutcome) -> String {
      switch self {
      case .text: return TextLine.render(report)
      // A report holds nothing that JSON cannot express.
      case .jsonl: return (try? JSONRenderer.line(report)) ?? ""
      case .csv:
        let path = report.snapshot.archive.path
        return SummaryCSV.line(SnapshotSummary(report, error: outcome.sentence(without: path)))
      }
    }
  }

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs takes a number from 1 on") }
    guard !paths.isEmpty || options.filesFrom != nil else {
      throw ValidationError("say which archives: PATH…, or --files-from FILE")
    }
    guard !options.null || options.filesFrom != nil else {
      throw ValidationError("--null is about the paths of --files-from")
    }
    try reading.redaction.validate(givenPaths)
    guard options.store == nil || !reading.redaction.isWanted else {
      throw RedactionOptions.storeIsRefused
    }
    guard options.store == nil || !reading.fast else {
      throw ValidationError("a store keeps whole snapshots, which --fast does not read")
    }
  }

  /// The paths of the command line, which messages may contain.
  private var givenPaths: [String] {
    paths + [rules.rules, output.output].compactMap { $0 }
  }

  func console() -> Console {
    let list = [options.filesFrom].compactMap { $0 }
    return speaking.console(reading.redaction.session(givenPaths + list))
  }

  func run(_ console: Console) throws {
    let rules = try rules.load()
    let finder = try find(console)
    let store = try options.store.map { try SnapshotStore($0, for: .adding) }
    let destination = try output.destination(console)
    if format == .csv { try destination.write(SummaryCSV.header) }
    var loader = reading.loader(console)
    loader.readsAhead = jobs == 1
    let batch = Batch(finder.archives, loader: loader, rules: rules, store: store, jobs: jobs)
    let delivery = BatchDelivery(
      BatchState(policy: ExitPolicy(failing.failOn)), to: destination, console)
    RunningProgram.noteStopSignals()
    let left = batch.run(
      while: { ExitStatus.ofStopSignal == nil && delivery.state.failure == nil },
      render: format.line, deliver: delivery.take)
    try end(delivery.end(), left, finder, destination, console)
  }

  /// Says what was done, and decides how the program ends.
  private func end(
    _ state: BatchState, _ left: [String], _ finder: ArchiveFinder,
    _ destination: any OutputDestination, _ console: Console
  ) throws {
    if options.store != nil {
      let passedOver = finder.unfinished.count + finder.others.count
      console.note(state.note(passedOver: passedOver, left: left.count))
    }
    if let failure = state.failure {
      if failure is StoreError { console.names(of: state.notStored + left, "not stored") }
      throw failure
    }
    if let status = ExitStatus.ofStopSignal {
      if !left.isEmpty { console.names(of: left, "not read") }
      if let file = output.output { console.error("\(file) was not written, being incomplete") }
      throw status
    }
    try destination.commit()
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
      throw CommandFailure("no archive below \(places.joined(separator: ", "))")
    }
    return finder
  }

  /// Says what is passed over; of what is no archive only the number, unless all is wanted.
  ///
  /// With redaction nothing is named that was not read: which words of its name tell of a machine
  /// is known from its content alone.
  private func note(_ finder: ArchiveFinder, _ console: Console) {
    let isRedacted = console.redaction != nil
    if isRedacted {
      note(finder.unfinished.count, "unfinished archive", console)
    } else {
      for path in finder.unfinished { console.note("\(path): unfinished, passed over") }
    }
    if console.isVerbose, !isRedacted {
      for path in finder.others { console.note("\(path): no archive, passed over") }
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
    console.note("\(count) \(what)\(count == 1 ? "" : "s") passed over\(hint)\(pronoun)")
  }
}
