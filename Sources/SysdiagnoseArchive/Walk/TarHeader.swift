/// The fields of a tar header that determine the bytes after it.
///
/// The header is a block of 512 bytes (POSIX.1-2024, pax; GNU tar's manual, "Basic Tar Format"):
/// - at 124, the size in octal digits, or as a big-endian number if the first bit is set;
/// - at 148, the sum of all bytes in octal digits, with its own field counted as blanks;
/// - at 156, the type.
struct TarHeader {
  /// The bytes after a header.
  enum Body: Equatable {
    /// The next header follows.
    case none
    /// Bytes of a member.
    case data(Int)
    /// Bytes of pax records.
    case extended(Int)
    /// Bytes of a long name for the next header.
    case name(Int)
    /// Bytes of an access control list of Solaris's own type.
    case accessList(Int)
  }

  let body: Body

  /// Parses a block of 512 arbitrary bytes.
  init(_ block: UnsafeRawBufferPointer) {
    guard block.count == 512, Self.isSound(block) else {
      body = .none
      return
    }
    let size = Self.number(block[124..<136])
    switch block[156] {
    case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "g"): body = .extended(size)
    case UInt8(ascii: "L"), UInt8(ascii: "K"): body = .name(size)
    case UInt8(ascii: "A"): body = .accessList(size)
    // Links, devices, folders and pipes; content of a hard link is skipped block by block.
    case UInt8(ascii: "1")...UInt8(ascii: "6"): body = .none
    default: body = .data(size)
    }
  }

  private static func isSound(_ block: UnsafeRawBufferPointer) -> Bool {
    // The type is nearly ASCII; check it first, since the sum over 512 bytes costs more.
    let recorded = number(block[148..<156])
    guard recorded > 0 else { return false }
    var sum = 8 * 0x20
    for index in 0..<148 { sum += Int(block[index]) }
    for index in 156..<512 { sum += Int(block[index]) }
    return sum == recorded
  }

  /// A number in octal or base 256; 0 when it is neither, negative or too large.
  private static func number(_ field: Slice<UnsafeRawBufferPointer>) -> Int {
    guard let first = field.first else { return 0 }
    if first & 0x80 != 0 {
      guard first == 0x80 else { return 0 }
      return field.dropFirst().reduce(0) { number, byte in
        number >= 1 << 54 ? 1 << 62 : number << 8 | Int(byte)
      }
    }
    let digits = field.drop { $0 == 0x20 || $0 == 0 }.prefix { (0x30...0x37).contains($0) }
    return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }
}
