internal import Dispatch

/// A lock for what threads hand to each other.
///
/// ThreadSanitizer does not see that the standard library's `Mutex` orders threads, so it would take what one
/// left there for another as a race. Where nothing leaves the lock, `Mutex` is the simpler one.
final class Guarded<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  private let queue = DispatchQueue(label: "sysbalance.guarded")

  init(_ value: Value) {
    self.value = value
  }

  /// Runs `body` with the value; `body` must not call this again.
  func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try queue.sync { try body(&value) }
  }
}
