/// The memory of a process in regions of one type: a row of vmmap's table.
///
/// A size is nil when the text has no such column, or gives pages of unknown size.
public struct RegionType: Sendable, Hashable, Codable {
  /// The type as printed: `MALLOC_SMALL`, `Stack`, `owned unmapped (graphics)`.
  public internal(set) var type: String
  /// Address space.
  public internal(set) var virtual: Quantity?
  /// Bytes in memory: dirty, clean and purgeable.
  public internal(set) var resident: Quantity?
  /// Bytes written and in memory, without swapped ones.
  public internal(set) var dirty: Quantity?
  /// Bytes compressed or swapped out.
  public internal(set) var swapped: Quantity?
  /// The purgeable part that the system may discard.
  public internal(set) var volatile: Quantity?
  /// The purgeable part that is in use; it is within `resident` and `swapped`.
  public internal(set) var nonvolatile: Quantity?
  /// The purgeable part that was discarded: it costs nothing.
  public internal(set) var empty: Quantity?
  /// Regions; nil when not printed.
  public internal(set) var regionCount: Int?
  /// The text after the row: `see MALLOC ZONE table below`; nil without one.
  public internal(set) var note: String?
  /// The row's line in the member.
  public internal(set) var line: Int

  init(type: String, note: String? = nil, line: Int) {
    self.type = type
    self.note = note
    self.line = line
  }

  /// Whether the row is part of TOTAL; the tool marks the others.
  public var countsInTotal: Bool { note?.hasPrefix("not counted in TOTAL") != true }

  /// Whether it is address space without memory.
  public var isReserved: Bool { note?.hasPrefix("reserved VM address space") == true }

  /// What the regions add to the process's footprint; nil when the columns are not printed.
  ///
  /// It is dirty plus swapped memory. Memory that the process owns without mapping it counts whole,
  /// by RESIDENT: vmmap sees few of its pages as dirty. Source: <doc:VmmapFormats>.
  public var footprint: Quantity? {
    guard let held = kind == .ownedUnmapped ? resident : dirty else { return nil }
    return held + (swapped ?? .zero)
  }
}

/// What a type of region is for.
extension RegionType {
  /// A purpose that the analysis knows; each has had several names.
  public enum Kind: Sendable, Hashable {
    /// Memory of malloc: zones and their bookkeeping.
    case malloc
    /// Large blocks that were freed, and that malloc keeps for reuse; they are in no zone.
    case mallocLargeEmpty
    /// Memory that the process owns without mapping it, most often of the graphics processor.
    case ownedUnmapped
    /// The page tables of the process.
    case pageTable
    /// Anything else.
    case other
  }

  /// The purpose of the type.
  public var kind: Kind {
    let name = Self.plain(type)
    if name.hasPrefix("malloc large") && name.hasSuffix("(empty)") { return .mallocLargeEmpty }
    // Guard pages hold no memory.
    if name.hasPrefix("malloc") { return name.hasSuffix("guard page") ? .other : .malloc }
    if name.hasPrefix("owned unmapped") { return .ownedUnmapped }
    return name.hasPrefix("page table") ? .pageTable : .other
  }

  /// The name that the type has in all releases: macOS 27 renamed many.
  ///
  /// Two outputs are compared by it. `Malloc Small` of 27 is `MALLOC_SMALL` before.
  public var commonName: String {
    let name = Self.plain(type)
    return Self.olderNames[name] ?? name
  }

  /// Names of macOS 27 that differ by more than their case, and the ones before.
  private static let olderNames = ["untagged": "vm allocate", "os alloc once": "kernel alloc once"]

  private static func plain(_ name: String) -> String {
    name.lowercased().replacing("_", with: " ")
  }
}

/// The columns of the table.
extension RegionType {
  /// A column of sizes, as the heading names it.
  public enum Column: String, Sendable, CaseIterable {
    case virtual = "VIRTUAL"
    case resident = "RESIDENT"
    case dirty = "DIRTY"
    case swapped = "SWAPPED"
    case volatile = "VOLATILE"
    case nonvolatile = "NONVOL"
    case empty = "EMPTY"
  }

  /// The size in a column.
  public internal(set) subscript(column: Column) -> Quantity? {
    get {
      switch column {
      case .virtual: virtual
      case .resident: resident
      case .dirty: dirty
      case .swapped: swapped
      case .volatile: volatile
      case .nonvolatile: nonvolatile
      case .empty: empty
      }
    }
    set {
      switch column {
      case .virtual: virtual = newValue
      case .resident: resident = newValue
      case .dirty: dirty = newValue
      case .swapped: swapped = newValue
      case .volatile: volatile = newValue
      case .nonvolatile: nonvolatile = newValue
      case .empty: empty = newValue
      }
    }
  }
}
