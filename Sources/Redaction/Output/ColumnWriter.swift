/// Builds a text with replaced words and keeps its columns aligned.
///
/// When a replacement is longer or shorter, the next gap of two blanks or more absorbs the
/// difference, but keeps at least two blanks.
struct ColumnWriter {
  private(set) var bytes: [UInt8] = []
  private let keepsColumns: Bool
  /// How many characters the line has grown so far.
  private var excess = 0

  init(keepsColumns: Bool) {
    self.keepsColumns = keepsColumns
  }

  /// Appends unchanged text; `isLast` when no replacement follows.
  mutating func copy(_ slice: ArraySlice<UInt8>, isLast: Bool = false) {
    guard keepsColumns, excess != 0 else {
      bytes += slice
      return
    }
    var rest = slice
    while excess != 0, let gap = Self.nextGap(rest, isLast) {
      if rest[gap.lowerBound] == UInt8(ascii: "\n") {
        excess = 0
        break
      }
      let blanks = max(2, gap.count - excess)
      excess -= gap.count - blanks
      bytes += rest[..<gap.lowerBound]
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: blanks))
      rest = rest[gap.upperBound...]
    }
    bytes += rest
  }

  /// Appends a replacement for a word.
  mutating func replace(_ old: String, by new: String) {
    bytes += new.utf8
    excess += new.count - old.count
  }

  /// The next line end, or the next gap of two blanks or more.
  private static func nextGap(_ slice: ArraySlice<UInt8>, _ isLast: Bool) -> Range<Int>? {
    var index = slice.startIndex
    while index < slice.endIndex {
      if slice[index] == UInt8(ascii: "\n") { return index..<index + 1 }
      if slice[index] == UInt8(ascii: " ") {
        var end = index + 1
        while end < slice.endIndex, slice[end] == UInt8(ascii: " ") { end += 1 }
        let isTrailing = end < slice.endIndex ? slice[end] == UInt8(ascii: "\n") : isLast
        if end - index > 1, !isTrailing { return index..<end }
        index = end
      } else {
        index += 1
      }
    }
    return nil
  }
}
