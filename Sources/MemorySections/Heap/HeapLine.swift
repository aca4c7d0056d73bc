internal import Platform

/// A line of heap that counts blocks, of all zones or of one.
///
/// ```
/// All zones: 150732 nodes (48774664 bytes)
/// All zones: 150732 nodes malloced - Sizes: 2048KB[5] 48KB[1] 16[4]
/// Zone DefaultMallocZone_0x1004c9000: Overall size: 196992KB; 13993 nodes malloced for 160779KB (81% of capacity)
/// Zone GFXMallocZone_0x1004d8000: Overall size: 0KB
/// Zone DefaultMallocZone_0x1004c9000: 13993 nodes (164637440 bytes)
/// Zone DefaultMallocZone_0x1004c9000: 13993 nodes - Sizes: 160KB[1000] 16[82]
/// ```
///
/// Source: <doc:HeapFormats>.
struct HeapLine {
  /// The zone's label; nil for all zones.
  var zone: String?
  var size: Quantity?
  var nodes: Int?
  var bytes: Quantity?
  /// The blocks and bytes of a list of sizes; nil without a list, and when the list breaks off.
  var histogram: (count: Int, bytes: Quantity)?

  /// Reads a line; nil when it is not one.
  init?(_ line: Span<UInt8>, _ words: [Range<Int>], at source: Source) {
    let colon: Int
    if line.starts(with: "All zones: ") {
      colon = 9
    } else if line.starts(with: "Zone "), let place = line.firstIndex(of: ": ", from: 5) {
      colon = place
      zone = MallocZone.labelAndAddress(line.text(5..<place)).label
    } else {
      return nil
    }
    let rest = words.filter { $0.lowerBound > colon }
    if let place = line.firstIndex(of: "Overall size: ", from: colon) {
      size = Self.size(line, rest, after: place + 13, source)
    }
    for (index, word) in rest.enumerated()
    where index > 0 && line.starts(with: "nodes", at: word.lowerBound) {
      nodes = line.integer(rest[index - 1])
      bytes = Self.bytes(line, rest[(index + 1)...], source)
      break
    }
    if let place = line.firstIndex(of: "Sizes: ", from: colon) {
      histogram = Self.histogram(line, rest.filter { $0.lowerBound > place + 6 }, source)
    }
    guard size != nil || nodes != nil else { return nil }
  }

  /// `(48774664 bytes)`, `(12K)`, `malloced for 160779KB`, `malloced - 160779KB`.
  private static func bytes(
    _ line: Span<UInt8>, _ words: ArraySlice<Range<Int>>, _ source: Source
  ) -> Quantity? {
    guard var word = words.first else { return nil }
    if line[word.lowerBound] == UInt8(ascii: "(") {
      let end = line.firstIndex(of: UInt8(ascii: ")"), in: word) ?? word.upperBound
      return line.abbreviatedSize((word.lowerBound + 1)..<end, at: source)
    }
    guard line.matches("malloced", word), words.count > 2 else { return nil }
    word = words[words.startIndex + 2]
    return line.abbreviatedSize(word, at: source)
  }

  private static func size(
    _ line: Span<UInt8>, _ words: [Range<Int>], after place: Int, _ source: Source
  ) -> Quantity? {
    guard let word = words.first(where: { $0.lowerBound > place }) else { return nil }
    let end = line.firstIndex(of: UInt8(ascii: ";"), in: word) ?? word.upperBound
    return line.abbreviatedSize(word.lowerBound..<end, at: source)
  }

  /// Adds up `2048KB[5] 1.04688KB[2] 16[4]`; a block has a whole number of bytes.
  private static func histogram(
    _ line: Span<UInt8>, _ words: [Range<Int>], _ source: Source
  ) -> (count: Int, bytes: Quantity)? {
    if let last = words.last, line[last.upperBound - 1] != UInt8(ascii: "]") { return nil }
    var (count, bytes) = (0, 0)
    for word in words {
      guard let open = line.firstIndex(of: UInt8(ascii: "["), in: word),
        line[word.upperBound - 1] == UInt8(ascii: "]"),
        let blocks = line.integer((open + 1)..<(word.upperBound - 1)),
        let size = blockSize(line, word.lowerBound..<open)
      else { continue }
      let (product, overflows) = blocks.multipliedReportingOverflow(by: size)
      count = count.addingSaturated(blocks)
      bytes = bytes.addingSaturated(overflows ? .max : product)
    }
    return (count, Quantity(bytes: bytes, source: source))
  }

  /// The bytes of `1.04688KB`: rounded decimals stand for a whole number.
  private static func blockSize(_ line: Span<UInt8>, _ word: Range<Int>) -> Int? {
    guard let point = line.firstIndex(of: UInt8(ascii: "."), in: word) else {
      return line.abbreviatedSize(word, at: nil)?.bytes
    }
    let unit = (point..<word.upperBound).first { line[$0] >= UInt8(ascii: "A") }
    guard let unit, let shift = line[unit].unitShift, shift > 0, unit - point <= 8,
      let whole = line.abbreviatedSize(word.lowerBound..<point, at: nil)?.bytes,
      whole <= Quantity.largestBelieved >> shift, let decimals = line.integer((point + 1)..<unit)
    else { return nil }
    var place = 1
    for _ in (point + 1)..<unit { place *= 10 }
    // At most seven digits: the product stays below 2^64 only up to GB.
    guard shift <= 30 else { return nil }
    return whole << shift + (decimals << shift + place / 2) / place
  }
}
