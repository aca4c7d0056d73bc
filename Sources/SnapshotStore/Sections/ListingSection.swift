internal import MemorySections

/// A section that lists processes: they stand in the table `listed_process`, the rest is kept as JSON.
///
/// A store of an earlier version holds the rest alone.
protocol ListingSection: TabledSection, ProcessListing where Head == Self {}

extension ListingSection {
  var head: Self {
    var head = self
    head.processes = []
    return head
  }

  func write(to snapshot: inout SnapshotRows) {
    let list = Self.descriptor.kind.rawValue
    snapshot.list(processes.map { ListedProcessRow($0, list: list) })
  }

  init(_ head: Self, _ rows: SectionRows?) throws {
    self = head
    let list = Self.descriptor.kind.rawValue
    processes = try rows?.all(ListedProcessRow.self).filter { $0.list == list }.map(\.process) ?? []
  }
}

extension TaskInfo: ListingSection {}
extension Spindump: ListingSection {}
extension TopMemory: ListingSection {}
extension JetsamPriority: ListingSection {}
extension RunningProcesses: ListingSection {}
