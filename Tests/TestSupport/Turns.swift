import Foundation

/// Limits the number of programs that run in parallel.
///
/// All tests start at once, and each of hundreds would start a program. They would compete for
/// memory and time, and a time limit would apply to all of them together.
actor Turns {
  /// The slots for the programs under test: more than processors, since some only wait.
  static let shared = Turns(2 * ProcessInfo.processInfo.activeProcessorCount)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) {
    free = count
  }

  /// Waits for a slot; the caller must return it.
  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  /// Returns a slot to the longest waiting caller.
  func give() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
