/// The memory of a fictitious machine: the values that its kernel would give the tools.
struct Machine {
  /// Bytes of a page of the kernel.
  var pageSize = 4096
  /// Bytes of installed memory.
  var installed = 0
  /// Whether the kernel hides the zones' sizes from the caller (13.3 and later).
  var hidesSizes = false
  /// The kernel's zones, in the order of zprint.
  var zones: [Zone] = []
  /// The rows of the wired table, breakdowns too.
  var wired: [Wired] = []
  /// zprint's maps: address space, not memory.
  var maps: [Map] = []
  /// zprint's zone views, from macOS 12 on.
  var views: [View] = []
  /// The kexts, in the order of kextstat.
  var kexts: [Kext] = []
  /// The processes, kernel_task among them where footprint lists it.
  var processes: [Process] = []
  /// Memory of shared caches: footprint prints it apart from the processes.
  var sharedCaches: [Table] = []
  /// vm_stat's counts, by the words of its plain form.
  var pages: [(name: String, count: Int)] = []
  /// Wired memory by the kernel's own count.
  var countedAsWired = 0
  /// Whether zprint counts the zones' tags below their row, from 10.13 on.
  var showsZoneTags = false
  /// Swap used, the compressor and anonymous pages; nil when footprint does not print them.
  var countedAsUnwired: Int?
  /// The categories of footprint's summary; nil computes them from the processes' totals.
  var summary: [Category]?
  /// Bytes that the boot loader keeps from the kernel.
  var bootCarveOut = 0
  var identity = Identity()
  var sharedCacheUUID = "52553255-8EC4-457A-80B1-71EC3236AD45"
  /// Rows of the interval form of vm_stat, in the order of its columns.
  var samples: [[Int]] = []
  /// Bytes of swap in use.
  var swapUsed = 0
  /// kernel_task's resident size in top on 10.8.
  var kernelResident = 0
  /// Seconds awake since boot if a spindump has them; nil means never asleep.
  var secondsAwake: Int?
  /// A report of a time when memory ran out; nil for none.
  var jetsam: JetsamEvent?
  /// A report of a panic before this boot; nil for none.
  var panic: PanicReport?

  /// A zone, as the kernel counts it.
  struct Zone {
    var name: String
    /// Bytes of an element.
    var element: Int
    /// Bytes that the zone holds.
    var current: Int
    /// Bytes that it may hold.
    var maximum: Int
    var inUse: Int
    /// Bytes that it grows by.
    var allocation: Int
    /// Bytes that it could give back.
    var collectable = 0
    /// Bytes ever allocated: no size.
    var lifetime = 0
    /// The letters of its last column.
    var flags: Set<Character> = []
    /// A 32-bit counter that is negative; only in layout A.
    var wrapped: Wrapped?
    /// The printed limit of elements, if it differs from that of the maximum.
    var maximumCount: Int?

    /// The elements that it has room for.
    var capacity: Int { current / element }
    /// The number of elements in the maximum, as printed.
    var limit: Int { maximumCount ?? maximum / element }
    /// Bytes of the elements in use.
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

  /// A row of the wired table.
  struct Wired {
    /// What a row counts.
    enum Kind {
      case tag, kext(loadTag: Int), site, counter, breakdown
    }
    var name: String
    var kind: Kind
    var tag: Int
    var size: Int
    var peak: Int?
    var waste: Int?

    /// Whether it is a part of another row, and never to be added.
    var isBreakdown: Bool { if case .breakdown = kind { true } else { false } }
    /// The kext's number in kextstat; nil for other rows.
    var loadTag: Int? { if case .kext(let tag) = kind { tag } else { nil } }
  }

  /// A map of kernel address space.
  struct Map {
    var name: String
    var size: Int
    var free: Int?
    var largest: Int?
    var peak: Int?
  }

  /// A part of a zone that zprint counts by itself.
  struct View {
    var name: String
    var inUse: Int
  }

  /// A kernel extension; nil stands for what its kextstat does not print.
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

    /// Whether it is not Apple's, by its bundle id.
    var isThirdParty: Bool { !name.hasPrefix("com.apple.") }
    /// A list of symbols, not code.
    var isInterface: Bool { name.hasPrefix("com.apple.kpi.") }
  }

  /// Memory of one category, or of all of a table.
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

    /// The sum of the categories.
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

  /// A process: its own memory, and what it shares.
  struct Process {
    var name: String
    var pid: Int
    var bits = 64
    /// Whether Rosetta runs it.
    var isTranslated = false
    var pageSize = 16384
    /// The errors that footprint prints for it.
    var reasons: [String] = []
    /// Memory of this process alone.
    var own = Table()
    /// Memory that it shares; each sharer has the same table.
    var shared: [Table] = []
    var peak: Int?
    /// The rows of the dump with -v.
    var regions: [Region] = []
    /// Whether its footprint includes shared memory.
    var countsShared = true
    /// The excess of the kernel's ledger over the walk through the process's pages.
    var ledgerExtra = 0
    /// Whether errors left none of its results.
    var hasNoResults = false
    /// Whether its table is printed despite errors.
    var keepsTable = false

    /// The footprint as the kernel's walk counts it.
    var footprint: Int {
      own.total.dirty + (countsShared ? shared.map(\.total.dirty).reduce(0, +) : 0)
    }
    /// The part that is compressed or in swap.
    var swapped: Int { own.total.swapped }
  }

  /// The zones as the kernel shows them.
  var shownZones: [Zone] { hidesSizes ? zones.map(\.redacted) : zones }
  /// The size of the zones as shown: 0 where the kernel hides it.
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
