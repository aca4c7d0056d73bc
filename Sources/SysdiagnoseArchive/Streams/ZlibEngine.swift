import CZlib

/// The portable inflater: zlib is available on every system.
final class ZlibEngine: GzipEngine {
  // zlib keeps a pointer to the stream inside its own state; the address must not change.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Negative means raw deflate, without a header.
    isReady = czlib_inflate_init2(stream, -MAX_WBITS) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
  }

  func reset() {
    if isReady { inflateReset(stream) }
  }

  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> InflateStep {
    guard isReady else {
      return InflateStep(consumed: 0, produced: 0, status: .damaged("zlib could not be set up"))
    }
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(clamping: input.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(clamping: output.count)
    let givenIn = Int(stream.pointee.avail_in)
    let givenOut = Int(stream.pointee.avail_out)
    let code = inflate(stream, Z_NO_FLUSH)
    let status: InflateStep.Status
    switch code {
    // Z_BUF_ERROR only means that no progress was possible.
    case Z_OK, Z_BUF_ERROR: status = .more
    case Z_STREAM_END: status = .finished
    default: status = .damaged(message(code))
    }
    return InflateStep(
      consumed: givenIn - Int(stream.pointee.avail_in),
      produced: givenOut - Int(stream.pointee.avail_out), status: status)
  }

  static func checksum(_ start: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
    guard let address = bytes.baseAddress else { return start }
    return UInt32(
      truncatingIfNeeded: crc32_z(
        UInt(start), address.assumingMemoryBound(to: UInt8.self), bytes.count))
  }

  private func message(_ code: Int32) -> String {
    stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)"
  }
}
