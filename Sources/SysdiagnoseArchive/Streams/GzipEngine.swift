/// An inflater of raw deflate data.
///
/// ``GzipStream`` parses the gzip frame for every engine. The engines differ in the frames that
/// they accept, and ISA-L reports a wrong checksum and a wrong length as one error.
protocol GzipEngine: AnyObject {
  /// Prepares for the next deflate stream.
  func reset()

  /// Inflates as much as fits.
  ///
  /// The pointers are used only during the call.
  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> InflateStep

  /// Continues a CRC-32 over more bytes; it starts at 0.
  static func checksum(_ start: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32
}

/// The result of one call of an engine.
struct InflateStep {
  enum Status {
    /// There is room for more input or for more output.
    case more
    /// The deflate stream has ended.
    case finished
    /// The deflate stream is damaged.
    case damaged(String)
  }

  /// The number of input bytes consumed.
  let consumed: Int
  /// The number of output bytes written.
  let produced: Int
  let status: Status
  /// When finished: the consumed bytes after the end of the deflate stream.
  var readAhead = ReadAhead()
}

/// Up to eight bytes that an engine consumed but did not need.
///
/// They may belong to an earlier input block. The caller cannot simply step back.
struct ReadAhead {
  private var bits: UInt64 = 0
  private var count = 0

  init() {}

  /// The lowest byte comes first.
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

/// The engines that inflate gzip.
enum GzipEngineKind: String, Sendable, CaseIterable {
  #if ISAL
    case isal
  #endif
  case zlib

  /// The engines in this build that work correctly on this processor, the fastest first.
  static var allCases: [GzipEngineKind] {
    #if ISAL
      ISALEngine.isSound ? [.isal, .zlib] : [.zlib]
    #else
      [.zlib]
    #endif
  }

  /// The fastest engine that works correctly on this processor.
  static var standard: GzipEngineKind { allCases.first ?? .zlib }

  /// Continues a CRC-32 over more bytes with the standard engine; it starts at 0.
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
