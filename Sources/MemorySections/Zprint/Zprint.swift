/// The output of zprint: kernel zones, wired memory by tag, maps and zone views.
///
/// Sources: <doc:ZprintFormats>; Apple's zprint(1).
public struct Zprint: Sendable, Hashable, Codable {
  /// The layout of the text.
  public internal(set) var generation: ZprintGeneration
  /// Every readable zone row, in file order.
  public internal(set) var zones: [Zone] = []
  /// Every row of the wired table except `zones`, in file order; empty before 10.11.
  public internal(set) var wired: [WiredRow] = []
  /// The wired table's row `zones`: the total size of all zones.
  public internal(set) var zonesRow: Quantity?
  /// The wired table's line `total X of Y`.
  public internal(set) var printedTotal: WiredTotal?
  /// Kernel address space by map: virtual, never to be added to other sizes.
  public internal(set) var maps: [KernelMap] = []
  /// Named views of zones: parts of a zone row.
  public internal(set) var views: [ZoneView] = []
  /// The `TOTAL …` lines, as printed.
  public internal(set) var totals = PrintedZoneTotals()

  /// Creates an output of a layout; omitted tables are empty.
  public init(
    generation: ZprintGeneration, zones: [Zone] = [], wired: [WiredRow] = [],
    zonesRow: Quantity? = nil, printedTotal: WiredTotal? = nil, maps: [KernelMap] = [],
    views: [ZoneView] = [], totals: PrintedZoneTotals = PrintedZoneTotals()
  ) {
    self.generation = generation
    self.zones = zones
    self.wired = wired
    self.zonesRow = zonesRow
    self.printedTotal = printedTotal
    self.maps = maps
    self.views = views
    self.totals = totals
  }
}

/// One kernel zone: a pool of elements of one size.
public struct Zone: Sendable, Hashable, Codable {
  /// The name as printed, with dots for blanks, without the `$` of a truncated one.
  public let name: String
  /// Whether zprint truncated the name; several zones may print the same one.
  public let nameIsTruncated: Bool
  /// The size of one element, in bytes.
  public let elementBytes: Int
  /// The size of the zone's pages; nil when it is redacted or printed as dashes.
  public let current: Quantity?
  /// Up to 10.15 the configured limit, from 11 on the high-water mark; nil when printed as dashes.
  public let maximum: Quantity?
  /// Elements in use.
  public let inUseCount: Int
  /// The capacity of the current pages in elements; nil when printed as dashes.
  public let capacityCount: Int?
  /// The zone's flags.
  public let flags: Flags
  /// Reclaimable bytes: pages that a collection could free now; nil without this column.
  public let collectable: Quantity?
  /// The size of free elements (`wasted` up to 10.13.3, `frag` later); nil when not printed.
  public let fragmented: Quantity?
  /// Bytes ever allocated in the zone's life; this is not a size.
  ///
  /// Nil when not printed.
  public let lifetime: Quantity?
  /// Elements in use times their size, in bytes.
  public let used: Quantity
  /// The row's line in the member.
  public let line: Int

  /// The letters after a zone's counts.
  public struct Flags: OptionSet, Sendable, Hashable, Codable {
    /// One bit for each letter.
    public let rawValue: UInt8

    /// Creates flags from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// `X`: the zone may run out.
    public static let exhaustible = Flags(rawValue: 1)
    /// `C`: a collection may free pages.
    public static let collectable = Flags(rawValue: 2)
    /// `A`: allocations are charged to the calling task (10.7 to 10.13.3).
    public static let callerAccounted = Flags(rawValue: 4)
    /// `P`: pageable (up to 10.6).
    public static let pageable = Flags(rawValue: 8)
  }

  /// Creates a row.
  public init(
    name: String, nameIsTruncated: Bool, elementBytes: Int, current: Quantity?, maximum: Quantity?,
    inUseCount: Int, capacityCount: Int?, flags: Flags, collectable: Quantity?,
    fragmented: Quantity?, lifetime: Quantity?, used: Quantity, line: Int
  ) {
    self.name = name
    self.nameIsTruncated = nameIsTruncated
    self.elementBytes = elementBytes
    self.current = current
    self.maximum = maximum
    self.inUseCount = inUseCount
    self.capacityCount = capacityCount
    self.flags = flags
    self.collectable = collectable
    self.fragmented = fragmented
    self.lifetime = lifetime
    self.used = used
    self.line = line
  }
}

/// One row of the wired table: memory that cannot be paged out, by its allocator.
public struct WiredRow: Sendable, Hashable, Codable {
  /// The tag's, kext's or site's name as printed.
  public let name: String
  /// The kind of name.
  public let kind: Kind
  /// The allocation tag's number; numbers of dynamic tags change from boot to boot.
  public let tag: Int?
  /// The kext's load tag, equal to kextstat's Index; nil for other rows.
  public let loadTag: Int?
  /// Wired bytes now.
  public let size: Quantity
  /// The peak; nil before 10.13 and when blank.
  public let peak: Quantity?
  /// The row's line in the member.
  public let line: Int

  /// A kind of name in the wired table.
  public enum Kind: String, Sendable, Codable {
    /// `VM_KERN_MEMORY_…`: a subsystem.
    case tag
    /// A kext's own wired allocations: its heap, not its code.
    case kext
    /// An allocation site in the kernel: a symbol or an address.
    case site
    /// `VM_KERN_COUNT_…`: memory set aside at boot.
    case counter
    /// `name[zone]`, `name[size.N]`: a part of the zones, never to be added.
    case breakdown
  }

  /// Creates a row.
  public init(
    name: String, kind: Kind, tag: Int?, loadTag: Int?, size: Quantity, peak: Quantity?, line: Int
  ) {
    self.name = name
    self.kind = kind
    self.tag = tag
    self.loadTag = loadTag
    self.size = size
    self.peak = peak
    self.line = line
  }
}

/// The line `total X of Y` below the wired table.
public struct WiredTotal: Sendable, Hashable, Codable {
  /// X: zones and all tags.
  public let accounted: Quantity
  /// Y: the kernel's count of wired memory; unreliable on 10.11 and 10.12.
  public let wired: Quantity
}

/// A range of kernel address space.
public struct KernelMap: Sendable, Hashable, Codable {
  /// The map's or counter's name.
  public let name: String
  /// Address space of the map.
  public let size: Quantity
  /// Free address space; nil when blank.
  public let free: Quantity?
  /// The largest free range; nil when blank.
  public let largestFree: Quantity?
  /// The largest size of the map so far; nil when blank.
  public let peak: Quantity?
  /// The row's line in the member.
  public let line: Int

  /// Creates a row.
  public init(
    name: String, size: Quantity, free: Quantity?, largestFree: Quantity?, peak: Quantity?,
    line: Int
  ) {
    self.name = name
    self.size = size
    self.free = free
    self.largestFree = largestFree
    self.peak = peak
    self.line = line
  }
}

/// A named part of a zone: live bytes, a subset of the zone's.
public struct ZoneView: Sendable, Hashable, Codable {
  /// The view's name.
  public let name: String
  /// Live bytes allocated through the view.
  public let inUse: Quantity
  /// The row's line in the member.
  public let line: Int

  /// Creates a row.
  public init(name: String, inUse: Quantity, line: Int) {
    self.name = name
    self.inUse = inUse
    self.line = line
  }
}

/// The `TOTAL …` lines of zprint in exact bytes; nil for a missing line.
public struct PrintedZoneTotals: Sendable, Hashable, Codable {
  /// `TOTAL SIZE`.
  ///
  /// On 10.11 to 10.13.3 it wrongly includes the wired tags.
  public internal(set) var size: Quantity?
  /// `TOTAL USED`.
  public internal(set) var used: Quantity?
  /// `TOTAL ALLOCS`: bytes ever allocated; this is not a size.
  public internal(set) var allocated: Quantity?
  /// `TOTAL WASTED`.
  public internal(set) var wasted: Quantity?
  /// `TOTAL FRAGMENTED`.
  public internal(set) var fragmented: Quantity?
  /// `TOTAL COLLECTABLE`.
  public internal(set) var collectable: Quantity?

  /// Creates the totals of a text without any.
  public init() {}
}
