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
  case zone(ZoneTruth)
  case zonesRow(SizeTruth)
  case wired(WiredTruth)
  case wiredTotal(accounted: SizeTruth, wired: SizeTruth)
  case map(MapTruth)
  case view(name: String, SizeTruth)
  case zoneTotal(name: String, SizeTruth)
  case kext(Machine.Kext)
  case process(ProcessTruth)
  case message(String)
  case sharing(with: String)
  case category(CategoryTruth)
  case auxiliary(key: String, SizeTruth)
  case sharedCache
  case summary(SizeTruth)
  case systemAuxiliary(key: String, SizeTruth)
  case pages(name: String, printed: Int, tolerance: Int)
  /// A row with data that is not kept.
  case row
  /// A row of the interval form of vm_stat after the first.
  case sample
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

struct ZoneTruth {
  /// Whether the row can be parsed.
  enum Reading {
    case certain
    /// A field exceeded its column in a layout without separators.
    case uncertain
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

struct WiredTruth {
  var row: Machine.Wired
  var size: SizeTruth
  var peak: SizeTruth
  /// False when a bundle id of 64 or more characters touches the load tag.
  var nameIsCertain: Bool
}

struct MapTruth {
  var name: String
  var size: SizeTruth
  var free: SizeTruth
  var largest: SizeTruth
  var peak: SizeTruth
}

struct ProcessTruth {
  var name: String
  var pid: Int
  var isTranslated: Bool
  var footprint: SizeTruth
  var pageSize: Int?
}

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
  var lines: [PrintedLine] = []

  mutating func add(_ text: String, _ truth: LineTruth = .furniture) {
    lines.append(PrintedLine(text: text, truth: truth))
  }

  var text: String { lines.map { $0.text + "\n" }.joined() }
}
