internal import Dispatch
internal import SnapshotStore

/// Notes in a store which archives are about to be read.
///
/// One transaction notes many archives: one for each would wait for those that store results.
final class AttemptLog: Sendable {
  private static let window = 64

  private let store: SnapshotStore
  private let archives: [String]
  private let windows = Guarded(0)
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
    guard windows.withLock({ $0 <= window + 1 }) else { return isNew(place) }
    let failure = queue.sync { note(through: window) }
    if let failure { throw failure }
    queue.async { [self] in
      // The first archive of these meets a failure again and reports it.
      _ = note(through: window + 1)
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
      for next in windows.withLock({ $0 })..<max(window + 1, windows.withLock { $0 }) {
        let start = min(next * Self.window, archives.count)
        let end = min(start + Self.window, archives.count)
        let isNoted = try store.begin(archives[start..<end].map { FileState(at: $0) })
        noted.withLock { $0.formUnion(zip(start..<end, isNoted).filter(\.1).map(\.0)) }
        windows.withLock { $0 = next + 1 }
      }
      return nil
    } catch {
      return error
    }
  }
}
