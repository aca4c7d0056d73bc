import Foundation

/// Lets a few programs run at a time.
///
/// All tests are begun at once, and each of hundreds would start a program: they would take each
/// other's memory and time, and a limit of time would be one for all of them together.
actor Turns {
  /// The turns of the programs under test: more than processors, since some of them only wait.
  static let shared = Turns(2 * ProcessInfo.processInfo.activeProcessorCount)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) {
    free = count
  }

  /// Waits for a turn, which is to be given back.
  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  /// Gives a turn to who has waited longest.
  func give() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
