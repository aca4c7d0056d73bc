/// Splits a row with touching fields, as zprint printed them up to 10.7.
///
/// ```
/// kalloc.128          128150000K   ----1200000   ----1200000    4K    32      0
/// kalloc.1024        10244292870144K4292870144K   6291456   6291456   5000000    4K     4     1291456K
/// ```
///
/// printf gives each field at least its width; a field that does not fill its width ends there. A
/// full one may be longer: a size ends with its `K`, a count anywhere in the digits that follow.
/// Source: <doc:ZprintFormats#Known-defects>, defects 3 and 4.
struct TouchingFields {
  private let columns: ZoneColumns
  private let words: [Range<Int>]

  /// The most ways to split a row that are tried.
  private static let mostReadings = 64

  init(columns: ZoneColumns, words: [Range<Int>]) {
    self.columns = columns
    self.words = words
  }

  /// The ways to split a row into a name, fixed fields, and the rest.
  ///
  /// The ones with the shortest fields come first.
  func readings(of line: Span<UInt8>) -> [[Range<Int>]] {
    guard line.count > columns.nameEnd else { return [] }
    var found: [[Range<Int>]] = []
    extend([line.trimmed(0..<columns.nameEnd)], from: columns.nameEnd, line, into: &found)
    return found
  }

  private func extend(
    _ fields: [Range<Int>], from start: Int, _ line: Span<UInt8>, into found: inout [[Range<Int>]]
  ) {
    let place = fields.count - 1
    guard place < columns.edges.count else {
      // The flags of 10.6 and older touch the count before them.
      let rest = words.filter { $0.upperBound > start }.map {
        max($0.lowerBound, start)..<$0.upperBound
      }
      found.append(fields + rest)
      return
    }
    let width = columns.edges[place] - (place == 0 ? columns.nameEnd : columns.edges[place - 1])
    for end in ends(from: start, width: width, line)
    where isField(line, line.trimmed(start..<end), endingAt: end, isSize: ZoneColumns.isSize[place])
    {
      guard found.count < Self.mostReadings else { return }
      extend(fields + [line.trimmed(start..<end)], from: end, line, into: &found)
    }
  }

  /// The possible ends of a field with at least `width` characters.
  private func ends(from start: Int, width: Int, _ line: Span<UInt8>) -> [Int] {
    let least = start + width
    guard width > 0, least <= line.count else { return [] }
    guard line[start].decimalDigit != nil, line[least - 1].decimalDigit != nil else {
      return [least]
    }
    var end = least
    while end < line.count, line[end].decimalDigit != nil { end += 1 }
    let endsWithUnit = end < line.count && line[end] == UInt8(ascii: "K")
    return Array(least...(endsWithUnit ? end + 1 : end))
  }

  /// Whether the range can be a field: dashes, or digits with a unit for a size and without for a
  /// count.
  private func isField(
    _ line: Span<UInt8>, _ range: Range<Int>, endingAt end: Int, isSize: Bool
  ) -> Bool {
    // printf aligns numbers to the right of their fields.
    guard let first = range.first, let last = range.last, range.upperBound == end else {
      return false
    }
    if line[first] == UInt8(ascii: "-") { return true }
    let digits = isSize ? first..<last : range
    guard isSize == (line[last] == UInt8(ascii: "K")) else { return false }
    return digits.allSatisfy { line[$0].decimalDigit != nil }
  }
}
