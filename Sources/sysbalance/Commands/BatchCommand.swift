internal import AllocationBalance
internal import ArgumentParser
internal import ReportRendering
internal import Synchronization
internal import SysdiagnoseArchive

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
      Archives are read in parallel; lines come in the order of the paths. An archive that cannot \
      be read is named on standard error and never stops the rest.
      """)

  @Argument(help: "Folders to search, or archives.")
  var paths: [String]

  @Option(help: "text, or jsonl (the object of report, one a line).")
  var format = Format.text

  @Option(help: "How many archives to read at once; as many as there are processors by default.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var failing: FailOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var speaking: SpeakingOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs takes a number from 1 on") }
  }

  func run() throws {
    let rules = try rules.load()
    let archives = try find()
    let destination = try output.destination()
    let state = Mutex(State(gate: FindingGate(failing.failOn)))
    let loader = SnapshotLoader(isFast: reading.fast, readsAhead: jobs == 1)
    let format = self.format
    OrderedWork.run(count: archives.count, jobs: jobs) { index in
      BatchLine(archives[index], loader, rules, format)
    } deliver: { line in
      state.withLock { $0.take(line, destination, isVerbose: speaking.verbose) }
    }
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      try destination.commit()
      guard state.tally.reported > 0 else { throw ExitStatus.nothingProduced }
      if let status = state.gate.status { throw status }
      if !state.tally.isWhole { throw ExitStatus.partial }
    }
  }

  private func find() throws -> [String] {
    var finder = ArchiveFinder()
    for path in paths { finder.search(path) }
    for path in finder.unreadable { Messages.error("\(path): cannot be read") }
    if !speaking.quiet {
      for path in finder.unfinished { Messages.note("\(path): unfinished, passed over") }
    }
    guard !finder.archives.isEmpty else {
      throw CommandFailure("no archive below \(paths.joined(separator: ", "))")
    }
    return finder.archives
  }

  /// What has come of the batch so far.
  private struct State {
    var tally = ReportTally()
    var gate: FindingGate
    var failure: (any Error)?

    mutating func take(_ line: BatchLine, _ destination: any OutputDestination, isVerbose: Bool) {
      tally.count(line.outcome, isVerbose: isVerbose)
      if line.outcome.isReported { gate.count(line.findings) }
      guard failure == nil else { return }
      do { try destination.write(line.text) } catch { failure = error }
    }
  }
}

/// What one archive came to, rendered where it was read so that its snapshot can be let go.
private struct BatchLine: Sendable {
  let text: String
  let outcome: ArchiveOutcome
  let findings: FindingsReport

  init(
    _ path: String, _ loader: SnapshotLoader, _ rules: RuleSet, _ format: BatchCommand.Format
  ) {
    let snapshot: Snapshot
    do {
      snapshot = try loader.load(path)
      outcome = ArchiveOutcome(snapshot)
    } catch {
      snapshot = Snapshot(
        archive: CapturedArchive(path: path), scan: ScanSummary(error), sections: [])
      outcome = ArchiveOutcome(error)
    }
    let report = Report(snapshot, rules: rules)
    findings = report.findings
    text =
      switch format {
      case .text: TextLine.render(report)
      // The object holds nothing that JSON cannot; were it so, the line would be missing.
      case .jsonl: (try? JSONRenderer.line(report)) ?? ""
      }
  }
}
