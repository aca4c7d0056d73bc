internal import Dispatch
internal import SnapshotStore

/// Keeps what a batch reads in a store, many archives in one transaction.
///
/// An archive waits for others for a tenth of a second at most. A batch that is killed meanwhile has
/// not delivered it, and the next batch reads it again. Nothing is locked while archives wait, so
/// that another batch can write to the store.
final class StoreQueue: Sendable {
  /// What waits to be kept.
  private struct Group {
    var files: [PreparedFile] = []
    var ends: [@Sendable (StoreError?) -> Void] = []
    var size = 0
    var isOnItsWay = false

    /// Adds a file, and says what is to be done now.
    mutating func add(
      _ file: PreparedFile, _ end: @escaping @Sendable (StoreError?) -> Void
    ) -> Next {
      files.append(file)
      ends.append(end)
      size += file.size
      if files.count >= 64 || size >= 16 << 20 { return .wait }
      guard files.count >= 32 || size >= 8 << 20 else {
        return files.count == 1 ? .writeLater : .go
      }
      defer { isOnItsWay = true }
      return isOnItsWay ? .go : .write
    }
  }

  /// What to do when a file was added.
  private enum Next {
    case go
    case writeLater
    case write
    /// Write, and wait for it.
    case wait
  }

  private static let wait = DispatchTimeInterval.milliseconds(100)

  private let store: SnapshotStore
  private let group = Guarded(Group())
  private let writer = DispatchQueue(label: "sysbalance.store-queue")

  init(_ store: SnapshotStore) {
    self.store = store
  }

  /// Keeps a file with the next group; returns at once unless twice as much waits as one takes.
  ///
  /// While another process writes to the store, reading goes on; but what is held has a limit.
  ///
  /// - Parameters:
  ///   - file: what was read of a file, ready to be written.
  ///   - end: is run when the group is in the store, or cannot be; on any thread.
  func keep(_ file: PreparedFile, end: @escaping @Sendable (StoreError?) -> Void) {
    switch group.withLock({ $0.add(file, end) }) {
    case .go: break
    case .writeLater:
      // A timer that is still to come must not keep the store open.
      writer.asyncAfter(deadline: .now() + Self.wait) { [weak self] in self?.write() }
    case .write: writer.async { [self] in write() }
    case .wait: finish()
    }
  }

  /// Writes what waits.
  func finish() {
    writer.sync { write() }
  }

  private func write() {
    let group = group.withLock { group in
      defer { group = Group() }
      return group
    }
    guard !group.files.isEmpty else { return }
    var failure: StoreError?
    do throws(StoreError) {
      try store.keep(group.files)
    } catch {
      failure = error
    }
    for end in group.ends { end(failure) }
  }
}
