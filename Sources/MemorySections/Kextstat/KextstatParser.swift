/// Parses `kextstat.txt` line by line, in every layout from 10.4 to 26.
///
/// ```
/// Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>
///    41    0 0xffffff7f810dd000 0x1f9000   0x1f9000   com.apple.driver.AirPort.Brcm4331 (615.20.17) <40 39 10 7>
/// ```
///
/// Fields are recognized by form, not by position, since pastes lose leading blanks. Sizes are
/// hexadecimal bytes. Source: <doc:KextstatFormats>.
struct KextstatParser: SectionParser {
  private var kextstat = Kextstat(generation: "K1-K4")
  private var traits = Traits()
  private var words: [Range<Int>] = []

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    line.words(into: &words)
    guard let first = words.first else { return .furniture }
    if line.matches("Index", first) {
      traits.readHeader(line)
      return .furniture
    }
    if line.matches("Executing:", first) || line.starts(with: "No variant specified") {
      traits.isFromKmutil = true
      return .furniture
    }
    guard let kext = kext(line, at: source) else { return .unread }
    kextstat.kexts.append(kext)
    // A link is two letters of text and up to 16 bytes of memory.
    return .rows(MemoryBudget.rowsOfKernelRow + kext.linkedAgainst.count / 20)
  }

  consuming func finish() -> Kextstat? {
    kextstat.generation = traits.generation
    return kextstat.kexts.isEmpty ? nil : kextstat
  }

  private mutating func kext(_ line: Span<UInt8>, at source: Source) -> Kext? {
    guard words.count >= 7, let index = Self.count(line, words[0]),
      let references = Self.count(line, words[1]), let address = Self.address(line, words[2]),
      let size = Self.size(line, words[3], source), let wired = Self.size(line, words[4], source),
      let place = namePlace(line), let version = versionRange(line, from: words[place + 1])
    else { return nil }
    guard let tail = tail(line, from: version.upperBound + 1) else { return nil }
    traits.note(address: address.value, hasUUID: tail.hasUUIDColumn, hasEmptyList: tail.isEmptyList)
    return Kext(
      index: index.value, references: references.value, address: address.value,
      size: size.value, wired: wired.value, name: line.text(words[place]),
      version: line.text(version), uuid: tail.uuid, linkedAgainst: tail.links, line: source.line)
  }

  /// The index of the name's word: the sixth, or the seventh with an `Architecture` column.
  private func namePlace(_ line: Span<UInt8>) -> Int? {
    [5, 6].first { place in
      place + 1 < words.count && line[words[place + 1].lowerBound] == UInt8(ascii: "(")
    }
  }

  /// The text between the parentheses; it may contain blanks.
  private func versionRange(_ line: Span<UInt8>, from word: Range<Int>) -> Range<Int>? {
    let start = word.lowerBound + 1
    return line.firstIndex(of: UInt8(ascii: ")"), in: start..<line.count).map { start..<$0 }
  }
}

/// The fields of a row.
extension KextstatParser {
  /// A parsed field; nil for question marks.
  private struct Field<Value> {
    let value: Value?
  }

  private static func field<Value>(
    _ line: Span<UInt8>, _ word: Range<Int>, _ value: Value?
  ) -> Field<Value>? {
    if let value { return Field(value: value) }
    return line.isRun(of: UInt8(ascii: "?"), word, atLeast: 2) ? Field(value: nil) : nil
  }

  private static func count(_ line: Span<UInt8>, _ word: Range<Int>) -> Field<Int>? {
    field(line, word, line.integer(word))
  }

  private static func address(_ line: Span<UInt8>, _ word: Range<Int>) -> Field<UInt64>? {
    field(line, word, line.hexadecimal(word))
  }

  private static func size(
    _ line: Span<UInt8>, _ word: Range<Int>, _ source: Source
  ) -> Field<Quantity>? {
    guard let bytes = line.hexadecimal(word) else { return field(line, word, nil) }
    guard bytes <= Quantity.largestBelieved else { return nil }
    return Field(value: Quantity(bytes: Int(bytes), source: source))
  }

  private struct Tail {
    var uuid: String?
    var hasUUIDColumn = false
    var links: [Int] = []
    var isEmptyList = false
  }

  /// The text after the version: a UUID or `no UUID`, then `<1 2 3>` or `<>` or nothing.
  private func tail(_ line: Span<UInt8>, from start: Int) -> Tail? {
    var tail = Tail()
    var rest = line.trimmed(start..<line.count)
    if line.starts(with: "no UUID", at: rest.lowerBound) {
      tail.hasUUIDColumn = true
      rest = line.trimmed((rest.lowerBound + 7)..<rest.upperBound)
    } else if rest.count >= 36, line[rest.lowerBound].hexadecimalDigit != nil {
      let uuid = rest.lowerBound..<(rest.lowerBound + 36)
      guard uuid.allSatisfy({ line[$0].hexadecimalDigit != nil || line[$0] == UInt8(ascii: "-") })
      else { return nil }
      tail.uuid = line.text(uuid)
      tail.hasUUIDColumn = true
      rest = line.trimmed(uuid.upperBound..<rest.upperBound)
    }
    guard let first = rest.first, let last = rest.last else { return tail }
    guard line[first] == UInt8(ascii: "<"), line[last] == UInt8(ascii: ">") else { return nil }
    guard let links = links(line, (first + 1)..<last) else { return nil }
    tail.links = links
    tail.isEmptyList = links.isEmpty
    return tail
  }

  private func links(_ line: Span<UInt8>, _ range: Range<Int>) -> [Int]? {
    var links: [Int] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = line.firstIndex(of: UInt8(ascii: " "), in: start..<range.upperBound)
      if end != start {
        guard let link = line.integer(start..<(end ?? range.upperBound)) else { return nil }
        links.append(link)
      }
      start = (end ?? range.upperBound) + 1
    }
    return links
  }
}

/// The properties of a text that determine its layout.
private struct Traits {
  var isFromKmutil = false
  private var hasWideAddress = false
  private var hasUUIDColumn = false
  private var hasEmptyList = false

  mutating func readHeader(_ line: Span<UInt8>) {
    if line.firstIndex(of: "UUID") != nil { hasUUIDColumn = true }
    if let size = line.firstIndex(of: "Size"), size >= 30 { hasWideAddress = true }
  }

  mutating func note(address: UInt64?, hasUUID: Bool, hasEmptyList: Bool) {
    if hasUUID { hasUUIDColumn = true }
    if hasEmptyList { self.hasEmptyList = true }
    if let address, address > UInt64(UInt32.max) { hasWideAddress = true }
  }

  var generation: String {
    if isFromKmutil || hasEmptyList { return "K6" }
    if hasUUIDColumn { return "K5" }
    if hasWideAddress { return "K2-K4" }
    return "K1-K2"
  }
}
