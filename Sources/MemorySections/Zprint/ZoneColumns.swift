/// The columns of a zone table, derived from its two header lines.
///
/// ```
///                    elem      cur         max       cur       max       cur alloc alloc
/// zone name          size     size        size     #elts     #elts     inuse  size count        Total Allocs
/// ```
///
/// Widths differ by release and flags, and one release in the wild prints a layout without any
/// public source (<doc:ZprintFormats#Zone-table>). The right edge of each column comes from the
/// header.
struct ZoneColumns {
  /// The columns of every layout, in order.
  static let fixed: [StaticString] = [
    "size", "size", "size", "#elts", "#elts", "inuse", "size", "count",
  ]

  /// Which fixed columns hold a size in K; the element size is a plain number.
  static let isSize = [false, true, true, false, false, false, true, false]

  /// The columns after the flags, in order.
  let optional: [Optional]
  /// The end of the name's field.
  let nameEnd: Int
  /// The end of each fixed column.
  let edges: [Int]

  /// A column that depends on zprint's flags and release.
  enum Optional {
    case wasted
    case fragmented
    case collectable
    case lifetime
  }

  /// Parses the header line that begins with `zone name`; nil when the layout is unknown.
  init?(header line: Span<UInt8>) {
    var words: [Range<Int>] = []
    line.words(into: &words)
    guard words.count >= 10, line.matches("zone", words[0]), line.matches("name", words[1]) else {
      return nil
    }
    let columns = Array(words.dropFirst(2))
    for (word, name) in zip(columns, Self.fixed) where !line.matches(name, word) { return nil }
    guard let optional = Self.optional(line, columns.dropFirst(Self.fixed.count)) else {
      return nil
    }
    self.optional = optional
    edges = columns.prefix(Self.fixed.count).map(\.upperBound)
    // An element size five wide may touch the name; later layouts have six and a blank.
    let elementEdge = edges[0]
    nameEnd = elementEdge == 30 || elementEdge == 23 ? elementEdge - 5 : elementEdge - 7
  }

  /// Creates the columns of a layout without a printed header.
  init(nameEnd: Int, edges: [Int], optional: [Optional]) {
    self.nameEnd = nameEnd
    self.edges = edges
    self.optional = optional
  }

  /// Whether the element size is five wide; only 10.7 and older print it that way.
  var elementWidthIsFive: Bool { edges[0] - nameEnd == 5 }

  /// The end of a row of 10.7 or older without oversized fields.
  var rowEnd: Int {
    let flags = printsLowBits ? 4 : 2
    let optional = optional.map { $0 == .lifetime ? 17 : printsLowBits ? 9 : 7 }
    return optional.reduce((edges.last ?? 0) + flags, +)
  }

  /// Whether sizes are truncated to 32 bits: 10.7.
  var printsLowBits: Bool { elementWidthIsFive && edges[3] - edges[2] > 7 }

  /// Whether the name's field is 18 wide, as with -w or -t up to 10.13.3.
  var nameIsNarrow: Bool { nameEnd == 18 }

  private static func optional(
    _ line: Span<UInt8>, _ words: ArraySlice<Range<Int>>
  ) -> [Optional]? {
    var columns: [Optional] = []
    var sizes = 0
    for word in words {
      if line.matches("wasted", word) {
        columns.append(.wasted)
      } else if line.matches("size", word) {
        columns.append(sizes == 0 ? .fragmented : .collectable)
        sizes += 1
      } else if line.matches("Allocs", word) || line.matches("allocs", word) {
        columns.append(.lifetime)
      } else if !line.matches("Total", word) {
        return nil
      }
    }
    return sizes == 0 || sizes == 2 ? columns : nil
  }
}
