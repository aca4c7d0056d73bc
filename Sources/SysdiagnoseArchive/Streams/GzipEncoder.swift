import CZlib

/// Compresses a stream of bytes into one gzip member; the same bytes give the same file.
public final class GzipEncoder {
  // zlib keeps a pointer to the stream inside its own state; the address must not change.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  private var piece = [UInt8](repeating: 0, count: 64 << 10)

  /// Creates an encoder of no bytes yet.
  public init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady = czlib_deflate_init_gzip(stream) == Z_OK
  }

  deinit {
    if isReady { deflateEnd(stream) }
    stream.deallocate()
  }

  /// Takes bytes.
  ///
  /// - Returns: the compressed bytes that are finished by now; nil when zlib has no memory.
  public func add(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? { run(bytes, Z_NO_FLUSH) }

  /// Ends the member; the encoder must not be used again.
  ///
  /// - Returns: the rest of the compressed bytes; nil when zlib has no memory.
  public func finish() -> [UInt8]? { run(UnsafeRawBufferPointer(start: nil, count: 0), Z_FINISH) }

  private func run(_ bytes: UnsafeRawBufferPointer, _ flush: Int32) -> [UInt8]? {
    guard isReady else { return nil }
    var rest = bytes
    var output: [UInt8] = []
    while true {
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: rest.baseAddress?.assumingMemoryBound(to: UInt8.self))
      stream.pointee.avail_in = UInt32(clamping: rest.count)
      let given = Int(stream.pointee.avail_in)
      let (code, made) = piece.withUnsafeMutableBufferPointer { piece in
        stream.pointee.next_out = piece.baseAddress
        stream.pointee.avail_out = UInt32(clamping: piece.count)
        let code = deflate(stream, given < rest.count ? Z_NO_FLUSH : flush)
        return (code, piece.count - Int(stream.pointee.avail_out))
      }
      output += piece[..<made]
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(given - Int(stream.pointee.avail_in)))
      switch code {
      case Z_STREAM_END: return output
      // Z_BUF_ERROR only means that no progress was possible.
      case Z_OK, Z_BUF_ERROR:
        if rest.isEmpty, made < piece.count, flush == Z_NO_FLUSH { return output }
      default: return nil
      }
    }
  }
}
