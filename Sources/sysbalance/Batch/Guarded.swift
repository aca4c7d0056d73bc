internal import Dispatch

/// A value that one thread at a time may use.
///
/// As `Mutex`, which lies in the standard library, where ThreadSanitizer does not see it: it would
/// report each use of what a batch's threads share, and no report would mean anything.
final class Guarded<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  private let queue = DispatchQueue(label: "sysbalance.guarded")

  init(_ value: Value) {
    self.value = value
  }

  /// Runs `body`, which must not come here again, with the value.
  func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try queue.sync { try body(&value) }
  }
}
