/// The records of a pax extended header.
///
/// Each is its own length, a blank, a key, `=`, a value and a line end:
///
///     27 mtime=1709634030.52100
///     45 LIBARCHIVE.xattr.com.apple.quarantine=MDA=
///
/// Records that no reader of members needs are renamed in place: libarchive ignores them, and all
/// lengths stay the same.
struct PaxRecords {
  /// The size of the next member; nil when the header has none.
  private(set) var size: Int?

  /// The keys for the place and the name of a member's bytes.
  ///
  /// Access control lists, extended attributes, owners and other times are not among them.
  static let kept: Set<String> = [
    "path", "linkpath", "size", "mtime", "hdrcharset", "SCHILY.realsize", "SUN.holesdata",
  ]
  static let keptPrefix = Array("GNU.sparse.".utf8)

  private static let keptKeys = kept.map { Array($0.utf8) }
  private static let longestLength = 8

  /// Parses the records and renames those that are not kept; stops at the first malformed one.
  init(_ bytes: inout [UInt8]) {
    var start = 0
    while let (key, end) = Self.record(bytes, at: start) {
      if bytes[key].elementsEqual("size".utf8) {
        size = Self.number(bytes[key.upperBound + 1..<end - 1])
      }
      if !Self.isKept(bytes[key]) {
        // The key of a comment, ignored by every reader.
        for index in key { bytes[index] = UInt8(ascii: "-") }
      }
      start = end
    }
  }

  /// The range of the key of the record at an offset, and the record's end; nil when there is none.
  private static func record(_ bytes: [UInt8], at start: Int) -> (key: Range<Int>, end: Int)? {
    var length = 0
    var index = start
    while index < bytes.count, (0x30...0x39).contains(bytes[index]),
      index - start < longestLength
    {
      length = length * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    let end = start + length
    guard index > start, index < bytes.count, bytes[index] == 0x20, end <= bytes.count,
      end > index + 1, bytes[end - 1] == 0x0A
    else { return nil }
    let keyStart = index + 1
    guard let equals = bytes[keyStart..<end].firstIndex(of: UInt8(ascii: "=")) else { return nil }
    return (keyStart..<equals, end)
  }

  private static func isKept(_ key: ArraySlice<UInt8>) -> Bool {
    key.starts(with: keptPrefix) || keptKeys.contains { key.elementsEqual($0) }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 >= 0 ? $0 : nil }
  }
}
