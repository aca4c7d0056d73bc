/// Gathers a text in which some words are replaced, and keeps its columns where they were.
///
/// When a word becomes longer or shorter, the next gap of two blanks or more takes the difference, as
/// far as two blanks remain.
struct ColumnWriter {
  private(set) var bytes: [UInt8] = []
  private let keepsColumns: Bool
  /// By how many characters the line is now longer than it was.
  private var excess = 0

  init(keepsColumns: Bool) {
    self.keepsColumns = keepsColumns
  }

  /// Adds what stays as it was; `isLast` when no replaced word follows.
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

  /// Adds a word in the place of another.
  mutating func replace(_ old: String, by new: String) {
    bytes += new.utf8
    excess += new.count - old.count
  }

  /// The next line end, or the next two or more blanks.
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
