internal import AllocationBalance
internal import SnapshotStore

/// What has come of a batch so far.
struct BatchState {
  private(set) var tally = ReportTally()
  private(set) var gate: FindingGate
  /// Archives that were read now, and those of them that failed in whole or in part.
  private(set) var read = 0
  private(set) var failed = 0
  /// Archives that the store has as they are, and those of them that had failed.
  private(set) var unchanged = 0
  /// Archives that were read but could not be stored.
  private(set) var notStored: [String] = []
  /// Why the batch cannot go on.
  private(set) var failure: (any Error)?

  init(gate: FindingGate) { self.gate = gate }

  /// Takes an archive into account, says what was wrong with it and writes its line.
  mutating func take(_ item: BatchItem, _ emitter: Emitter, isVerbose: Bool) {
    switch item {
    case .read(let text, let outcome, let worst):
      read += 1
      if !outcome.errors.isEmpty { failed += 1 }
      tally.count(outcome, isVerbose: isVerbose)
      gate.count(worst)
      guard failure == nil else { return }
      do { try emitter.write(text) } catch { failure = error }
    case .unchanged(let path, let file):
      unchanged += 1
      if file.error != nil { failed += 1 }
      tally.count(ArchiveOutcome(file, path: path), isVerbose: isVerbose)
      gate.count(file.worst)
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
