/// The columns of a zone table, learned from its two header lines.
///
/// ```
///                    elem      cur         max       cur       max       cur alloc alloc
/// zone name          size     size        size     #elts     #elts     inuse  size count        Total Allocs
/// ```
///
/// Widths differ by release and flags, and one release in the wild prints a layout that no public
/// source has (`formats.md` §1.2), so the right edge of each column is taken from the header.
struct ZoneColumns {
  /// The columns that every layout has, in order.
  static let fixed: [StaticString] = [
    "size", "size", "size", "#elts", "#elts", "inuse", "size", "count",
  ]

  /// Which of the fixed columns hold a size in K; the element's size is a plain number.
  static let isSize = [false, true, true, false, false, false, true, false]

  /// The columns after the flags, in order.
  let optional: [Optional]
  /// Where the name's field ends.
  let nameEnd: Int
  /// Where each fixed column ends.
  let edges: [Int]

  /// A column that depends on zprint's flags and release.
  enum Optional {
    case wasted
    case fragmented
    case collectable
    case lifetime
  }

  /// Reads the header line that begins with `zone name`; nil when it is of no known layout.
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
    // A five wide element size may touch the name; later layouts have six and a blank.
    let elementEdge = edges[0]
    nameEnd = elementEdge == 30 || elementEdge == 23 ? elementEdge - 5 : elementEdge - 7
  }

  /// Creates the columns of a layout whose header is not printed.
  init(nameEnd: Int, edges: [Int], optional: [Optional]) {
    self.nameEnd = nameEnd
    self.edges = edges
    self.optional = optional
  }

  /// Whether the element size is five wide, which only 10.7 and older print.
  var elementWidthIsFive: Bool { edges[0] - nameEnd == 5 }

  /// Where a row of 10.7 or older ends at most when no field outgrew its column.
  var rowEnd: Int {
    let flags = printsLowBits ? 4 : 2
    let optional = optional.map { $0 == .lifetime ? 17 : printsLowBits ? 9 : 7 }
    return optional.reduce((edges.last ?? 0) + flags, +)
  }

  /// Whether sizes are printed from 32 bits: 10.7.
  var printsLowBits: Bool { elementWidthIsFive && edges[3] - edges[2] > 7 }

  /// Whether the name's field is 18 wide, which -w or -t does up to 10.13.3.
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
