internal import AllocationBalance
internal import Platform
internal import SnapshotStore
internal import SysdiagnoseIngest

/// A snapshot of a store as a command line names it.
///
/// `STORE#12` by its number, `STORE#MACHINE@TIME` the machine's last one at or before a time,
/// `STORE#MACHINE` its latest.
struct StoreReference {
  private let store: String
  private let words: String

  /// Reads an argument as a snapshot of a store; nil when it is none.
  ///
  /// The text before the last `#` must be a store, and no file may have the whole name.
  init?(_ argument: String) {
    guard let mark = argument.lastIndex(of: "#"),
      FileStatus.kind(at: argument) == nil,
      SnapshotStore.isStore(String(argument[..<mark]))
    else { return nil }
    store = String(argument[..<mark])
    words = String(argument[argument.index(after: mark)...])
  }

  /// The snapshot.
  ///
  /// - Throws: `StoreError` when the store cannot be read, `CommandFailure` when it is not there.
  func load() throws -> Snapshot {
    let store = try SnapshotStore(store, for: .reading)
    guard let id = try Int64(words) ?? find(in: store), let snapshot = try store.snapshot(id) else {
      throw CommandFailure("\(self.store): has no snapshot \(words); store list shows them")
    }
    return snapshot
  }

  private func find(in store: SnapshotStore) throws -> Int64? {
    var machine = words
    var time: GivenTime?
    if let mark = words.lastIndex(of: "@") {
      machine = String(words[..<mark])
      let text = String(words[words.index(after: mark)...])
      time = GivenTime(text)
      guard time != nil else {
        throw CommandFailure(
          "invalid date \(text): use 2026-03-14 or 2026-03-14T16:42:08+01:00", status: .wrongUsage)
      }
    }
    return try store.list(SnapshotFilter(machine: machine)).last { snapshot in
      guard let time else { return true }
      return snapshot.capturedSeconds.map { $0 <= time.last } ?? false
    }?.id
  }
}
