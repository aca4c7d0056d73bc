/// Parses the rows of a category table by the columns in its header.
///
/// ```
///   Dirty  (Swapped)      Clean  Reclaimable    (Wired)    Regions    Category
///     ---        ---        ---          ---        ---        ---    ---
/// 2608 KB       0 B        0 B        48 KB        0 B          1    MALLOC_NANO
/// ```
///
/// A value is two words, number and unit; with `-f pages` it is one word. Columns in parentheses
/// are parts of Dirty. Source: <doc:FootprintFormats#Tables>, <doc:FootprintFormats#Units>.
struct FootprintTable {
  private let columns: [Column]

  private enum Column {
    case dirty
    case swapped
    case clean
    case reclaimable
    case wired
  }

  /// Parses a table's header; nil when the line is not one, or has an unknown column.
  init?(header line: Span<UInt8>, words: [Range<Int>]) {
    guard words.count >= 4, Self.isHeader(line, words: words) else { return nil }
    var columns: [Column] = []
    for word in words.dropLast(2) {
      switch line.text(word) {
      case "Dirty": columns.append(.dirty)
      case "Swapped", "(Swapped)": columns.append(.swapped)
      case "Clean": columns.append(.clean)
      case "Reclaimable": columns.append(.reclaimable)
      case "Wired", "(Wired)": columns.append(.wired)
      default: return nil
      }
    }
    self.columns = columns
  }

  /// Whether the line is a table's header, even one with unknown columns.
  static func isHeader(_ line: Span<UInt8>, words: [Range<Int>]) -> Bool {
    guard words.count >= 2, let last = words.last, line.matches("Category", last) else {
      return false
    }
    return line.matches("Regions", words[words.count - 2])
  }

  /// A row's category; nil when the line is not a complete row.
  ///
  /// Values without a unit are pages of `pageSize` bytes.
  func category(
    _ line: Span<UInt8>, words: [Range<Int>], pageSize: Int?, at source: Source
  ) -> FootprintCategory? {
    let words = Self.separated(words, line)
    var next = 0
    var values = Values()
    // All values have a unit or none has: a number that lost its unit is not a count of pages.
    let hasUnits = words.prefix(2 * columns.count).contains { line.unitShift($0) != nil }
    let pageSize = hasUnits ? nil : pageSize
    for column in columns {
      guard let value = value(line, words, &next, pageSize, source) else { return nil }
      values.set(value, for: column)
    }
    guard next + 1 < words.count, let regions = line.integer(words[next]) else { return nil }
    let label = words[next + 1].lowerBound..<line.trimmedLine.upperBound
    let gap = Self.endOfName(line, label)
    let detail = gap.map { line.text(line.trimmed($0..<label.upperBound)) }
    return FootprintCategory(
      name: line.text(label.lowerBound..<(gap ?? label.upperBound)), detail: detail,
      dirty: values.dirty, swapped: values.swapped, clean: values.clean,
      reclaimable: values.reclaimable, wired: values.wired, regions: regions, line: source.line)
  }

  /// The end of the name and the start of its detail, at two blanks; nil without a detail.
  ///
  /// A tag of `kernel_task` is one word: `VM_KERN_MEMORY_ZONE (hidden)`.
  private static func endOfName(_ line: Span<UInt8>, _ label: Range<Int>) -> Int? {
    if line.starts(with: "VM_KERN_", at: label.lowerBound) {
      return line.firstIndex(of: UInt8(ascii: " "), in: label)
    }
    return line.firstIndex(of: "  ", from: label.lowerBound).flatMap {
      $0 < label.upperBound ? $0 : nil
    }
  }

  private func value(
    _ line: Span<UInt8>, _ words: [Range<Int>], _ next: inout Int, _ pageSize: Int?,
    _ source: Source
  ) -> Quantity? {
    guard next + 1 < words.count else { return nil }
    let (first, second) = (words[next], words[next + 1])
    if line.unitShift(second) != nil {
      next += 2
      return line.roundedSize(number: first, unit: second, at: source)
    }
    next += 1
    return line.footprintSize(first, pageSize: pageSize, at: source)
  }

  /// The words of a row, with joined fields separated.
  ///
  /// With `-f bytes` a size of 100 GB fills its column and touches the unit before it:
  /// `21 B100931731456 B`.
  private static func separated(_ words: [Range<Int>], _ line: Span<UInt8>) -> [Range<Int>] {
    guard words.contains(where: { isTwo(line, $0) }) else { return words }
    return words.flatMap { word in
      let second = word.lowerBound + 1
      return isTwo(line, word) ? [word.lowerBound..<second, second..<word.upperBound] : [word]
    }
  }

  private static func isTwo(_ line: Span<UInt8>, _ word: Range<Int>) -> Bool {
    word.count > 1 && line[word.lowerBound] == UInt8(ascii: "B")
      && line[word.lowerBound + 1].decimalDigit != nil
  }

  private struct Values {
    var dirty = Quantity.zero
    var swapped: Quantity?
    var clean = Quantity.zero
    var reclaimable = Quantity.zero
    var wired: Quantity?

    mutating func set(_ value: Quantity, for column: Column) {
      switch column {
      case .dirty: dirty = value
      case .swapped: swapped = value
      case .clean: clean = value
      case .reclaimable: reclaimable = value
      case .wired: wired = value
      }
    }
  }
}
