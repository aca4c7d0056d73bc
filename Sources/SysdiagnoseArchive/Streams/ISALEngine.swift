#if ISAL
  import CISAL

  /// Intel's inflater, two to three times as fast as zlib.
  ///
  /// It loads eight bytes at a time. Up to 2.30 it keeps those behind the end of a stream; from 2.31
  /// on it hands them back by moving its place in the input, even to before the start of the input
  /// of this call. Both are right here: bytes of earlier calls come from ``RecentBytes``.
  final class ISALEngine: GzipEngine {
    /// Whether the ISA-L that this was built with is sound on this processor.
    ///
    /// On arm64 versions before 2.32 may end a stream early.
    static var isSound: Bool {
      #if arch(arm64)
        cisal_version() >= 232
      #else
        cisal_version() >= 230
      #endif
    }

    /// More than the longest match of deflate (258) and the literals decoded with it.
    ///
    /// Having met a match that reaches back too far, ISA-L counts bytes as produced that it has not
    /// written: what lay in the buffer before would pass for the archive's.
    private static let doubtfulBytes = 512

    // 87 KB: too large to be a Swift value that may be copied on the stack.
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
      // Below zero when bytes of earlier calls are handed back; after an error it may be anything.
      let moved = givenIn - Int(state.pointee.avail_in)
      let consumed = max(0, moved)
      let produced = max(0, givenOut - Int(state.pointee.avail_out))
      // The end of the input is no error to ISA-L; the caller knows whether more can come.
      guard code >= ISAL_DECOMP_OK else {
        return InflateStep(
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

    /// What up to 2.30 stays in the state; newer versions leave nothing there.
    private var keptReadAhead: ReadAhead {
      let bits = Int(state.pointee.read_in_length)
      guard bits >= 8 else { return ReadAhead() }
      return ReadAhead(bits: state.pointee.read_in >> UInt64(bits % 8), count: bits / 8)
    }
  }

  /// The last eight bytes that an engine has taken from its input, over all calls of one stream.
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

    /// The newest bytes; nil when that many were never kept.
    func last(_ wanted: Int) -> ReadAhead? {
      guard wanted <= count else { return nil }
      return wanted == 0
        ? ReadAhead() : ReadAhead(bits: bits >> UInt64(64 - 8 * wanted), count: wanted)
    }
  }
#endif
