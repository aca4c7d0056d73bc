import Foundation
import Synchronization

/// Lets a few programs run at a time.
///
/// All tests are begun at once, and each of hundreds would start a program: they would take each
/// other's memory and time, and a limit of time would be one for all of them together.
final class Turns: Sendable {
  /// The turns of the programs under test: more than processors, since some of them only wait.
  static let shared = Turns(2 * ProcessInfo.processInfo.activeProcessorCount)

  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  init(_ count: Int) {
    state = Mutex(State(free: count))
  }

  /// Waits for a turn, which is to be given back.
  func take() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.free > 0 else {
          state.waiting.append(continuation)
          return false
        }
        state.free -= 1
        return true
      }
      if isFree { continuation.resume() }
    }
  }

  /// Gives a turn to who has waited longest.
  func give() {
    let next = state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return nil as CheckedContinuation<Void, Never>?
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
