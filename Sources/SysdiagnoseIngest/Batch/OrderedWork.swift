internal import Platform

/// Runs work in parallel and delivers the results in order, as early as possible.
enum OrderedWork {
  /// Does the pieces `0..<count` on `jobs` threads, and delivers each result, in order.
  ///
  /// A result waits until those before it are delivered. `deliver` is never run twice at once.
  ///
  /// - Parameters:
  ///   - count: the number of pieces.
  ///   - jobs: the number of threads.
  ///   - mayGoOn: is asked before each piece; once it says no, no further piece is begun.
  ///   - worker: makes what does the pieces of one thread.
  ///   - deliver: receives the results.
  /// - Returns: how many pieces were begun; all of these are delivered.
  static func run<Worker: OrderedWorker>(
    count: Int, jobs: Int, mayGoOn: @escaping @Sendable () -> Bool,
    worker: @escaping @Sendable () -> Worker,
    deliver: @escaping @Sendable (Worker.Result) -> Void
  ) -> Int {
    let queue = Guarded(Queue<Worker.Result>())
    Threads.run(min(jobs, count)) {
      let worker = worker()
      while mayGoOn(), let index = queue.withLock({ $0.take(below: count) }) {
        worker.work(index) { result in
          queue.withLock { queue in
            queue.finished[index] = result
            while let next = queue.finished.removeValue(forKey: queue.delivered) {
              queue.delivered += 1
              deliver(next)
            }
          }
        }
      }
      worker.end()
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

/// Does the pieces of one thread.
protocol OrderedWorker: SendableMetatype {
  associatedtype Result: Sendable

  /// Does a piece; `finish` receives its result once, at once or later, on any thread.
  func work(_ index: Int, _ finish: @escaping @Sendable (Result) -> Void)

  /// Ends the work; afterwards all results are there.
  func end()
}
