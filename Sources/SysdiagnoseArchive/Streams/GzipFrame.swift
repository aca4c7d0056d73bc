/// The header and the trailer of a gzip member (RFC 1952), read byte by byte.
///
/// A byte at a time costs nothing on a few bytes per member, and a header that is cut by a block
/// border needs no special case.
struct GzipFrame {
  static let magic: [UInt8] = [0x1f, 0x8b, 0x08]
  static let trailerBytes = 8

  /// Where in the header the next byte belongs.
  private enum Field {
    case fixed(Int), extraLength(Int), extra(Int), name, comment, headerChecksum(Int), done
  }

  enum Progress: Equatable {
    case more, done
    case wrongMagic
    case unsupported(String)
  }

  private var field = Field.fixed(0)
  private var flags: UInt8 = 0
  private var extraLength = 0
  private var trailer: UInt64 = 0
  private var trailerCount = 0

  /// Takes the next byte of the header.
  mutating func header(_ byte: UInt8) -> Progress {
    switch field {
    case .fixed(let index): return fixed(byte, at: index)
    case .extraLength(let index):
      extraLength |= Int(byte) << (8 * index)
      if index == 0 {
        field = .extraLength(1)
      } else if extraLength > 0 {
        field = .extra(extraLength)
      } else {
        afterExtra()
      }
    case .extra(let left):
      if left > 1 { field = .extra(left - 1) } else { afterExtra() }
    case .name: if byte == 0 { afterName() }
    case .comment: if byte == 0 { afterComment() }
    case .headerChecksum(let index): field = index == 0 ? .headerChecksum(1) : .done
    case .done: break
    }
    return progress
  }

  /// Takes the next byte of the trailer; true once it is whole.
  mutating func trailer(_ byte: UInt8) -> Bool {
    trailer |= UInt64(byte) << UInt64(8 * trailerCount)
    trailerCount += 1
    return trailerCount == Self.trailerBytes
  }

  /// The CRC-32 that the trailer holds.
  var checksum: UInt32 { UInt32(truncatingIfNeeded: trailer) }
  /// The length modulo 2^32 that the trailer holds.
  var length: UInt32 { UInt32(truncatingIfNeeded: trailer >> 32) }

  private var progress: Progress {
    if case .done = field { return .done }
    return .more
  }

  private mutating func fixed(_ byte: UInt8, at index: Int) -> Progress {
    if index < 3, byte != Self.magic[index] { return .wrongMagic }
    if index == 3 {
      guard byte & 0xe0 == 0 else { return .unsupported("unknown gzip flags \(byte)") }
      flags = byte
    }
    if index < 9 {
      field = .fixed(index + 1)
    } else if flags & 0x04 != 0 {
      field = .extraLength(0)
    } else {
      afterExtra()
    }
    return progress
  }

  private mutating func afterExtra() {
    if flags & 0x08 != 0 { field = .name } else { afterName() }
  }

  private mutating func afterName() {
    if flags & 0x10 != 0 { field = .comment } else { afterComment() }
  }

  private mutating func afterComment() {
    field = flags & 0x02 != 0 ? .headerChecksum(0) : .done
  }
}
