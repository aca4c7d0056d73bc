import Dispatch
import Synchronization
import Testing

/// Contends the lock that all shared state stands behind.
///
/// ThreadSanitizer does not see its waiting; without `scripts/checks/suppressed-races` this test fails each time,
/// and others fail when two threads happen to meet.
struct LockTests {
  @Test func contendedLock() {
    let counts = Mutex<[Int: Int]>([:])
    let most = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      for number in 0..<5_000 {
        let count = counts.withLock {
          $0[number % 7, default: 0] += 1
          return $0.count
        }
        most.withLock { $0 = max($0, count) }
      }
    }
    let total = counts.withLock { $0.values.reduce(0, +) }
    #expect(total == 20_000)
    #expect(most.withLock { $0 } == 7)
  }
}
