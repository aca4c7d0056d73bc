/// A byte-by-byte parser of the header and the trailer of a gzip member (RFC 1952).
///
/// The few bytes per member make this cheap, and a header across two blocks needs no special case.
struct GzipFrame {
  static let magic: [UInt8] = [0x1f, 0x8b, 0x08]
  static let trailerBytes = 8

  /// The header field of the next byte.
  private enum Field {
    case fixed(Int), extraLength(Int), extra(Int), name, comment, headerChecksum(Int), done
  }

  enum Progress: Equatable {
    case more, done
    case wrongMagic
    case refused(ArchiveProblem.Code, String)
  }

  /// The longest accepted name or comment, in bytes; file systems allow 255.
  private static let longestText = 1 << 16

  private var field = Field.fixed(0)
  private var flags: UInt8 = 0
  private var extraLength = 0
  private var textLength = 0
  private var headerChecksum: UInt32 = ~0
  private var recordedChecksum: UInt32 = 0
  private var trailer: UInt64 = 0
  private var trailerCount = 0

  /// Takes the next byte of the header.
  mutating func header(_ byte: UInt8) -> Progress {
    if case .headerChecksum(let index) = field { return checked(byte, at: index) }
    headerChecksum = Self.checksum(headerChecksum, byte)
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
    case .name, .comment: return text(byte)
    case .headerChecksum, .done: break
    }
    return progress
  }

  /// Takes the next byte of the trailer; true when it is complete.
  mutating func trailer(_ byte: UInt8) -> Bool {
    trailer |= UInt64(byte) << UInt64(8 * trailerCount)
    trailerCount += 1
    return trailerCount == Self.trailerBytes
  }

  /// The CRC-32 in the trailer.
  var checksum: UInt32 { UInt32(truncatingIfNeeded: trailer) }
  /// The length modulo 2^32 in the trailer.
  var length: UInt32 { UInt32(truncatingIfNeeded: trailer >> 32) }

  private var progress: Progress {
    if case .done = field { return .done }
    return .more
  }

  private mutating func fixed(_ byte: UInt8, at index: Int) -> Progress {
    if index < 3, byte != Self.magic[index] { return .wrongMagic }
    if index == 3 {
      guard byte & 0xe0 == 0 else { return .refused(.gzipData, "unknown gzip flags \(byte)") }
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

  private mutating func text(_ byte: UInt8) -> Progress {
    textLength += 1
    guard textLength <= Self.longestText else {
      return .refused(.gzipData, "the gzip header has a text without an end")
    }
    if byte == 0 {
      textLength = 0
      if case .name = field { afterName() } else { afterComment() }
    }
    return progress
  }

  /// The header's own checksum is the lower half of the CRC-32 of all bytes before it.
  private mutating func checked(_ byte: UInt8, at index: Int) -> Progress {
    recordedChecksum |= UInt32(byte) << UInt32(8 * index)
    guard index == 1 else {
      field = .headerChecksum(1)
      return .more
    }
    field = .done
    guard recordedChecksum == ~headerChecksum & 0xffff else {
      return .refused(.gzipChecksum, "the checksum of the gzip header does not match")
    }
    return .done
  }

  /// Continues a CRC-32 by one byte; bitwise, since headers are short.
  private static func checksum(_ start: UInt32, _ byte: UInt8) -> UInt32 {
    (0..<8).reduce(start ^ UInt32(byte)) { sum, _ in
      sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xedb8_8320
    }
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
