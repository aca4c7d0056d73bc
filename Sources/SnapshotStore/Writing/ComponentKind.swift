internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// What a component's name is a name of; the numbers are those of the table `component_kind`.
enum ComponentKind: Int {
  /// Zones of one family.
  case zone = 1
  /// Counted rows of the wired table, kexts' left out.
  case wired = 2
  /// What a kext allocated for itself.
  case kextHeap = 3
  /// The loaded image of a kext that is not Apple's.
  case kextImage = 4
  /// The processes of one app.
  case app = 5
  /// A category of kernel_task, where the kernel's figure is the sum of them.
  case category = 6

  /// The smallest app that is kept; a machine runs hundreds of smaller ones.
  private static let leastAppBytes = 1 << 20

  /// A snapshot's sizes with their names: things of one name are one thing, and add up.
  ///
  /// A zone whose size is redacted counts with what its elements in use take.
  static func sizes(
    of snapshot: Snapshot, _ balance: Balance
  ) -> [(ComponentKind, [(name: String, bytes: Int)])] {
    let counted = snapshot.zprint?.countedWired ?? []
    let thirdParty = snapshot.kextstat?.thirdParty ?? []
    let apps = balance.processes?.groups.filter { $0.footprint.bytes >= leastAppBytes } ?? []
    let isOfCategories = balance.kernel?.origin == .kernelTask
    let categories = isOfCategories ? snapshot.footprint?.kernelTask?.categories ?? [] : []
    return [
      (.zone, (snapshot.zprint?.zones ?? []).map { ($0.family, ($0.current ?? $0.used).bytes) }),
      (.wired, counted.filter { $0.kind != .kext }.map { ($0.name, $0.size.bytes) }),
      (.kextHeap, counted.filter { $0.kind == .kext }.map { ($0.name, $0.size.bytes) }),
      (.kextImage, thirdParty.compactMap { kext in kext.wired.map { (kext.name, $0.bytes) } }),
      (.app, apps.map { ($0.app, $0.footprint.bytes) }),
      (.category, categories.map { ($0.name, $0.dirty.bytes) }),
    ]
  }
}
