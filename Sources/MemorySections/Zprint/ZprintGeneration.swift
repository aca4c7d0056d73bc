/// The layout of a zprint text: a letter of <doc:ZprintFormats>, or a range of letters that look alike.
///
/// It is derived only from the text, never from an OS version.
public struct ZprintGeneration: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The oldest possible layout.
  public let oldest: Letter
  /// The newest possible layout.
  public let newest: Letter

  /// `G`, or `D-E` when the text does not distinguish them.
  public var description: String {
    oldest == newest ? oldest.rawValue : "\(oldest.rawValue)-\(newest.rawValue)"
  }

  /// Whether `TOTAL SIZE` wrongly includes the wired tags (<doc:ZprintFormats#Known-defects>,
  /// defect 1).
  public var totalHoldsWiredTags: Bool { oldest >= .d && newest <= .f }

  /// The layouts of <doc:ZprintFormats>, with the releases that print them.
  public enum Letter: String, Sendable, Codable, Comparable, CaseIterable {
    /// 10.0 to 10.6.
    case a = "A"
    /// 10.7.
    case b = "B"
    /// 10.8 to 10.10.
    case c = "C"
    /// 10.11.
    case d = "D"
    /// 10.12.
    case e = "E"
    /// 10.13.0 to 10.13.3.
    case f = "F"
    /// 10.13.4 to 10.15.
    case g = "G"
    /// 11.0 to 11.3.
    case h = "H"
    /// 11.4 and later.
    case i = "I"

    /// Whether `left` is the layout of older releases.
    public static func < (left: Letter, right: Letter) -> Bool { left.rawValue < right.rawValue }
  }
}

/// The properties of a zprint text that determine its generation.
struct ZprintTraits {
  /// The header's fields have no leading blank and the name is 25 wide without -w or -t: A or B.
  var elementWidthIsFive = false
  /// The header is that of A: its counts are seven wide.
  var countsAreNarrow = false
  /// Columns `frag` and `free`, or a 25 wide name beside `total allocs`.
  var hasFragmentation = false
  /// A column `wasted`, or an 18 wide name.
  var hasOldOptionalColumns = false
  var hasWiredTable = false
  var wiredTableHasPeak = false
  var hasTotalsBlock = false
  var hasViews = false
  /// Zones in paragraphs; every release prints them alike.
  var hasNoColumns = false
  /// A zone that represents memory outside zones, as in kernels up to 10.10.
  var hasPseudoZone = false
  /// A name that exists only from 12 on.
  var hasTypedHeap = false
  /// A name that exists only from 11 on.
  var hasSplitHeap = false

  var generation: ZprintGeneration {
    if hasNoColumns, !hasWiredTable { return between(.a, .i) }
    if elementWidthIsFive { return exactly(countsAreNarrow ? .a : .b) }
    if hasTypedHeap { return exactly(.i) }
    if hasViews || hasSplitHeap { return between(.h, .i) }
    if hasFragmentation || hasTotalsBlock { return hasWiredTable ? exactly(.g) : between(.g, .i) }
    if wiredTableHasPeak { return hasOldOptionalColumns ? exactly(.f) : between(.f, .g) }
    if hasWiredTable { return between(.d, .e) }
    // D to F with -L look like C, and without -t and -w all from C to I do. The zones for stacks,
    // page tables and large allocations disappeared with 10.11.
    if hasPseudoZone { return exactly(.c) }
    return between(.c, hasOldOptionalColumns ? .f : .i)
  }

  /// Notes what a zone's name shows about the kernel's age.
  mutating func note(zone name: String) {
    if name.hasPrefix("kalloc.type") || name.hasPrefix("data_sha") {
      hasTypedHeap = true
    } else if name.hasPrefix("data.") || name.hasPrefix("default.") {
      hasSplitHeap = true
    } else if ["kernel_stacks", "page_tables", "kalloc.large"].contains(name) {
      hasPseudoZone = true
    }
  }

  /// Notes what a zone table's columns show.
  mutating func note(_ columns: ZoneColumns) {
    elementWidthIsFive = columns.elementWidthIsFive
    countsAreNarrow = columns.edges[3] - columns.edges[2] == 7
    hasFragmentation =
      columns.optional.contains(.fragmented)
      || (columns.optional == [.lifetime] && !columns.nameIsNarrow)
    hasOldOptionalColumns = columns.optional.contains(.wasted) || columns.nameIsNarrow
  }

  private func exactly(_ letter: ZprintGeneration.Letter) -> ZprintGeneration {
    ZprintGeneration(oldest: letter, newest: letter)
  }

  private func between(
    _ oldest: ZprintGeneration.Letter, _ newest: ZprintGeneration.Letter
  ) -> ZprintGeneration {
    ZprintGeneration(oldest: oldest, newest: newest)
  }
}
