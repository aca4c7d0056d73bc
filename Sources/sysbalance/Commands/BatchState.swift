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
  /// How many archives have a finding, by its id.
  private(set) var findings: [String: Int] = [:]
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
      count(outcome, worst, console)
      write(line, emitter, tables)
    case .unchanged(let line, let outcome, let worst):
      unchanged += 1
      count(outcome, worst, console)
      write(line, emitter, tables)
    case .notStored(let path, let error):
      notStored.append(path)
      failure = failure ?? error
    }
  }

  private mutating func count(
    _ outcome: ArchiveOutcome, _ worst: Severity?, _ console: Console
  ) {
    if !outcome.errors.isEmpty { failed += 1 }
    tally.count(outcome, console)
    policy.count(worst)
  }

  private mutating func write(_ line: BatchLine, _ emitter: Emitter, _ tables: TableWriter?) {
    for id in line.findings { findings[id, default: 0] += 1 }
    guard failure == nil else { return }
    do {
      try emitter.write(line.text)
      if let rows = line.rows { try tables?.write(rows) }
    } catch {
      failure = error
    }
  }

  /// How many archives have each finding, the most frequent first; nil when none has one.
  var findingsNote: String? {
    guard !findings.isEmpty else { return nil }
    let counts = findings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return "archives by finding: "
      + counts.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  /// What was done, in one sentence.
  ///
  /// - Parameters:
  ///   - skipped: the number of files that are not read.
  ///   - left: the number of archives that were not begun.
  ///   - hasStore: whether archives could be unchanged.
  /// - Returns: such as `17 read, 0 unchanged, 5 failed, 0 skipped`.
  func note(skipped: Int, left: Int, hasStore: Bool) -> String {
    var words = ["\(read) read"] + (hasStore ? ["\(unchanged) unchanged"] : [])
    words.append("\(failed) failed")
    words.append("\(skipped) skipped")
    if left > 0 { words.append("\(left) left") }
    return words.joined(separator: ", ")
  }
}

/// Takes the results of a batch: lines to the output, messages and progress to the console.
final class BatchDelivery: Sendable {
  private let shared: Mutex<BatchState>
  private let emitter: Emitter
  private let tables: TableWriter?
  private let console: Console

  init(_ state: BatchState, to emitter: Emitter, _ tables: TableWriter?, _ console: Console) {
    shared = Mutex(state)
    self.emitter = emitter
    self.tables = tables
    self.console = console
  }

  /// What the batch has done so far.
  var state: BatchState { shared.withLock { $0 } }

  /// Takes the result of the next archive.
  @Sendable func take(_ item: BatchItem<[UInt8]>, _ progress: BatchProgress) {
    let item = item.mapLine { BatchLine(frame: $0) }
    shared.withLock { state in
      console.progress.clear()
      state.take(item, emitter, tables, console)
      console.progress.show(progress)
    }
  }

  /// Clears the progress line, and tells what the batch has done.
  func end() -> BatchState {
    console.progress.clear()
    return state
  }
}
