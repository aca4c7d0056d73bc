internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// Which machine a snapshot tells of; an absent key means unknown.
struct MachineDocument: Encodable {
  let hostName: String?
  let key: String?
  let model: String?

  /// The machine; nil when nothing is known of it.
  init?(_ snapshot: Snapshot) {
    hostName = snapshot.sysctl?.hostName
    key = MachineIdentity(snapshot).key
    model = snapshot.model
    guard hostName != nil || key != nil || model != nil else { return nil }
  }
}
