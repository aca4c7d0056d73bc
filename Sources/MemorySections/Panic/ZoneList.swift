/// Parses the list of zones above 1 MB in a panic of 10.6 to 10.10, printed when one could not
/// grow.
///
/// ```
/// kalloc.512:938160128                        Zone Name            Cur Size   Free Size
/// Kernel Stacks:1900544                       kalloc.512          938160128     2048000
/// ```
struct ZoneList {
  private(set) var zones: [Panic.ListedZone] = []
  private(set) var others: [Panic.ListedZone] = []
  private(set) var firstLine: Int?
  private var isInTable = false

  /// The most rows that are kept; kernels of those releases have about 200 zones.
  static let maximumRows = 1000

  /// Parses a row; false when the line is not one.
  mutating func read(_ line: Span<UInt8>, at source: Source) -> Bool {
    if line.firstIndex(of: "Zone Name") != nil, line.firstIndex(of: "Cur Size") != nil {
      isInTable = true
      return true
    }
    let row = isInTable ? tableRow(line, source) : listRow(line, source)
    guard let row else {
      isInTable = false
      return false
    }
    firstLine = firstLine ?? source.line
    guard zones.count + others.count < Self.maximumRows else { return true }
    if ["Kernel Stacks", "PageTables", "Kalloc.Large"].contains(row.name) {
      others.append(row)
    } else {
      zones.append(row)
    }
    return true
  }

  /// `NAME:BYTES` without a blank after the colon; the report's other lines have one.
  private func listRow(_ line: Span<UInt8>, _ source: Source) -> Panic.ListedZone? {
    let text = line.trimmedLine
    let digits = line.run(before: text.upperBound) { $0.decimalDigit != nil }
    guard !digits.isEmpty, digits.lowerBound - 1 > text.lowerBound,
      line[digits.lowerBound - 1] == UInt8(ascii: ":"),
      let size = line.exactSize(digits, at: source)
    else { return nil }
    let name = text.lowerBound..<digits.lowerBound - 1
    guard name.count <= 40, line.firstIndex(of: UInt8(ascii: ":"), in: name) == nil else {
      return nil
    }
    return Panic.ListedZone(name: line.text(name), size: size, free: nil)
  }

  /// A name, possibly with blanks, and one or two numbers at the end.
  private func tableRow(_ line: Span<UInt8>, _ source: Source) -> Panic.ListedZone? {
    var words: [Range<Int>] = []
    line.extracting(first: 200).words(into: &words)
    guard let last = words.popLast(), let lastSize = line.exactSize(last, at: source) else {
      return nil
    }
    var (size, free): (Quantity, Quantity?) = (lastSize, nil)
    if words.count > 1, let word = words.last, let before = line.exactSize(word, at: source) {
      (size, free) = (before, lastSize)
      words.removeLast()
    }
    guard let first = words.first, let end = words.last, line[first.lowerBound].isASCIILetter else {
      return nil
    }
    let name = line.text(first.lowerBound..<end.upperBound)
    return Panic.ListedZone(name: name, size: size, free: free)
  }
}
