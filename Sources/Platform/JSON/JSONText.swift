/// JSON as it grows: objects with their keys sorted, optionally over many lines.
///
/// It takes values in the order in which they come and holds little but the text itself; keys that
/// come in their order cost nothing to sort. Foundation's encoder first builds a tree of all values:
/// that took a third of the time of a small report, and memory for each value.
public struct JSONText {
  /// The text so far.
  public private(set) var bytes: [UInt8] = []
  /// The objects and lists that are open.
  var depth: Int { frames.count }

  private let isPretty: Bool
  private var frames: [Frame] = []
  private var members: [Member] = []
  private var rest: [UInt8] = []

  /// An object or a list that is open.
  private struct Frame {
    let isObject: Bool
    /// Where in the text it begins.
    let start: Int
    /// An object's first in `members`.
    let firstMember: Int
    /// Whether its keys came in their order so far.
    var isSorted = true
    /// A list's items so far.
    var items = 0
  }

  /// A key of an open object, and where in the text it and its value stand.
  private struct Member {
    let key: String
    let start: Int
    var end: Int
  }

  /// Creates an empty text.
  ///
  /// - Parameters:
  ///   - isPretty: whether each member and item has a line of its own.
  ///   - capacity: how many bytes to make room for. What is not written to costs nothing, where
  ///     growing costs copies; the default suffices for any real report.
  public init(isPretty: Bool, capacity: Int = 4 << 20) {
    self.isPretty = isPretty
    bytes.reserveCapacity(capacity)
  }

  mutating func openObject() {
    frames.append(Frame(isObject: true, start: bytes.count, firstMember: members.count))
    bytes.append(UInt8(ascii: "{"))
  }

  public mutating func openList() {
    frames.append(Frame(isObject: false, start: bytes.count, firstMember: members.count))
    bytes.append(UInt8(ascii: "["))
  }

  /// Begins a member of the open object; its value follows.
  mutating func begin(key: String) {
    guard let last = frames.indices.last else { return }
    if members.count > frames[last].firstMember {
      endMember()
      if key < members[members.count - 1].key { frames[last].isSorted = false }
      bytes.append(UInt8(ascii: ","))
    }
    breakLine(depth)
    members.append(Member(key: key, start: bytes.count, end: bytes.count))
    append(key)
    bytes.append(contentsOf: isPretty ? [0x20, 0x3A, 0x20] : [0x3A])
  }

  /// Begins an item of the open list; its value follows.
  public mutating func beginItem() {
    guard let last = frames.indices.last else { return }
    if frames[last].items > 0 { bytes.append(UInt8(ascii: ",")) }
    frames[last].items += 1
    breakLine(depth)
  }

  /// Closes what was opened last.
  public mutating func close() {
    guard let frame = frames.last else { return }
    if members.count > frame.firstMember {
      endMember()
      if !frame.isSorted { putInOrder(frame) }
      members.removeLast(members.count - frame.firstMember)
    } else if frame.items == 0 {
      breakLine(0)
    }
    breakLine(depth - 1)
    bytes.append(frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    frames.removeLast()
  }

  /// Writes an object's members again, sorted; what goes between them is always the same.
  private mutating func putInOrder(_ frame: Frame) {
    rest.removeAll(keepingCapacity: true)
    rest.append(contentsOf: bytes[frame.start...])
    bytes.removeLast(rest.count - 1)
    sortMembers(from: frame.firstMember)
    for place in frame.firstMember..<members.count {
      if place > frame.firstMember { bytes.append(UInt8(ascii: ",")) }
      breakLine(depth)
      let text = (members[place].start - frame.start)..<(members[place].end - frame.start)
      bytes.append(contentsOf: rest[text])
    }
  }

  /// By insertion, in place: an object has few members, and a report has thousands of objects.
  private mutating func sortMembers(from first: Int) {
    for end in first..<members.count {
      var place = end
      while place > first, members[place].key < members[place - 1].key {
        members.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  private mutating func endMember() {
    members[members.count - 1].end = bytes.count
  }

  private mutating func breakLine(_ depth: Int) {
    guard isPretty else { return }
    bytes.append(0x0A)
    for _ in 0..<depth { bytes.append(contentsOf: [0x20, 0x20]) }
  }
}

/// Single values.
extension JSONText {
  /// Ends the text with what stands behind the outermost value.
  public mutating func end(with end: String) { bytes.append(contentsOf: end.utf8) }

  /// Writes `null`.
  public mutating func appendNull() { bytes.append(contentsOf: "null".utf8) }

  /// Writes `true` or `false`.
  public mutating func append(_ value: Bool) {
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes a whole number.
  public mutating func append(_ number: Int64) {
    guard number < 0 || number > 9 else {
      return bytes.append(UInt8(truncatingIfNeeded: number) &+ 0x30)
    }
    var rest = number.magnitude
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var place = 20
      while rest > 0 {
        let (next, digit) = rest.quotientAndRemainder(dividingBy: 10)
        place -= 1
        digits[place] = UInt8(truncatingIfNeeded: digit) &+ 0x30
        rest = next
      }
      if number < 0 { bytes.append(0x2D) }
      bytes.append(contentsOf: digits[place...])
    }
  }

  /// Writes a whole number.
  public mutating func append(_ number: some BinaryInteger) {
    bytes.append(contentsOf: number.description.utf8)
  }

  /// A finite number; whole ones are written without a fraction.
  public mutating func append(fraction number: some BinaryFloatingPoint & CustomStringConvertible) {
    let text = number.description
    bytes.append(contentsOf: (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8)
  }

  /// A string with its quotes, and escapes for what JSON wants escaped and for characters that are
  /// not safe to show.
  public mutating func append(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    let isPlain = string.withUTF8 { text in
      let isPlain = !text.contains { Self.wantsEscape($0) || UnsafeCharacter.mayBeUnsafe($0) }
      if isPlain { bytes.append(contentsOf: text) }
      return isPlain
    }
    if !isPlain {
      for scalar in string.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if let byte = UInt8(exactly: scalar.value), byte < 0x7F {
      appendEscaped(byte)
    } else if UnsafeCharacter.isUnsafe(scalar) {
      for unit in UTF16.encode(scalar) ?? .init() {
        let digits = String(unit, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: String(repeating: "0", count: 4 - digits.utf8.count).utf8)
        bytes.append(contentsOf: digits.utf8)
      }
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  private static func wantsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    guard Self.wantsEscape(byte) else {
      bytes.append(byte)
      return
    }
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0..<0x20:
      bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    default: bytes.append(byte)
    }
  }
}
