/// Parses zones printed as paragraphs instead of columns (`zprint -C`).
///
/// ```
/// vm objects zone:
///     cur_size:    22704K bytes (90816 elements)
///     max_size:    29216K bytes (116864 elements)
///     elem_size:   256 bytes
///     # of elems:  87877
///     alloc_size:  16K bytes (64 elements)
///     COLLECTABLE
/// ```
///
/// Blanks in a name become dots, as in columns. Source: <doc:ZprintFormats#Order-of-the-tables>.
struct ZoneParagraphReader {
  private var name: String?
  private var source: Source?
  private var current: Quantity?
  private var maximum: Quantity?
  private var capacity: Int?
  private var element: Int?
  private var inUse: Int?
  private var flags: Zone.Flags = []
  private var words: [Range<Int>] = []

  /// Whether a paragraph has begun.
  var isOpen: Bool { name != nil }

  /// The name in a paragraph's first line; nil when the line is not one.
  static func name(_ line: Span<UInt8>) -> String? {
    let text = line.trimmedLine
    guard text.count > 6, !line[0].isBlank, line.starts(with: " zone:", at: text.upperBound - 6)
    else { return nil }
    return String(line.text(text.lowerBound..<(text.upperBound - 6)).map { $0 == " " ? "." : $0 })
  }

  /// Starts the paragraph of a zone.
  mutating func begin(_ name: String, at source: Source) {
    self = ZoneParagraphReader()
    self.name = name
    self.source = source
  }

  /// Reads a line of the paragraph.
  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    line.words(into: &words)
    guard let key = words.first else { return .furniture }
    if line.matches("#", key) {
      inUse = words.last.flatMap { line.integer($0) }
      return inUse == nil ? .unread : .row
    }
    if words.count == 1 || line.matches("CALLER", key) { return readFlag(line, key) }
    if line.matches("elem_size:", key) {
      element = line.integer(words[1])
      return element == nil ? .unread : .row
    }
    let isCurrent = line.matches("cur_size:", key)
    let isMaximum = line.matches("max_size:", key)
    if line.matches("alloc_size:", key) { return .row }
    // `WASTED: 12` with -w.
    guard isCurrent || isMaximum else { return line[key.lowerBound].isUpper ? .furniture : .unread }
    guard words.count == 5, let size = line.truncatedSize(words[1], at: source),
      let elements = line.integer(words[3].dropFirst())
    else { return .unread }
    if isCurrent { (current, capacity) = (size, elements) } else { maximum = size }
    return .row
  }

  /// Ends the paragraph; nil when it is incomplete.
  mutating func end() -> Zone? {
    defer { name = nil }
    guard let name, let source, let element, let inUse, let current, let capacity else {
      return nil
    }
    let (used, overflows) = element.multipliedReportingOverflow(by: inUse)
    guard !overflows, used <= Quantity.largestBelieved else { return nil }
    let isRedacted = current.bytes == 0 && capacity == 0 && inUse > 0
    return Zone(
      name: name, nameIsTruncated: false, elementBytes: element,
      current: isRedacted ? nil : current, maximum: maximum, inUseCount: inUse,
      capacityCount: capacity, flags: flags, collectable: nil, fragmented: nil, lifetime: nil,
      used: Quantity(bytes: used, source: source), line: source.line)
  }

  private mutating func readFlag(_ line: Span<UInt8>, _ word: Range<Int>) -> LineVerdict {
    switch line.text(word) {
    case "EXHAUSTIBLE": flags.insert(.exhaustible)
    case "COLLECTABLE": flags.insert(.collectable)
    case "PAGEABLE": flags.insert(.pageable)
    case "CALLER": flags.insert(.callerAccounted)
    default: return .unread
    }
    return .row
  }
}

extension UInt8 {
  fileprivate var isUpper: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
