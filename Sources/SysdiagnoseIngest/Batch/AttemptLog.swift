internal import Dispatch
internal import SnapshotStore

/// Notes in a store which archives are about to be read.
///
/// One transaction notes many archives: one for each would wait for those that store results.
final class AttemptLog: Sendable {
  private static let window = 64

  /// How many windows, from the first on, are noted, and how many are or will be.
  private struct Windows {
    var noted = 0
    var begun = 0
  }

  private let store: SnapshotStore
  private let archives: [String]
  private let windows = Guarded(Windows())
  /// The archives that were noted and are not read yet.
  private let noted = Guarded(Set<Int>())
  private let queue = DispatchQueue(label: "sysbalance.attempts")

  init(_ store: SnapshotStore, _ archives: [String]) {
    self.store = store
    self.archives = archives
  }

  /// Notes an archive that is not noted yet, and begins to note those after it.
  ///
  /// - Returns: whether the store knows nothing of the archive as it is now.
  /// - Throws: `StoreError` when the store cannot be written.
  func begin(_ place: Int) throws(StoreError) -> Bool {
    let window = place / Self.window
    let (isNoted, isFirst) = windows.withLock { windows in
      defer { windows.begun = max(windows.begun, window + 2) }
      return (windows.noted > window, windows.begun < window + 2)
    }
    if !isNoted, let failure = queue.sync(execute: { note(through: window) }) { throw failure }
    if isFirst {
      queue.async { [self] in
        // The first archive of these meets a failure again and reports it.
        _ = note(through: window + 1)
      }
    }
    return isNew(place)
  }

  private func isNew(_ place: Int) -> Bool { noted.withLock { $0.remove(place) != nil } }

  /// Forgets the notes on archives that were not read after all.
  ///
  /// - Throws: `StoreError` when the store cannot be written.
  func forget(_ left: [String]) throws(StoreError) {
    queue.sync {}
    try store.forgetBegun(left.map { FileState(at: $0) })
  }

  private func note(through window: Int) -> StoreError? {
    do throws(StoreError) {
      let first = windows.withLock { $0.noted }
      for next in first..<max(window + 1, first) {
        let start = min(next * Self.window, archives.count)
        let end = min(start + Self.window, archives.count)
        let isNoted = try store.begin(archives[start..<end].map { FileState(at: $0) })
        noted.withLock { $0.formUnion(zip(start..<end, isNoted).filter(\.1).map(\.0)) }
        windows.withLock { $0.noted = next + 1 }
      }
      return nil
    } catch {
      return error
    }
  }
}
