internal import Platform

/// Splits the chunks of a member into numbered lines; a line within one chunk is not copied.
///
/// A line end is LF with any CRs before it (a text translated twice has CR CR LF). It is not part
/// of the line: a line written with LF reads back the same. A line beyond the limit is delivered
/// once, cut and marked, and its rest is dropped. Memory does not grow with it.
struct LineSplitter {
  /// The longest line that is kept, in bytes; real members stay below 10 KB.
  static let maximumLineLength = 1 << 20

  /// The lines so far, without the unfinished one.
  private(set) var lineCount = 0

  /// The start of an unfinished line.
  private var carry: [UInt8] = []
  private var carryIsOverlong = false

  /// Delivers every line that ends in `chunk` to `reader`.
  mutating func split(_ chunk: RawSpan, into reader: inout some LineReader) {
    chunk.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      var start = 0
      while start < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: raw[start...])
        guard let length = ByteSearch.firstOffset(of: 0x0A, in: rest) else {
          keep(UnsafeBufferPointer(rebasing: bytes[start...]), into: &reader)
          return
        }
        let end = start + length
        deliver(UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &reader)
        start = end + 1
      }
    }
  }

  /// Delivers the last line if the member does not end with a line end.
  mutating func finish(into reader: inout some LineReader) {
    if !carry.isEmpty { deliver(UnsafeBufferPointer(start: nil, count: 0), into: &reader) }
  }

  /// The number of the unfinished line of a cut member; nil when the cut is between lines.
  ///
  /// Half a line is never read: half a number would pass for a whole one.
  var brokenLine: Int? { carry.isEmpty ? nil : lineCount + 1 }

  /// The first byte of the unfinished line; nil without one.
  var unfinishedStart: UInt8? { carry.first }

  private mutating func keep(
    _ piece: UnsafeBufferPointer<UInt8>, into reader: inout some LineReader
  ) {
    var piece = piece
    while carry.count + piece.count > Self.maximumLineLength, let mark = reader.lineBreak {
      let room = Self.maximumLineLength - carry.count
      carry.append(contentsOf: piece.prefix(room))
      piece = UnsafeBufferPointer(rebasing: piece.dropFirst(room))
      guard let place = carry.lastIndex(of: mark) else { break }
      // Every part has the number of the whole line.
      lineCount += 1
      carry.withUnsafeBufferPointer {
        give(UnsafeBufferPointer(rebasing: $0[...place]), isOverlong: false, to: &reader)
      }
      lineCount -= 1
      carry.removeSubrange(...place)
    }
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
    keep(piece, into: &reader)
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

/// Receives the lines of a `LineSplitter`.
protocol LineReader {
  /// If set, only empty lines and lines that begin with one of these bytes are delivered.
  ///
  /// A parser can then skip part of a member at the speed of the search for line ends.
  var wantedLineStarts: ByteSet? { get }

  /// The byte after which a line beyond the limit may be delivered in parts; nil for no part.
  ///
  /// JSON may be one line of any length.
  var lineBreak: UInt8? { get }

  /// Receives the next line, without its line end.
  mutating func read(_ line: Span<UInt8>, number: Int, isOverlong: Bool)
}

extension LineReader {
  var lineBreak: UInt8? { nil }
}

/// A set of bytes, cheap enough to test for each line.
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
