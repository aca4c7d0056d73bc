internal import Dispatch
internal import SnapshotStore

/// Holds what a batch has read until it is written to a store, many archives in one transaction.
///
/// The thread that read them writes them: another one would take its processor, and the caches in which
/// they stand. What is read slowly is written at once; of quick archives, those of a fifth of a second.
/// Only when the next archive takes long does another thread write what waits. A batch that is killed
/// meanwhile has not delivered it, and the next batch reads it again. Nothing is locked while archives
/// wait, so that another batch can write to the store.
final class StoreQueue: Sendable {
  /// What waits to be written.
  private struct Group {
    /// Tells groups apart.
    var number = 0
    var files: [PreparedFile] = []
    var ends: [@Sendable (StoreError?) -> Void] = []
    var size = 0
    /// When the group before was taken to be written.
    var begun = ContinuousClock.now

    /// Takes what waits.
    mutating func take() -> Group {
      defer { self = Group(number: number + 1) }
      return self
    }
  }

  private static let mostFiles = 32
  private static let mostBytes = 8 << 20
  private static let interval = Duration.milliseconds(200)
  private static let longestWait = DispatchTimeInterval.milliseconds(300)

  private let store: SnapshotStore
  private let group = Guarded(Group())
  private let writer = DispatchQueue(label: "sysbalance.store-queue")

  init(_ store: SnapshotStore) {
    self.store = store
  }

  /// Holds a file.
  ///
  /// - Parameters:
  ///   - file: what was read of it, ready to be written.
  ///   - end: is run when it is in the store, or cannot be; on any thread.
  func hold(_ file: PreparedFile, end: @escaping @Sendable (StoreError?) -> Void) {
    let new = group.withLock { group in
      group.files.append(file)
      group.ends.append(end)
      group.size += file.size
      return group.files.count == 1 ? group.number : nil
    }
    guard let new else { return }
    // A timer that is still to come must not keep the store open.
    writer.asyncAfter(deadline: .now() + Self.longestWait) { [weak self] in
      guard let self else { return }
      write(group.withLock { $0.number == new ? $0.take() : Group() })
    }
  }

  /// Whether what waits is to be written before the next archive is read.
  var isDue: Bool {
    group.withLock { group in
      guard !group.files.isEmpty else { return false }
      return group.files.count >= Self.mostFiles || group.size >= Self.mostBytes
        || group.begun.duration(to: .now) >= Self.interval
    }
  }

  /// Writes what waits, and returns when no thread writes any more.
  func write() {
    writer.sync { write(group.withLock { $0.take() }) }
  }

  private func write(_ group: Group) {
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
