#if ISAL
  import CISAL

  /// Intel's inflater, two to three times as fast as zlib.
  final class ISALEngine: GzipEngine {
    /// More than the longest match of deflate (258) and the literals decoded with it.
    ///
    /// Having met a match that reaches back too far, ISA-L counts bytes as produced that it has not
    /// written: what lay in the buffer before would pass for the archive's.
    private static let doubtfulBytes = 512

    // 87 KB: too large to be a Swift value that may be copied on the stack.
    private let state: UnsafeMutablePointer<inflate_state>

    init() {
      state = .allocate(capacity: 1)
      isal_inflate_init(state)
      state.pointee.crc_flag = UInt32(ISAL_DEFLATE)
    }

    deinit {
      state.deallocate()
    }

    func reset() {
      isal_inflate_reset(state)
      state.pointee.crc_flag = UInt32(ISAL_DEFLATE)
    }

    func step(
      _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> InflateStep {
      state.pointee.next_in = UnsafeMutablePointer(
        mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
      state.pointee.avail_in = UInt32(clamping: input.count)
      state.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      state.pointee.avail_out = UInt32(clamping: output.count)
      let givenIn = Int(state.pointee.avail_in)
      let givenOut = Int(state.pointee.avail_out)
      let code = isal_inflate(state)
      // After an error in hostile data ISA-L's count of the input left may wrap below zero.
      let consumed = max(0, givenIn - Int(state.pointee.avail_in))
      let produced = max(0, givenOut - Int(state.pointee.avail_out))
      // The end of the input is no error to ISA-L; the caller knows whether more can come.
      guard code >= ISAL_DECOMP_OK else {
        return InflateStep(
          consumed: consumed, produced: max(0, produced - Self.doubtfulBytes),
          status: .damaged("ISA-L error \(code)"))
      }
      guard state.pointee.block_state == ISAL_BLOCK_FINISH else {
        return InflateStep(consumed: consumed, produced: produced, status: .more)
      }
      return InflateStep(
        consumed: consumed, produced: produced, status: .finished, readAhead: takeReadAhead())
    }

    static func checksum(_ start: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
      guard let address = bytes.baseAddress else { return start }
      return crc32_gzip_refl(
        start, address.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
    }

    /// ISA-L loads eight bytes at a time and does not give back what lies behind the stream.
    private func takeReadAhead() -> ReadAhead {
      let bits = Int(state.pointee.read_in_length)
      guard bits >= 8 else { return ReadAhead() }
      return ReadAhead(bits: state.pointee.read_in >> UInt64(bits % 8), count: bits / 8)
    }
  }
#endif
