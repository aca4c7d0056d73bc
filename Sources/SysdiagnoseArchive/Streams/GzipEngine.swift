/// An inflater of raw deflate data.
///
/// The gzip frame around the data is read by ``GzipStream`` for every engine alike: the engines
/// differ in what they accept there, and ISA-L reports a wrong checksum and a wrong length as one.
protocol GzipEngine: AnyObject {
  /// Makes ready for the next deflate stream.
  func reset()

  /// Inflates as much as fits.
  ///
  /// The pointers are used during the call only.
  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> InflateStep

  /// Continues a CRC-32 over more bytes; it starts at 0.
  static func checksum(_ start: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32
}

/// What one call of an engine did.
struct InflateStep {
  enum Status {
    /// There is room for more input or for more output.
    case more
    /// The deflate stream has ended.
    case finished
    /// The deflate stream is damaged.
    case damaged(String)
  }

  /// The bytes of the input that the engine has taken.
  let consumed: Int
  /// The bytes of the output that it has written.
  let produced: Int
  let status: Status
  /// When finished: the bytes taken that lie behind the end of the deflate stream.
  var readAhead = ReadAhead()
}

/// Up to eight bytes that an engine took from its input but did not need.
///
/// They may be bytes of an earlier input block, so the caller cannot just step back.
struct ReadAhead {
  private var bits: UInt64 = 0
  private var count = 0

  init() {}

  /// The lowest byte is the first.
  init(bits: UInt64, count: Int) {
    self.bits = bits
    self.count = count
  }

  mutating func popFirst() -> UInt8? {
    guard count > 0 else { return nil }
    defer {
      bits >>= 8
      count -= 1
    }
    return UInt8(truncatingIfNeeded: bits)
  }
}

/// The engines that this build holds.
enum GzipEngineKind: String, Sendable, CaseIterable {
  #if ISAL
    case isal
  #endif
  case zlib

  /// The fastest one that is sound here.
  static var standard: GzipEngineKind {
    #if ISAL
      ISALEngine.isSound ? .isal : .zlib
    #else
      .zlib
    #endif
  }

  /// Continues a CRC-32 over more bytes by the standard engine; it starts at 0.
  static func checksum(_ start: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
    #if ISAL
      ISALEngine.checksum(start, bytes)
    #else
      ZlibEngine.checksum(start, bytes)
    #endif
  }

  func make() -> any GzipEngine {
    switch self {
    #if ISAL
      case .isal: ISALEngine()
    #endif
    case .zlib: ZlibEngine()
    }
  }
}
