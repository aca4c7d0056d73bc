import Synchronization

/// Counts all comparisons of the tests and reports them in one line after the last test.
final class Tally: Sendable {
  private struct Counts {
    var machines = 0
    var rows = 0
    var values = 0
    var batches = 0
  }

  private let counts = Mutex(Counts())
  private let batches: Int

  init(batches: Int) {
    self.batches = batches
  }

  /// Adds a batch; returns the summary line after the last one.
  func add(machines: Int, rows: Int, values: Int) -> String? {
    counts.withLock { counts in
      counts.machines += machines
      counts.rows += rows
      counts.values += values
      counts.batches += 1
      guard counts.batches == batches else { return nil }
      return
        "generated machines: \(counts.machines), rows: \(counts.rows), values: \(counts.values)"
    }
  }
}
