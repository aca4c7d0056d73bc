/// A compression without a checksum of its content, detected from the first bytes of the file.
///
/// Damage to such a file can give wrong bytes without any sign. A plain tar and a folder get no message: nobody expects
/// a checksum of them.
struct ChecksumLack: Equatable {
  /// The name of the compression.
  let compression: String

  /// The message to the user.
  var sentence: String {
    "not verified: this \(compression) file holds no checksum of its content, so damage may not show"
  }

  /// Reads the beginning of a file; nil for an uncompressed file or a compression with a checksum.
  init?(beginning bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 8 else { return nil }
    func begins(_ magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
    if begins([0x28, 0xB5, 0x2F, 0xFD]), bytes[4] & 0x04 == 0 {
      // RFC 8878, 3.1.1.1.1: the frame header descriptor's content checksum flag.
      compression = "zstd"
    } else if begins([0x04, 0x22, 0x4D, 0x18]), bytes[4] & 0x14 == 0 {
      // The LZ4 frame format's FLG byte: a checksum for each block, or for the content.
      compression = "lz4"
    } else if begins([0x02, 0x21, 0x4C, 0x18]) {
      compression = "lz4"
    } else if begins([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), bytes[7] & 0x0F == 0 {
      // The .xz file format, 2.1.1.2: stream flags, the type of check.
      compression = "xz"
    } else if begins([0x1F, 0x9D]) {
      compression = "compress"
    } else if begins([0x5D, 0x00, 0x00]) {
      compression = "lzma"
    } else {
      return nil
    }
  }
}
