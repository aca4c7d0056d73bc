#if ISAL
  import CISAL

  /// Intel's inflater, two to three times as fast as zlib.
  ///
  /// It loads eight bytes at a time. Up to 2.30 it keeps the bytes after the end of a stream. From
  /// 2.31 on it hands them back by moving its input position, even to before the start of this
  /// call's input. Both are handled: bytes of earlier calls come from ``RecentBytes``.
  final class ISALEngine: GzipEngine {
    /// Whether this version of ISA-L works correctly on this processor.
    ///
    /// On arm64, versions before 2.32 may end a stream early.
    static var isSound: Bool {
      #if arch(arm64)
        cisal_version() >= 232
      #else
        cisal_version() >= 230
      #endif
    }

    /// More than the longest match of deflate (258) plus the literals decoded with it.
    ///
    /// After a match that reaches back too far, ISA-L counts bytes that it has not written. Old
    /// content of the buffer would pass for the archive's data.
    private static let doubtfulBytes = 512

    // 87 KB is too large for a Swift value that may be copied on the stack.
    private let state: UnsafeMutablePointer<inflate_state>
    private var taken = RecentBytes()

    init() {
      state = .allocate(capacity: 1)
      isal_inflate_init(state)
      state.pointee.crc_flag = UInt32(ISAL_DEFLATE)
    }

    deinit {
      state.deallocate()
    }

    func reset() {
      taken = RecentBytes()
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
      // Negative when bytes of earlier calls are handed back; arbitrary after an error.
      let moved = givenIn - Int(state.pointee.avail_in)
      let consumed = max(0, moved)
      let produced = max(0, givenOut - Int(state.pointee.avail_out))
      // ISA-L does not treat the end of the input as an error; the caller knows if more can come.
      guard code >= ISAL_DECOMP_OK else {
        return InflateStep(
          // checked: `produced` is at least 0.
          consumed: consumed, produced: max(0, produced - Self.doubtfulBytes),
          status: .damaged("ISA-L error \(code)"))
      }
      guard state.pointee.block_state == ISAL_BLOCK_FINISH else {
        taken.append(UnsafeRawBufferPointer(rebasing: input.prefix(consumed)))
        return InflateStep(consumed: consumed, produced: produced, status: .more)
      }
      guard let readAhead = moved < 0 ? taken.last(-moved) : keptReadAhead else {
        return InflateStep(
          consumed: 0, produced: produced, status: .damaged("ISA-L hands back too many bytes"))
      }
      return InflateStep(
        consumed: consumed, produced: produced, status: .finished, readAhead: readAhead)
    }

    static func checksum(_ start: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
      guard let address = bytes.baseAddress else { return start }
      return crc32_gzip_refl(
        start, address.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
    }

    /// The bytes that versions up to 2.30 keep in the state; newer versions leave none there.
    private var keptReadAhead: ReadAhead {
      let bits = Int(state.pointee.read_in_length)
      guard bits >= 8 else { return ReadAhead() }
      return ReadAhead(bits: state.pointee.read_in >> UInt64(bits % 8), count: bits / 8)
    }
  }

  /// The last eight bytes that an engine consumed, across all calls for one stream.
  struct RecentBytes {
    /// The newest byte is the highest.
    private var bits: UInt64 = 0
    private var count = 0

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
      for byte in bytes.suffix(8) {
        bits = bits >> 8 | UInt64(byte) << 56
        count = min(count + 1, 8)
      }
    }

    /// The newest bytes; nil when fewer were kept.
    func last(_ wanted: Int) -> ReadAhead? {
      guard wanted <= count else { return nil }
      return wanted == 0
        ? ReadAhead() : ReadAhead(bits: bits >> UInt64(64 - 8 * wanted), count: wanted)
    }
  }
#endif
