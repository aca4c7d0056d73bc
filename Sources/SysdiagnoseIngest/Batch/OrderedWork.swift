internal import Dispatch

/// Runs work in parallel and delivers the results in order, as early as possible.
enum OrderedWork {
  /// Runs `work` for `0..<count` on `jobs` threads and `deliver` for each result, in order.
  ///
  /// A result waits for those before it. `deliver` never runs twice at once.
  ///
  /// `mayGoOn` is called before each piece; after false, no further piece starts. The return value
  /// is the number of pieces started; all of them are finished and delivered.
  static func run<Result: Sendable>(
    count: Int, jobs: Int, mayGoOn: @escaping @Sendable () -> Bool,
    work: @escaping @Sendable (Int) -> Result, deliver: @escaping @Sendable (Result) -> Void
  ) -> Int {
    let queue = Guarded(Queue<Result>())
    DispatchQueue.concurrentPerform(iterations: min(jobs, max(count, 1))) { _ in
      while mayGoOn(), let index = queue.withLock({ $0.take(below: count) }) {
        let result = work(index)
        queue.withLock { queue in
          queue.finished[index] = result
          while let next = queue.finished.removeValue(forKey: queue.delivered) {
            queue.delivered += 1
            deliver(next)
          }
        }
      }
    }
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
