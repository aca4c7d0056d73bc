/// The memory of a machine that never was: what the tools would be told by its kernel.
struct Machine {
  var pageSize = 4096
  var installed = 0
  /// Whether the kernel hides the zones' sizes from the caller (13.3 and later).
  var hidesSizes = false
  var zones: [Zone] = []
  var wired: [Wired] = []
  var maps: [Map] = []
  var views: [View] = []
  var kexts: [Kext] = []
  var processes: [Process] = []
  var sharedCaches: [Table] = []
  var pages: [(name: String, count: Int)] = []
  /// Wired memory by the kernel's own count.
  var countedAsWired = 0
  var bootCarveOut = 0

  struct Zone {
    var name: String
    var element: Int
    var current: Int
    var maximum: Int
    var inUse: Int
    var allocation: Int
    var collectable = 0
    var lifetime = 0
    var flags: Set<Character> = []
    /// A counter of 32 bits that has gone negative; only in layout A.
    var wrapped: Wrapped?

    var used: Int { element * inUse }
    /// What a kernel says that hides sizes.
    var redacted: Zone {
      Zone(
        name: name, element: element, current: 0, maximum: 0, inUse: inUse, allocation: 0,
        flags: flags)
    }
  }

  /// Which column of a zone is negative.
  enum Wrapped: CaseIterable {
    case current, maximum, capacity, inUse, wasted
  }

  struct Wired {
    enum Kind {
      case tag, kext(loadTag: Int), site, counter, breakdown
    }
    var name: String
    var kind: Kind
    var tag: Int
    var size: Int
    var peak: Int?
    var waste: Int?

    var isBreakdown: Bool { if case .breakdown = kind { true } else { false } }
  }

  struct Map {
    var name: String
    var size: Int
    var free: Int?
    var largest: Int?
    var peak: Int?
  }

  struct View {
    var name: String
    var inUse: Int
  }

  struct Kext {
    var index: Int?
    var references: Int?
    var address: UInt64?
    var size: Int?
    var wired: Int?
    var name: String
    var version: String
    var uuid: String?
    var links: [Int]
    var architecture = "x86_64"
  }

  struct Category {
    var name: String
    var detail: String?
    var dirty = 0
    var swapped = 0
    var clean = 0
    var reclaimable = 0
    var wired = 0
    var regions = 1
  }

  /// A table of categories, shared among some processes or a process's own.
  struct Table {
    var sharers: [String] = []
    var categories: [Category] = []

    var total: Category {
      categories.reduce(into: Category(name: "TOTAL", regions: 0)) { sum, next in
        sum.dirty += next.dirty
        sum.swapped += next.swapped
        sum.clean += next.clean
        sum.reclaimable += next.reclaimable
        sum.wired += next.wired
        sum.regions += next.regions
      }
    }
  }

  struct Process {
    var name: String
    var pid: Int
    var bits = 64
    var isTranslated = false
    var pageSize = 16384
    var reasons: [String] = []
    var own = Table()
    var shared: [Table] = []
    var peak: Int?

    var footprint: Int { own.total.dirty + shared.map(\.total.dirty).reduce(0, +) }
  }

  /// The zones as the kernel shows them.
  var shownZones: [Zone] { hidesSizes ? zones.map(\.redacted) : zones }
  var zonesSize: Int { shownZones.map(\.current).reduce(0, +) }
  /// The rows that zprint prints: at least 1 KiB now or once.
  var shownWired: [Wired] {
    wired.filter { $0.size > 0 && ($0.size >= 1024 || ($0.peak ?? 0) >= 1024) }
  }
  /// X of `total X of Y`.
  var wiredTotal: Int {
    zonesSize + shownWired.filter { !$0.isBreakdown }.map(\.size).reduce(0, +)
  }
}
