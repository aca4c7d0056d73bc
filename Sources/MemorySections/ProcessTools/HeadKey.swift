/// The key of a line in the head of vmmap, heap, leaks and sample.
struct HeadKey {
  let name: Name
  /// Where the value begins, blanks included.
  let valueStart: Int

  enum Name {
    case footprint, peak, codeType, osVersion, time
    /// A key without a use here.
    case other
  }

  private static let keys: [(word: StaticString, name: Name)] = [
    ("Physical footprint:", .footprint), ("Physical footprint (peak):", .peak),
    ("Code Type:", .codeType), ("OS Version:", .osVersion), ("Date/Time:", .time),
    ("Path:", .other), ("Load Address:", .other), ("Identifier:", .other), ("Version:", .other),
    ("Build Info:", .other), ("Platform:", .other), ("Parent Process:", .other),
    ("Target Type:", .other), ("Launch Time:", .other), ("Report Version:", .other),
    ("Analysis Tool:", .other), ("Analysis Tool Version:", .other), ("Idle exit:", .other),
  ]

  var isFootprint: Bool { name == .footprint || name == .peak }

  /// Finds the key at the beginning of a line; nil without one.
  init?(_ line: Span<UInt8>) {
    guard line.count > 4, line[0] >= UInt8(ascii: "A"), line[0] <= UInt8(ascii: "V"),
      let key = Self.keys.first(where: { line.starts(with: $0.word) })
    else { return nil }
    name = key.name
    valueStart = key.word.utf8CodeUnitCount
  }
}
