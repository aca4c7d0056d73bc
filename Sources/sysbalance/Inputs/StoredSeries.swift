internal import AllocationBalance
internal import MemoryAnalysis
internal import SnapshotStore

/// The series of one machine in a store.
struct StoredSeries {
  let path: String

  /// Loads the series of a machine; without a name, that of the only machine.
  ///
  /// - Throws: `StoreError` when the store cannot be read, `CommandFailure` when it does not say
  ///   which machine is meant.
  func load(_ machine: String?, _ console: Console) throws -> Series {
    let store = try SnapshotStore(path, for: .reading)
    let filter = SnapshotFilter(machine: machine)
    let machines = try store.machines(filter)
    guard let first = machines.first else {
      throw CommandFailure(
        machine.map { "\(path): has no machine \($0)" } ?? "\(path): holds no snapshot")
    }
    guard machines.count == 1 else {
      let names = machines.prefix(20).map { "\n  \($0.id)  \($0.key) (\($0.snapshots))" }
      let more = machines.count > 20 ? "\n  and \(machines.count - 20) more" : ""
      console.error("\(path): holds \(machines.count) machines; --machine says which one")
      console.plain(String(names.joined().dropFirst()) + more)
      throw ExitStatus.wrongUsage
    }
    var builder = SeriesBuilder()
    let ids = try store.list(SnapshotFilter(machine: first.key)).map(\.id)
    try store.forEach(ids) { builder.add($0) }
    return builder.series
  }
}
