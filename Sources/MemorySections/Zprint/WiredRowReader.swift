/// Parses the rows below the heading `wired memory`, and those of maps and zone views.
///
/// ```
/// VM_KERN_MEMORY_IOKIT                                                       3     412000K            398500K
/// com.example.driver.Widget                                       142       83       5120K   128K      4096K
/// com.apple.DriverKit-AppleBCMWLAN                                           144                           160K
/// com.apple.driver.AppleT8103DART.DMA.dart-usb0                              143                          4800K
/// data.kalloc.1024[zone]                                                    13                           512K
/// ```
///
/// A bundle id of 64 or more characters shifts a row to the right. Rows are therefore parsed from
/// their right end: the size is the last word, and optional columns end at fixed distances before
/// it (<doc:ZprintFormats#Wired-table>, <doc:ZprintFormats#Maps-and-zone-views>).
struct WiredRowReader {
  /// Whether the heading has a peak column: 10.13 and later.
  var hasPeak = false
  private var words: [Range<Int>] = []

  /// A row of the wired table; nil when the line is not a complete row.
  mutating func wired(_ line: Span<UInt8>, at source: Source) -> WiredRow? {
    line.words(into: &words)
    guard words.count >= 3, let size = takeSize(line, source) else { return nil }
    let end = line.trimmedLine.upperBound
    // A waste of 100 MB or more overflows its column; the rest before it is the peak.
    _ = takeSize(line, source, endingAt: end - 11)
    let peak = takeSize(line, source)
    guard let tagWord = words.popLast(), let tag = line.integer(tagWord), !words.isEmpty else {
      return nil
    }
    let loadTag = takeLoadTag(line)
    guard let nameStart = words.first?.lowerBound, let nameEnd = words.last?.upperBound else {
      return nil
    }
    let nameRange = nameStart..<nameEnd
    return WiredRow(
      name: line.text(nameRange),
      kind: Self.kind(line, nameRange, hasLoadTag: loadTag != nil),
      tag: tag, loadTag: loadTag, size: size, peak: hasPeak ? peak : nil, line: source.line)
  }

  /// Reads the load tag after a kext's name; nil when the row is not a kext's.
  ///
  /// zprint prints the name 64 wide and the tag three wide; a tag therefore ends at column 67 or
  /// later: the `0` of `83.DMA.pci-bridge 0` belongs to the name. A three-digit tag touches a name
  /// of 64 or more characters.
  private mutating func takeLoadTag(_ line: Span<UInt8>) -> Int? {
    guard let last = words.last else { return nil }
    if words.count > 1, let loadTag = line.integer(last) {
      let nameEnd = words[words.count - 2].upperBound
      let isInPlace = nameEnd > 64 ? last.upperBound >= nameEnd + 3 : last.upperBound >= 67
      guard isInPlace else { return nil }
      words.removeLast()
      return loadTag
    }
    guard let start = touchingLoadTag(line, last),
      let loadTag = line.integer(start..<last.upperBound)
    else { return nil }
    words[words.count - 1] = last.lowerBound..<start
    return loadTag
  }

  /// The start of a load tag that touches the name before it; nil when none does.
  private func touchingLoadTag(_ line: Span<UInt8>, _ word: Range<Int>) -> Int? {
    guard word.upperBound >= 67 else { return nil }
    // `driver[zone.name]183`: the name of a breakdown ends with its bracket.
    var start = word.upperBound
    while start > word.lowerBound, line[start - 1].decimalDigit != nil { start -= 1 }
    if start > word.lowerBound, word.upperBound - start >= 3, line[start - 1] == UInt8(ascii: "]") {
      return start
    }
    let isWhole = words.count == 1 && word.count >= 67 && Self.isBundleID(line, word)
    return isWhole ? word.upperBound - 3 : nil
  }

  /// Symbols contain underscores and parentheses, and at most one point.
  private static func isBundleID(_ line: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let points = word.count { line[$0] == UInt8(ascii: ".") }
    return points >= 2 && word.allSatisfy { line[$0].isBundleIDCharacter }
  }

  /// The size in the row `zones`, without tag and peak.
  mutating func zonesRow(_ line: Span<UInt8>, at source: Source) -> Quantity? {
    line.words(into: &words)
    guard words.count == 2, line.matches("zones", words[0]) else { return nil }
    return line.truncatedSize(words[1], at: source)
  }

  /// A row of the table of kernel maps; nil when the line is not a complete row.
  mutating func map(_ line: Span<UInt8>, at source: Source) -> KernelMap? {
    line.words(into: &words)
    guard words.count >= 2, let size = takeSize(line, source) else { return nil }
    let end = line.trimmedLine.upperBound
    let peak = hasPeak ? takeSize(line, source, endingAt: end - 18) : nil
    let largest = takeSize(line, source, endingAt: end - (hasPeak ? 30 : 14))
    let free = takeSize(line, source, endingAt: end - (hasPeak ? 42 : 26))
    // 10.13 and later list kexts with a mapped size other than their size, with their load tags.
    if hasPeak { _ = takeLoadTag(line) }
    guard let start = words.first?.lowerBound, let nameEnd = words.last?.upperBound else {
      return nil
    }
    return KernelMap(
      name: line.text(start..<nameEnd), size: size, free: free, largestFree: largest, peak: peak,
      line: source.line)
  }

  /// A row of the table of zone views; nil when the line is not a complete row.
  mutating func view(_ line: Span<UInt8>, at source: Source) -> ZoneView? {
    line.words(into: &words)
    guard words.count >= 2, let size = takeSize(line, source), let first = words.first,
      let last = words.last
    else { return nil }
    return ZoneView(
      name: line.text(first.lowerBound..<last.upperBound), inUse: size, line: source.line)
  }

  /// Takes the last word if it is a size and, if `end` is given, ends there.
  private mutating func takeSize(
    _ line: Span<UInt8>, _ source: Source, endingAt end: Int? = nil
  ) -> Quantity? {
    guard let last = words.last, end == nil || last.upperBound == end,
      let size = line.truncatedSize(last, at: source)
    else { return nil }
    words.removeLast()
    return size
  }

  private static func kind(
    _ line: Span<UInt8>, _ name: Range<Int>, hasLoadTag: Bool
  ) -> WiredRow.Kind {
    if let last = name.last, line[last] == UInt8(ascii: "]") { return .breakdown }
    if hasLoadTag { return .kext }
    if line.starts(with: "VM_KERN_MEMORY_", at: name.lowerBound) { return .tag }
    if line.starts(with: "VM_KERN_COUNT_", at: name.lowerBound) { return .counter }
    return isDriver(line, name) ? .kext : .site
  }

  /// Whether a row without a load tag belongs to a DriverKit driver, named by its bundle id.
  ///
  /// `com.example.kext.DMA.device` is memory moved out of other rows, not a driver.
  private static func isDriver(_ line: Span<UInt8>, _ name: Range<Int>) -> Bool {
    guard isBundleID(line, name) else { return false }
    return !name.contains { line.starts(with: ".DMA.", at: $0) }
  }
}

extension UInt8 {
  fileprivate var isBundleIDCharacter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: decimalDigit != nil
    }
  }
}
