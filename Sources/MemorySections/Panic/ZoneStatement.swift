/// Parses a panic's first sentence for statements about zones.
///
/// ```
/// zalloc[3]: zone map exhausted while allocating from zone [data.kalloc.1024], likely due to memory leak in zone [data.kalloc.1024] (20G, 21182160 elements allocated) @zalloc.c:4534
/// "zalloc: \"kalloc.1024\" (100535 elements) retry fail 3, kfree_nop_count: 0"
/// "zalloc: zone \"kernel map entries\" empty."
/// "a freed zone element has been modified in zone buf.8192: expected 0x3f00 but found 0x3f1c"
/// [kalloc.type0.256]: element modified after free (off:0, val:0x1, sz:256, ptr:0xfffffe10)
/// ```
struct ZoneStatement {
  private(set) var trouble: Panic.ZoneTrouble?
  private(set) var exhausted: String?
  private(set) var exhaustedElements: Int?
  private(set) var suspected: Panic.ExhaustedZone?
  private(set) var corrupted: String?

  init(_ text: Span<UInt8>, at source: Source?) {
    let leak: StaticString = "likely due to memory leak in zone "
    if let place = text.firstIndex(of: leak) {
      trouble = .exhausted
      let start = place + leak.utf8CodeUnitCount
      if let name = text.zoneName(at: start) {
        suspected = Self.suspected(text, name, source)
      }
      exhausted = Self.name(text, behind: "allocating from zone ", before: place)
    } else if Self.corruption.contains(where: { text.firstIndex(of: $0) != nil }) {
      trouble = .corrupted
      corrupted = text.namedZone
    } else if Self.isExhaustion(text) {
      trouble = .exhausted
      exhausted = text.namedZone
      exhaustedElements = Self.elements(text)
    }
  }

  /// The kernel's words for corruption in a zone or in a queue.
  private static let corruption: [StaticString] = [
    "has been modified", "modified in zone", "modified after free", "zone bound checks",
    "zone_require", "zone_id_require",
    "double free", "double zfree", "freed twice", "use after free", "use-after-free",
    "queue element linkage", "pointer validation failed", "not in the expected zone",
    "can't be in zone", "for element in zone", "freeing invalid pointer", "invalid freelist",
    "corrupt freelist", "corrupted freelist", "freelist corrupt", "free list corrupt",
    "zone corruption", "heap corruption", "zone element corrupt", "accounting mismatch",
    "non-allocated memory in", "element not cleared", "bad free list", "invalid element in zone",
    "out-of-bounds in zone", "was not cleared in zone",
  ]

  /// Whether the text says that a zone, named or not, could not grow.
  private static func isExhaustion(_ text: Span<UInt8>) -> Bool {
    if text.firstIndex(of: "zone map exhausted") != nil { return true }
    if text.firstIndex(of: "zone_map exhausted") != nil { return true }
    let isAboutZones = text.firstIndex(of: "zalloc") != nil || text.firstIndex(of: "zone") != nil
    guard isAboutZones else { return false }
    let words: [StaticString] = [
      "retry fail", " empty", "exhausted", "out of memory", "unable to expand", "failed to expand",
    ]
    return words.contains { text.firstIndex(of: $0) != nil }
  }

  private static func name(
    _ text: Span<UInt8>, behind words: StaticString, before end: Int
  ) -> String? {
    guard let place = text.firstIndex(of: words), place < end else { return nil }
    return text.zoneName(at: place + words.utf8CodeUnitCount).map { text.text($0) }
  }

  /// `(100535 elements)`.
  private static func elements(_ text: Span<UInt8>) -> Int? {
    text.firstIndex(of: " elements").flatMap { end in
      text.integer(text.run(before: end) { $0.decimalDigit != nil })
    }
  }

  /// The text in parentheses after the name: `20G, 21182160 elements` or `3888533504 total bytes,
  /// 15163226 elements`.
  private static func suspected(
    _ text: Span<UInt8>, _ name: Range<Int>, _ source: Source?
  ) -> Panic.ExhaustedZone {
    var (size, elements): (Quantity?, Int?) = (nil, nil)
    if let open = text.firstIndex(of: "(", from: name.upperBound),
      let comma = text.firstIndex(of: UInt8(ascii: ","), in: open..<text.count)
    {
      let inside = text.trimmed(open + 1..<comma)
      let word = inside.lowerBound..<(inside.first { text[$0].isBlank } ?? inside.upperBound)
      size = text.truncatedSize(word, at: source) ?? text.exactSize(word, at: source)
      let count = text.trimmed(comma + 1..<text.count)
      let end = count.first { text[$0].decimalDigit == nil } ?? count.upperBound
      elements = text.integer(count.lowerBound..<end)
    }
    return Panic.ExhaustedZone(name: text.text(name), size: size, elements: elements)
  }
}
