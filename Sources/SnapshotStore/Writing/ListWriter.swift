internal import Platform

/// Writes lists of rows as JSON, one behind the other.
///
/// A snapshot has some thousands of values in lists. `JSONText` keeps track of what is open; here only
/// rows and their values come, each with a comma behind it.
struct ListWriter: RowSink {
  let names: NameFinder
  var nameColumn = 0
  private var bytes: [UInt8] = []
  private var end = 0
  /// Where the list begins that is being written.
  private var start = 0
  private var gaps: [ListText.Gap] = []

  /// Creates a writer.
  ///
  /// - Parameter names: finds the numbers of texts.
  init(_ names: NameFinder) {
    self.names = names
    bytes.reserveCapacity(Self.usualSize)
  }

  /// The UTF-8 of all lists.
  var text: [UInt8] {
    var text = bytes
    text.removeLast(text.count - end)
    return text
  }

  /// Adds rows to a list.
  ///
  /// - Parameters:
  ///   - rows: the rows; at least one.
  ///   - list: the list, where rows of the table came before.
  /// - Returns: the list with the rows.
  mutating func add<Row: ListRow>(_ rows: [Row], to list: ListText?) -> ListText {
    begin(list)
    let nameColumns = names.columns(of: Row.self)
    // A row is read in place: each copy would take a reference to every text in it.
    rows.withUnsafeBufferPointer { rows in
      for place in rows.indices {
        nameColumn = nameColumns
        put(UInt8(ascii: "["))
        rows[place].fill(&self)
        close()
        put(UInt8(ascii: ","))
      }
    }
    close()
    return ListText(range: start..<end, gaps: gaps)
  }

  /// Opens a list; one that has rows is written again, without its end.
  private mutating func begin(_ list: ListText?) {
    start = end
    gaps = list?.gaps ?? []
    guard let list else { return put(UInt8(ascii: "[")) }
    put(Array(bytes[list.range.dropLast()]))
  }

  mutating func add(_ number: Int64?) {
    guard let number else { return putNull() }
    write(atMost: Self.longestNumber) { free in
      // The digits come from the last to the first, so they are written elsewhere, with the comma behind
      // them. Three words of eight bytes hold the longest number, and are copied faster than its bytes.
      withUnsafeTemporaryAllocation(byteCount: 2 * Self.longestNumber, alignment: 8) { digits in
        var (rest, place) = (number.magnitude, Self.longestNumber)
        digits[place] = UInt8(ascii: ",")
        while rest >= 100 {
          let pair = UInt8(truncatingIfNeeded: rest % 100)
          rest /= 100
          place -= 2
          digits[place] = UInt8(ascii: "0") + pair / 10
          digits[place + 1] = UInt8(ascii: "0") + pair % 10
        }
        let last = UInt8(truncatingIfNeeded: rest)
        place -= 1
        digits[place] = UInt8(ascii: "0") + last % 10
        if last >= 10 {
          place -= 1
          digits[place] = UInt8(ascii: "0") + last / 10
        }
        if number < 0 {
          place -= 1
          digits[place] = UInt8(ascii: "-")
        }
        for word in 0..<Self.longestNumber / 8 {
          free.storeBytes(
            of: digits.loadUnaligned(fromByteOffset: place + word * 8, as: UInt64.self),
            toByteOffset: word * 8, as: UInt64.self)
        }
        return Self.longestNumber - place + 1
      }
    }
  }

  mutating func add(_ fraction: Double?) {
    guard let fraction, fraction.isFinite else { return putNull() }
    var json = JSONText(isPretty: false, capacity: 32)
    json.append(fraction: fraction)
    put(json.bytes)
  }

  mutating func add(asIs text: String?) {
    guard let text else { return putNull() }
    let isWritten = text.utf8.withContiguousStorageIfAvailable { text in
      guard JSONText.isPlain(text) else { return false }
      write(atMost: text.count + 3) { free in
        let end = text.count + 1
        free[0] = UInt8(ascii: "\"")
        UnsafeMutableRawBufferPointer(rebasing: free[1..<end]).copyMemory(
          from: UnsafeRawBufferPointer(text))
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
      gaps.append(ListText.Gap(offset: end - start, name: place))
      put(UInt8(ascii: ","))
    }
  }

  /// Ends a list: its bracket takes the place of the comma behind its last value.
  private mutating func close() {
    if bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    put(UInt8(ascii: "]"))
  }

  private mutating func put(_ byte: UInt8) {
    write(atMost: 1) { free in
      free[0] = byte
      return 1
    }
  }

  /// Writes `null,`: five bytes, in a word of eight.
  private mutating func putNull() {
    write(atMost: 8) { free in
      free.storeBytes(of: UInt64(littleEndian: 0x2C_6C6C_756E), as: UInt64.self)
      return 5
    }
  }

  /// Adds a value with a comma.
  private mutating func put(_ value: [UInt8]) {
    write(atMost: value.count + 1) { free in
      free.copyBytes(from: value)
      free[value.count] = UInt8(ascii: ",")
      return value.count + 1
    }
  }

  /// Writes at the end.
  ///
  /// - Parameters:
  ///   - count: the most bytes that are written.
  ///   - body: receives as many bytes or more, and returns how many it has written.
  @inline(__always)
  private mutating func write(
    atMost count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int
  ) {
    if bytes.count - end < count { grow(by: count) }
    let start = end
    end = bytes.withUnsafeMutableBytes { bytes in
      start + body(UnsafeMutableRawBufferPointer(rebasing: bytes[start...]))
    }
  }

  private mutating func grow(by count: Int) {
    bytes.append(contentsOf: repeatElement(0, count: max(count, 4 << 10)))
  }

  /// The lists of a small machine fit in.
  private static let usualSize = 32 << 10

  /// Whole words that hold the longest number, of 19 digits and a sign, and the comma behind it.
  private static let longestNumber = 24
}
