internal import Dispatch

/// Runs work in parallel and delivers the results in order, as early as possible.
enum OrderedWork {
  /// Runs `work` for `0..<count` on `jobs` threads and `deliver` for each result, in order.
  ///
  /// A result waits until those before it are delivered. `deliver` is never run twice at once.
  ///
  /// `mayGoOn` is asked before each piece; once it says no, no further piece is begun. `work` hands
  /// over its result once, at once or later; `end` is run when no piece is left, and afterwards all
  /// results must be there. The result is how many pieces were begun; all of these are delivered.
  static func run<Result: Sendable>(
    count: Int, jobs: Int, mayGoOn: @escaping @Sendable () -> Bool,
    work: @escaping @Sendable (Int, @escaping @Sendable (Result) -> Void) -> Void,
    end: () -> Void = {}, deliver: @escaping @Sendable (Result) -> Void
  ) -> Int {
    let queue = Guarded(Queue<Result>())
    DispatchQueue.concurrentPerform(iterations: min(jobs, max(count, 1))) { _ in
      while mayGoOn(), let index = queue.withLock({ $0.take(below: count) }) {
        work(index) { result in
          queue.withLock { queue in
            queue.finished[index] = result
            while let next = queue.finished.removeValue(forKey: queue.delivered) {
              queue.delivered += 1
              deliver(next)
            }
          }
        }
      }
    }
    end()
    return queue.withLock { $0.taken }
  }

  private struct Queue<Result: Sendable>: Sendable {
    var taken = 0
    var delivered = 0
    var finished: [Int: Result] = [:]

    mutating func take(below count: Int) -> Int? {
      guard taken < count else { return nil }
      taken += 1
      return taken - 1
    }
  }
}
