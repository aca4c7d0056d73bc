/// The state of the compressor and the swap space at a panic.
///
/// ```
/// Compressor Info: 30% of compressed pages limit (OK) and 100% of segments limit (BAD) with 8 swapfiles and LOW swap space
/// ```
public struct CompressorInfo: Sendable, Hashable, Codable {
  /// Compressed pages, in percent of their limit.
  public internal(set) var pagesPercent: Int?
  /// The kernel's word for this state, `OK` or `BAD`.
  public internal(set) var pagesState: String?
  /// Segments, in percent of their limit.
  public internal(set) var segmentsPercent: Int?
  /// The kernel's word for this state, `OK` or `BAD`.
  public internal(set) var segmentsState: String?
  /// Swap files in use.
  public internal(set) var swapfiles: Int?
  /// The kernel's word for the remaining swap space, `OK` or `LOW`.
  public internal(set) var swapSpace: String?
  /// The line in the member.
  public internal(set) var line: Int

  /// Whether a limit was met: nothing more can be compressed.
  public var isExhausted: Bool { pagesState == "BAD" || segmentsState == "BAD" }

  /// Whether swap space was short.
  public var isLowOnSwap: Bool { swapSpace.map { $0 != "OK" } ?? false }

  /// Whether either was short.
  public var isShort: Bool { isExhausted || isLowOnSwap }

  /// The line in short, with the known values.
  public var words: String {
    var parts: [String] = []
    if let pagesPercent {
      parts.append("\(pagesPercent) % of the compressed pages limit\(Self.inBrackets(pagesState))")
    }
    if let segmentsPercent {
      parts.append("\(segmentsPercent) % of the segments limit\(Self.inBrackets(segmentsState))")
    }
    if let swapfiles { parts.append("\(swapfiles) swap files") }
    if let swapSpace { parts.append("\(swapSpace) swap space") }
    return parts.joined(separator: ", ")
  }

  private static func inBrackets(_ state: String?) -> String { state.map { " (\($0))" } ?? "" }

  /// Parses the line; nil when it is incomplete.
  init?(_ text: Span<UInt8>, line: Int) {
    guard let start = text.firstIndex(of: "Compressor Info:") else { return nil }
    self.line = line
    (pagesPercent, pagesState) = Self.limit(text, " of compressed pages limit", from: start)
    (segmentsPercent, segmentsState) = Self.limit(text, " of segments limit", from: start)
    if let end = text.firstIndex(of: " swapfile", from: start) {
      swapfiles = text.integer(text.run(before: end) { $0.decimalDigit != nil })
    }
    if let end = text.firstIndex(of: " swap space", from: start) {
      swapSpace = text.text(text.run(before: end) { $0.isASCIILetter })
    }
    if pagesPercent == nil, segmentsPercent == nil, swapfiles == nil { return nil }
  }

  /// `30% of … limit (OK)`: the number before, and the word in parentheses after.
  private static func limit(
    _ text: Span<UInt8>, _ words: StaticString, from start: Int
  ) -> (percent: Int?, state: String?) {
    guard let place = text.firstIndex(of: words, from: start), place > 0,
      text[place - 1] == UInt8(ascii: "%")
    else { return (nil, nil) }
    let percent = text.integer(text.run(before: place - 1) { $0.decimalDigit != nil })
    let after = place + words.utf8CodeUnitCount
    guard text.starts(with: " (", at: after) else { return (percent, nil) }
    let end = (after + 2..<text.count).first { !text[$0].isASCIILetter } ?? text.count
    return (percent, text.text(after + 2..<end))
  }
}

extension Span<UInt8> {
  /// The longest range before `end` with only matching bytes.
  func run(before end: Int, _ fits: (UInt8) -> Bool) -> Range<Int> {
    var start = Swift.min(end, count)
    while start > 0, fits(self[start - 1]) { start -= 1 }
    return start..<Swift.min(end, count)
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
