import CZlib

/// Gzip files from zlib's deflate, which the reader does not use.
enum Gzip {
  /// One gzip member with zlib's own header and trailer.
  static func file(_ content: [UInt8], level: Int32 = 6) -> [UInt8] {
    deflate(content, windowBits: 31, level: level)
  }

  /// One gzip member with a handwritten header: RFC 1952's flags and their optional fields.
  static func file(_ content: [UInt8], flags: UInt8, fields: [UInt8]) -> [UInt8] {
    let header: [UInt8] = [0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3]
    let checksum = content.withUnsafeBufferPointer {
      crc32_z(0, $0.baseAddress, $0.count)
    }
    return header + fields + deflate(content, windowBits: -15, level: 6)
      + littleEndian(UInt32(checksum)) + littleEndian(UInt32(content.count))
  }

  private static func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func deflate(_ content: [UInt8], windowBits: Int32, level: Int32) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, zlibVersion(),
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = content
    let bound = Int(deflateBound(&stream, UInt(content.count))) + 64
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      input.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(bound)
        _ = CZlib.deflate(&stream, Z_FINISH)
      }
      count = bound - Int(stream.avail_out)
    }
  }
}
