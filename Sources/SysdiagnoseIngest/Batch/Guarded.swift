internal import Dispatch

/// A lock that ThreadSanitizer understands; the standard library's `Mutex` is not instrumented.
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
