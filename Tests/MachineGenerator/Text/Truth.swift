/// A parser's expected value for a printed size.
enum SizeTruth {
  /// No value: dashes, a blank, or an impossible number.
  case unknown
  /// Printed exactly.
  case exact(Int)
  /// Printed in whole units, truncated.
  case truncated(Int, unit: Int)
  /// Printed to the nearest place.
  case rounded(Int, place: Int)

  /// The value of a size that zprint prints in K.
  static func kibibytes(_ bytes: Int) -> SizeTruth { .truncated(bytes, unit: 1024) }
}

/// A printed line with its meaning.
struct PrintedLine {
  var text: String
  var truth: LineTruth
}

/// The meaning of a line.
enum LineTruth {
  /// No data, and not needed by other lines.
  case furniture
  /// No data, but the lines below cannot be parsed without it.
  case heading
  /// A row of a zone.
  case zone(ZoneTruth)
  /// The row `zones` of the wired table.
  case zonesRow(SizeTruth)
  /// A row of the wired table.
  case wired(WiredTruth)
  /// `total X of Y` below the wired table.
  case wiredTotal(accounted: SizeTruth, wired: SizeTruth)
  /// A row of the maps.
  case map(MapTruth)
  /// A row of the zone views.
  case view(name: String, SizeTruth)
  /// A line of `ZONE TOTALS`.
  case zoneTotal(name: String, SizeTruth)
  /// A row of kextstat.
  case kext(Machine.Kext)
  /// The header of a process.
  case process(ProcessTruth)
  /// An error of a process.
  case message(String)
  /// The header of a table that processes share.
  case sharing(with: String)
  /// A row of a table of footprint.
  case category(CategoryTruth)
  /// A line of a process's auxiliary data.
  case auxiliary(key: String, SizeTruth)
  /// The header of a shared cache.
  case sharedCache
  /// The header of the summary.
  case summary(SizeTruth)
  /// A line of the system's auxiliary data.
  case systemAuxiliary(key: String, SizeTruth)
  /// A line of vm_stat.
  case pages(name: String, printed: Int, tolerance: Int)
  /// A row with data that is not kept.
  case row
  /// A row of the interval form of vm_stat after the first.
  case sample
  /// The first row of the interval form, which counts since boot.
  case firstSample([String: (printed: Int, tolerance: Int)])

  /// Whether the line is one row of a table or list that may be missing without harm.
  var isLoose: Bool {
    switch self {
    case .furniture, .zone, .zonesRow, .wired, .wiredTotal, .map, .view, .zoneTotal, .kext,
      .category, .auxiliary, .systemAuxiliary, .pages, .row, .sample:
      true
    default: false
    }
  }
}

/// What a reader must find in the row of a zone.
struct ZoneTruth {
  /// Whether the row can be parsed.
  enum Reading {
    /// Every reader must find these values.
    case certain
    /// A field exceeded its column in a layout without separators.
    case uncertain
    /// The row must be left unread.
    case impossible
  }
  var reading = Reading.certain
  var name: String
  var nameIsTruncated: Bool
  var element: Int
  var current: SizeTruth
  var maximum: SizeTruth
  var inUse: Int
  var capacity: Int?
  var flags: Set<Character>
  var fragmented: SizeTruth
  var collectable: SizeTruth
  var lifetime: SizeTruth
  var used: Int
}

/// What a reader must find in a row of the wired table.
struct WiredTruth {
  var row: Machine.Wired
  var size: SizeTruth
  var peak: SizeTruth
  /// False when a bundle id of 64 or more characters touches the load tag.
  var nameIsCertain: Bool
}

/// What a reader must find in a row of the maps.
struct MapTruth {
  var name: String
  var size: SizeTruth
  var free: SizeTruth
  var largest: SizeTruth
  var peak: SizeTruth
}

/// What a reader must find in the header of a process.
struct ProcessTruth {
  var name: String
  var pid: Int
  var isTranslated: Bool
  var footprint: SizeTruth
  var pageSize: Int?
}

/// What a reader must find in a row of a table of footprint.
struct CategoryTruth {
  var category: Machine.Category
  var isTotal: Bool
  var dirty: SizeTruth
  var swapped: SizeTruth
  var clean: SizeTruth
  var reclaimable: SizeTruth
  var wired: SizeTruth
}

/// A printed member with its truth.
struct PrintedText {
  /// The lines, in the order of printing.
  var lines: [PrintedLine] = []

  /// Adds a line, without its end.
  mutating func add(_ text: String, _ truth: LineTruth = .furniture) {
    lines.append(PrintedLine(text: text, truth: truth))
  }

  /// The text of the member.
  var text: String { lines.map { $0.text + "\n" }.joined() }
}
