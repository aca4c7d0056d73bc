/// Finds zone names in the kernel's sentences.
extension Span<UInt8> {
  /// A zone's name at `start`: in brackets since 11, in quotes, or bare.
  ///
  /// An address may precede the bracket (`zone 0xfffffe1000[kalloc.64]`).
  func zoneName(at start: Int) -> Range<Int>? {
    guard start < count else { return nil }
    var begin = start
    if starts(with: "0x", at: start) {
      guard
        let bracket = firstIndex(of: UInt8(ascii: "["), in: start..<Swift.min(start + 20, count))
      else { return nil }
      begin = bracket
    }
    let name: Range<Int>?
    switch self[begin] {
    case UInt8(ascii: "["): name = enclosed(at: begin, by: "]")
    case UInt8(ascii: "\""): name = enclosed(at: begin, by: "\"")
    case UInt8(ascii: "'"): name = enclosed(at: begin, by: "'")
    default: name = bareName(at: begin)
    }
    guard let name, !name.isEmpty, name.count <= 128 else { return nil }
    return name
  }

  /// The first zone named in a sentence; nil when there is none.
  var namedZone: String? {
    let leads: [StaticString] = [
      "in zone ", "from zone ", "to zone ", "for zone ", "of zone ", "(zone ", ", zone ",
      "expected zone ", "zone: ", "zalloc: zone ", "zone \"", "zone '", "zone [", "zalloc: \"",
      "kalloc: \"",
      "zalloc: ", "zone ", "expected: ",
    ]
    for lead in leads {
      guard let place = firstIndex(of: lead) else { continue }
      let last = place + lead.utf8CodeUnitCount - 1
      // A quote or bracket at the end of the lead belongs to the name.
      let start = self[last] == UInt8(ascii: " ") ? last + 1 : last
      if let name = zoneName(at: start) { return text(name) }
    }
    return leadingName
  }

  /// `[kalloc.type0.256]: element modified after free`.
  private var leadingName: String? {
    guard let end = firstIndex(of: "]: ") else { return nil }
    let name = run(before: end) { $0 != UInt8(ascii: "[") }
    guard name.lowerBound > 0, !name.isEmpty, name.count <= 128 else { return nil }
    return text(name)
  }

  private func enclosed(at start: Int, by end: StaticString) -> Range<Int>? {
    firstIndex(of: end, from: start + 1).map { start + 1..<$0 }
  }

  /// A bare name may contain blanks; punctuation or a word of the sentence ends it.
  private func bareName(at start: Int) -> Range<Int>? {
    let marks: Set<UInt8> = [
      UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ":"),
      UInt8(ascii: "\""), UInt8(ascii: "@"),
    ]
    let words: [StaticString] = [
      " has ", " empty", " exhausted", " with ", " is ", " was ", " at ", " of ", " in ",
    ]
    let limit = Swift.min(count, start + 129)
    let end = (start..<limit).first { index in
      marks.contains(self[index])
        || (self[index].isBlank && words.contains { starts(with: $0, at: index) })
    }
    var name = trimmed(start..<(end ?? limit))
    if let last = name.last, self[last] == UInt8(ascii: ".") {
      name = name.lowerBound..<last
    }
    // The kernel's own words after "zone" that are not names.
    let others: [StaticString] = [
      "element", "map ", "bound", "memory", "id ", "page", "corruption",
    ]
    return others.contains { starts(with: $0, at: name.lowerBound) } ? nil : name
  }

  /// A plausible plain number of bytes.
  func exactSize(_ range: Range<Int>, at source: Source?) -> Quantity? {
    guard let bytes = integer(range), bytes <= Quantity.largestBelieved else { return nil }
    return Quantity(bytes: bytes, source: source)
  }
}
