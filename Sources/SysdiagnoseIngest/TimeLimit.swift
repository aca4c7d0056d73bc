internal import Dispatch
internal import Platform

/// Work that may not take longer than some time.
public enum TimeLimit {
  /// Does work on a thread of its own.
  ///
  /// Work that takes too long is not ended; the program is expected to end soon.
  ///
  /// - Parameters:
  ///   - seconds: the longest time.
  ///   - work: the work.
  /// - Returns: its result; nil when it took longer.
  public static func run<Value: Sendable>(
    seconds: Int, _ work: @escaping @Sendable () -> Value
  ) -> Value? {
    let result = Guarded<Value?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    let isStarted = Threads.detach {
      let value = work()
      result.withLock { $0 = value }
      isDone.signal()
    }
    guard isStarted else { return work() }
    guard isDone.wait(timeout: .now() + .seconds(seconds)) == .success else { return nil }
    return result.withLock { $0 }
  }
}
