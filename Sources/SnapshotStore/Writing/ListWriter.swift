internal import Platform

/// Writes rows as a JSON list of lists.
///
/// A snapshot has some thousands of values in lists. `JSONText` keeps track of what is open; here only
/// rows and their values come, each with a comma behind it.
struct ListWriter: RowSink {
  let names: NameFinder
  var nameColumn = 0
  private var bytes: [UInt8]
  private var end = 0
  private var gaps: [ListText.Gap] = []

  /// Creates an empty list.
  ///
  /// - Parameters:
  ///   - names: finds the numbers of texts.
  ///   - rows: how many rows to make room for.
  init(_ names: NameFinder, rows: Int) {
    self.names = names
    bytes = [UInt8](repeating: 0, count: 64 + min(rows, 1000) * Self.usualRow)
    put("[")
  }

  /// The list, closed.
  var text: ListText {
    var list = self
    list.close()
    return ListText(list.bytes[..<list.end], list.gaps)
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - nameColumns: the first column of its table.
  mutating func add(_ row: some ListRow, nameColumns: Int) {
    nameColumn = nameColumns
    put("[")
    row.fill(&self)
    close()
    put(",")
  }

  mutating func add(_ number: Int64?) {
    guard let number else { return put("null,") }
    // The longest number has 19 digits and a sign. The digits come from the last to the first, so they
    // are written behind their place and moved.
    write(atMost: 2 * Self.longestNumber) { free in
      var (rest, place) = (number.magnitude, 2 * Self.longestNumber)
      while rest >= 100 {
        let digits = UInt8(truncatingIfNeeded: rest % 100)
        rest /= 100
        place -= 2
        free[place] = UInt8(ascii: "0") + digits / 10
        free[place + 1] = UInt8(ascii: "0") + digits % 10
      }
      let digits = UInt8(truncatingIfNeeded: rest)
      place -= 1
      free[place] = UInt8(ascii: "0") + digits % 10
      if digits >= 10 {
        place -= 1
        free[place] = UInt8(ascii: "0") + digits / 10
      }
      if number < 0 {
        place -= 1
        free[place] = UInt8(ascii: "-")
      }
      let count = 2 * Self.longestNumber - place
      UnsafeMutableRawBufferPointer(free).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(free)[place..<place + count]))
      free[count] = UInt8(ascii: ",")
      return count + 1
    }
  }

  mutating func add(_ fraction: Double?) {
    guard let fraction, fraction.isFinite else { return put("null,") }
    var json = JSONText(isPretty: false, capacity: 32)
    json.append(fraction: fraction)
    put(json.bytes)
  }

  mutating func add(asIs text: String?) {
    guard let text else { return put("null,") }
    let isWritten = text.utf8.withContiguousStorageIfAvailable { text in
      guard JSONText.isPlain(text) else { return false }
      write(atMost: text.count + 3) { free in
        let end = text.count + 1
        free[0] = UInt8(ascii: "\"")
        UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(free)[1..<end])
          .copyMemory(from: UnsafeRawBufferPointer(text))
        free[end] = UInt8(ascii: "\"")
        free[end + 1] = UInt8(ascii: ",")
        return end + 2
      }
      return true
    }
    if isWritten == true { return }
    var json = JSONText(isPretty: false, capacity: 256)
    json.append(text)
    put(json.bytes)
  }

  mutating func add(_ name: NameReference) {
    switch name {
    case .known(let id): add(id)
    case .new(let place):
      gaps.append(ListText.Gap(offset: end, name: place))
      put(",")
    }
  }

  /// Ends a list: its bracket takes the place of the comma behind its last value.
  private mutating func close() {
    if bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    put("]")
  }

  private mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { text in
      write(atMost: text.count) { $0.update(fromContentsOf: text) }
    }
  }

  /// Adds a value with a comma.
  private mutating func put(_ value: [UInt8]) {
    write(atMost: value.count + 1) { free in
      let end = free.update(fromContentsOf: value)
      free[end] = UInt8(ascii: ",")
      return end + 1
    }
  }

  /// Writes at the end.
  ///
  /// - Parameters:
  ///   - count: the most bytes that are written.
  ///   - body: receives as many bytes or more, and returns how many it has written.
  @inline(__always)
  private mutating func write(
    atMost count: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Int
  ) {
    if bytes.count - end < count { grow(by: count) }
    let start = end
    end = bytes.withUnsafeMutableBufferPointer { bytes in
      start + body(UnsafeMutableBufferPointer(rebasing: bytes[start...]))
    }
  }

  private mutating func grow(by count: Int) {
    bytes += [UInt8](repeating: 0, count: max(count, bytes.count))
  }

  /// A row of twenty columns takes about as many bytes.
  private static let usualRow = 128

  /// The bytes of the longest number, and of the comma behind it.
  private static let longestNumber = 21
}
