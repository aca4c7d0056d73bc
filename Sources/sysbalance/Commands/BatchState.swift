internal import ReportRendering
internal import SnapshotStore
internal import Synchronization
internal import SysdiagnoseIngest

/// What a batch has done so far.
struct BatchState {
  private(set) var tally = ReportTally()
  private(set) var policy: ExitPolicy
  /// Archives that were read now, and those of them that failed in whole or in part.
  private(set) var read = 0
  private(set) var failed = 0
  /// Archives that the store has as they are, and those of them that had failed.
  private(set) var unchanged = 0
  /// Archives that were read but could not be stored.
  private(set) var notStored: [String] = []
  /// Why the batch cannot go on.
  private(set) var failure: (any Error)?

  init(policy: ExitPolicy) { self.policy = policy }

  /// Counts an archive, says what was wrong with it and writes its line.
  mutating func take(
    _ item: BatchItem<BatchLine>, _ emitter: Emitter, _ tables: TableWriter?, _ console: Console
  ) {
    switch item {
    case .read(let line, let outcome, let worst):
      read += 1
      if !outcome.errors.isEmpty { failed += 1 }
      tally.count(outcome, console)
      policy.count(worst)
      guard failure == nil else { return }
      do {
        try emitter.write(line.text)
        if let rows = line.rows { try tables?.write(rows) }
      } catch {
        failure = error
      }
    case .unchanged(let path, let file):
      unchanged += 1
      if file.error != nil { failed += 1 }
      tally.count(ArchiveOutcome(file, path: path), console)
      policy.count(file.worst)
    case .notStored(let path, let error):
      notStored.append(path)
      failure = failure ?? error
    }
  }

  /// What was done, in one sentence.
  func note(skipped: Int, left: Int) -> String {
    var words = ["\(read) read", "\(unchanged) unchanged", "\(failed) failed"]
    words.append("\(skipped) skipped")
    if left > 0 { words.append("\(left) left") }
    return words.joined(separator: ", ")
  }
}

/// Takes the results of a batch: lines to the output, messages and progress to the console.
final class BatchDelivery: Sendable {
  private let shared: Mutex<(state: BatchState, line: ProgressLine)>
  private let emitter: Emitter
  private let tables: TableWriter?
  private let console: Console

  init(_ state: BatchState, to emitter: Emitter, _ tables: TableWriter?, _ console: Console) {
    shared = Mutex((state, ProgressLine(isQuiet: console.isQuiet)))
    self.emitter = emitter
    self.tables = tables
    self.console = console
  }

  /// What the batch has done so far.
  var state: BatchState { shared.withLock { $0.state } }

  /// Takes the result of the next archive.
  @Sendable func take(_ item: BatchItem<[UInt8]>, _ progress: BatchProgress) {
    let item = item.mapLine { BatchLine(frame: $0, hasRows: tables != nil) }
    shared.withLock { shared in
      shared.line.clear()
      shared.state.take(item, emitter, tables, console)
      shared.line.show(progress)
    }
  }

  /// Clears the progress line, and tells what the batch has done.
  func end() -> BatchState {
    shared.withLock { shared in
      shared.line.clear()
      return shared.state
    }
  }
}
