/// JSON as it grows: objects with their keys sorted, optionally over many lines.
///
/// It takes values in the order in which they come and holds little but the text itself; keys that
/// come in their order cost nothing to sort. Foundation's encoder first builds a tree of all values:
/// that took a third of the time of a small report, and memory for each value.
public struct JSONText {
  /// The text so far.
  public internal(set) var bytes: [UInt8] = []
  /// How many objects and lists are open.
  var depth: Int { outer.count }

  private let isPretty: Bool
  /// The object or list that was opened last.
  private var frame = Frame(isObject: false, start: 0, firstMember: 0)
  /// What is open around `frame`; the first stands for the text as a whole.
  private var outer: [Frame] = []
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
    outer.reserveCapacity(8)
    members.reserveCapacity(32)
  }

  /// Opens an object; its members follow, and `close()`.
  mutating func openObject() { open(isObject: true) }

  /// Opens a list; its items follow, and `close()`.
  ///
  /// An item is a value behind `beginItem()`: a single one, or what a nested list holds.
  public mutating func openList() { open(isObject: false) }

  private mutating func open(isObject: Bool) {
    outer.append(frame)
    frame = Frame(isObject: isObject, start: bytes.count, firstMember: members.count)
    bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
  }

  /// Begins a member of the open object; its value follows.
  mutating func begin(key: String) {
    guard depth > 0 else { return }
    let last = members.count - 1
    if last >= frame.firstMember {
      members[last].end = bytes.count
      if key < members[last].key { frame.isSorted = false }
      bytes.append(UInt8(ascii: ","))
    }
    if isPretty { breakLine(depth) }
    members.append(Member(key: key, start: bytes.count, end: bytes.count))
    append(key)
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
  }

  /// Begins an item of the open list; its value follows.
  ///
  /// It writes the comma behind the item before. Without an open list it does nothing.
  public mutating func beginItem() {
    guard depth > 0 else { return }
    if frame.items > 0 { bytes.append(UInt8(ascii: ",")) }
    frame.items += 1
    if isPretty { breakLine(depth) }
  }

  /// Closes what was opened last; does nothing when nothing is open.
  public mutating func close() {
    guard let around = outer.last else { return }
    let last = members.count - 1
    if last >= frame.firstMember {
      members[last].end = bytes.count
      if !frame.isSorted { putInOrder() }
      members.removeLast(members.count - frame.firstMember)
    } else if isPretty, frame.items == 0 {
      breakLine(0)
    }
    if isPretty { breakLine(depth - 1) }
    bytes.append(frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    frame = around
    outer.removeLast()
  }

  /// Writes an object's members again, sorted; what goes between them is always the same.
  private mutating func putInOrder() {
    rest.removeAll(keepingCapacity: true)
    rest.append(contentsOf: bytes[frame.start...])
    bytes.removeLast(rest.count - 1)
    sortMembers(from: frame.firstMember)
    for place in frame.firstMember..<members.count {
      if place > frame.firstMember { bytes.append(UInt8(ascii: ",")) }
      if isPretty { breakLine(depth) }
      let text = (members[place].start - frame.start)..<(members[place].end - frame.start)
      bytes.append(contentsOf: rest[text])
    }
  }

  /// By insertion, in place: an object has few members, and a report has thousands of objects.
  private mutating func sortMembers(from first: Int) {
    members.withUnsafeMutableBufferPointer { members in
      for end in first..<members.count {
        var place = end
        while place > first, members[place].key < members[place - 1].key {
          members.swapAt(place, place - 1)
          place -= 1
        }
      }
    }
  }

  private mutating func breakLine(_ depth: Int) {
    bytes.append(0x0A)
    for _ in 0..<depth { bytes.append(contentsOf: [0x20, 0x20]) }
  }
}
