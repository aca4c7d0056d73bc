internal import Platform

/// Cuts the chunks of a member into numbered lines, without a copy for lines that lie in one chunk.
///
/// Line ends are LF and any CR before it (a text translated twice has CR CR LF), and are not part of
/// a line: one that is written out with LF and read again is the same. A line longer than the limit is
/// given once, cut to the limit and marked, and its rest is thrown away: memory does not grow with it.
struct LineSplitter {
  /// The longest line that is kept, in bytes; real members stay below 10 KB.
  static let maximumLineLength = 1 << 20

  /// Lines seen so far, the unfinished one not counted.
  private(set) var lineCount = 0

  /// The start of a line whose end has not come yet.
  private var carry: [UInt8] = []
  private var carryIsOverlong = false

  /// Gives every line that ends in `chunk` to `reader`.
  mutating func split(_ chunk: RawSpan, into reader: inout some LineReader) {
    chunk.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      var start = 0
      while start < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: raw[start...])
        guard let length = ByteSearch.firstOffset(of: 0x0A, in: rest) else {
          keep(UnsafeBufferPointer(rebasing: bytes[start...]))
          return
        }
        let end = start + length
        deliver(UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &reader)
        start = end + 1
      }
    }
  }

  /// Gives the last line, where the member does not end with a line end.
  mutating func finish(into reader: inout some LineReader) {
    if !carry.isEmpty { deliver(UnsafeBufferPointer(start: nil, count: 0), into: &reader) }
  }

  /// The number of the line that a cut member broke off in, nil when it broke off between lines.
  ///
  /// Half a line is never read: half a number would pass for a whole one.
  var brokenLine: Int? { carry.isEmpty ? nil : lineCount + 1 }

  private mutating func keep(_ piece: UnsafeBufferPointer<UInt8>) {
    let room = Self.maximumLineLength - carry.count
    carry.append(contentsOf: piece.prefix(room))
    if piece.count > room { carryIsOverlong = true }
  }

  private mutating func deliver(
    _ piece: UnsafeBufferPointer<UInt8>, into reader: inout some LineReader
  ) {
    lineCount += 1
    if carry.isEmpty, piece.count <= Self.maximumLineLength {
      give(piece, isOverlong: false, to: &reader)
      return
    }
    keep(piece)
    carry.withUnsafeBufferPointer { give($0, isOverlong: carryIsOverlong, to: &reader) }
    carry.removeAll(keepingCapacity: true)
    carryIsOverlong = false
  }

  private func give(
    _ line: UnsafeBufferPointer<UInt8>, isOverlong: Bool, to reader: inout some LineReader
  ) {
    if let first = line.first, reader.wantedLineStarts?.contains(first) == false { return }
    var length = line.count
    while length > 0, line[length - 1] == 0x0D { length -= 1 }
    let text = UnsafeBufferPointer(rebasing: line[..<length])
    reader.read(text.span, number: lineCount, isOverlong: isOverlong)
  }
}

/// What a `LineSplitter` gives its lines to.
protocol LineReader {
  /// While set, only lines that begin with one of these bytes (and empty ones) are wanted.
  ///
  /// It lets a parser pass over a part of a member at the speed of the search for line ends.
  var wantedLineStarts: ByteSet? { get }

  /// Takes the next line, without its line end.
  mutating func read(_ line: Span<UInt8>, number: Int, isOverlong: Bool)
}

/// A set of bytes, small enough to ask once a line.
struct ByteSet: Sendable, ExpressibleByStringLiteral {
  private var low: (UInt64, UInt64) = (0, 0)

  /// The ASCII characters of `value`; others cannot be in the set.
  init(stringLiteral value: StaticString) {
    value.withUTF8Buffer { for byte in $0 { insert(byte) } }
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 {
      low.0 |= 1 << UInt64(byte)
    } else if byte < 128 {
      low.1 |= 1 << UInt64(byte - 64)
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 64
      ? low.0 & (1 << UInt64(byte)) != 0 : byte < 128 && low.1 & (1 << UInt64(byte - 64)) != 0
  }
}
