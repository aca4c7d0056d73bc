/// The memory of a fictitious machine: the values that its kernel would give the tools.
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
  /// Whether zprint counts the zones' tags below their row, from 10.13 on.
  var showsZoneTags = false
  /// Swap used, the compressor and anonymous pages; nil when footprint does not print them.
  var countedAsUnwired: Int?
  /// The categories of footprint's summary; nil computes them from the processes' totals.
  var summary: [Category]?
  var bootCarveOut = 0
  var identity = Identity()
  var sharedCacheUUID = "52553255-8EC4-457A-80B1-71EC3236AD45"
  /// Rows of the interval form of vm_stat, in the order of its columns.
  var samples: [[Int]] = []
  var swapUsed = 0
  /// kernel_task's resident size in top on 10.8.
  var kernelResident = 0
  /// Seconds awake since boot if a spindump has them; nil means never asleep.
  var secondsAwake: Int?
  var jetsam: JetsamEvent?
  var panic: PanicReport?

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
    /// A 32-bit counter that is negative; only in layout A.
    var wrapped: Wrapped?
    /// The printed limit of elements, if it differs from that of the maximum.
    var maximumCount: Int?

    var capacity: Int { current / element }
    /// The number of elements in the maximum, as printed.
    var limit: Int { maximumCount ?? maximum / element }
    var used: Int { element * inUse }
    /// The zone as a kernel with hidden sizes shows it.
    var redacted: Zone {
      Zone(
        name: name, element: element, current: 0, maximum: 0, inUse: inUse, allocation: 0,
        flags: flags)
    }
  }

  /// The negative column of a zone.
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
    /// The kext's number in kextstat; nil for other rows.
    var loadTag: Int? { if case .kext(let tag) = kind { tag } else { nil } }
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

    var isThirdParty: Bool { !name.hasPrefix("com.apple.") }
    /// A list of symbols, not code.
    var isInterface: Bool { name.hasPrefix("com.apple.kpi.") }
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

  /// A row of the dump with -v.
  struct Region {
    /// The first address; nil for unmapped memory.
    var start: Int?
    var size: Int
    var object: UInt64
    var memory: Category
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
    var regions: [Region] = []
    /// Whether its footprint includes shared memory.
    var countsShared = true
    /// The excess of the kernel's ledger over the walk through the process's pages.
    var ledgerExtra = 0
    /// Whether errors left none of its results.
    var hasNoResults = false
    /// Whether its table is printed despite errors.
    var keepsTable = false

    var footprint: Int {
      own.total.dirty + (countsShared ? shared.map(\.total.dirty).reduce(0, +) : 0)
    }
    var swapped: Int { own.total.swapped }
  }

  /// The zones as the kernel shows them.
  var shownZones: [Zone] { hidesSizes ? zones.map(\.redacted) : zones }
  var zonesSize: Int { shownZones.map(\.current).reduce(0, +) }
  /// The size of all zones, hidden or not.
  var zoneBytes: Int { zones.map(\.current).reduce(0, +) }
  /// The rows that are not parts of others.
  var countedWired: [Wired] { wired.filter { !$0.isBreakdown } }
  /// Zones and every wired row that is not a part of another.
  var wiredBytes: Int { zoneBytes + countedWired.map(\.size).reduce(0, +) }
  /// Memory wired by programs.
  var mlockBytes: Int {
    wired.filter { $0.name == "VM_KERN_MEMORY_MLOCK" }.map(\.size).reduce(0, +)
  }
  /// The rows printed by zprint: at least 1 KiB now or earlier.
  var shownWired: [Wired] {
    wired.filter { $0.size > 0 && ($0.size >= 1024 || ($0.peak ?? 0) >= 1024) }
  }
  /// X of `total X of Y`.
  var wiredTotal: Int {
    zonesSize + shownWired.filter { !$0.isBreakdown }.map(\.size).reduce(0, +)
  }
}
