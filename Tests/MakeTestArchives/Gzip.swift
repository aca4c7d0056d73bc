private import CZlib

/// Gzip files from zlib.
enum Gzip {
  /// The size of the header: no name, no time, and its own checksum (FHCRC).
  static let headerCount = 12
  /// The size of the CRC-32 and the length.
  static let trailerCount = 8

  /// A gzip file, as small as zlib makes it.
  static func compressed(_ content: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 9, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY, zlibVersion(),
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var header = gz_header()
    (header.os, header.hcrc) = (255, 1)
    deflateSetHeader(&stream, &header)
    var input = content
    let bound = Int(deflateBound(&stream, UInt(content.count))) + headerCount
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      input.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(bound)
        _ = deflate(&stream, Z_FINISH)
      }
      count = bound - Int(stream.avail_out)
    }
  }

  /// The content of a gzip file with a header of ``headerCount`` bytes, without a checksum test.
  struct Inflated {
    var content: [UInt8]
    /// Whether the deflate data ends where the trailer begins.
    var isWhole: Bool
  }

  /// Inflates as much as possible, at most `limit` bytes; nil when damage prevents it.
  static func inflated(_ file: ArraySlice<UInt8>, limit: Int) -> Inflated? {
    var stream = z_stream()
    inflateInit2_(&stream, -15, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
    defer { inflateEnd(&stream) }
    var input = Array(file.dropFirst(headerCount))
    var result = Z_OK
    let content = [UInt8](unsafeUninitializedCapacity: limit) { output, count in
      input.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(limit)
        result = inflate(&stream, Z_SYNC_FLUSH)
      }
      count = limit - Int(stream.avail_out)
    }
    guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(result) else { return nil }
    return Inflated(
      content: content, isWhole: result == Z_STREAM_END && stream.avail_in == trailerCount)
  }
}
