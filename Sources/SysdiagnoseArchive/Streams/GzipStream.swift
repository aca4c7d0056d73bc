/// The bytes inside a gzip file, with each member's checksum and length verified.
///
/// Concatenated members read as one stream, and zeros may follow the last one: `gzip` itself
/// accepts both. Verification runs on the reading thread; a read-ahead thread only inflates.
final class GzipStream: BlockSource {
  var bytesRead: Int { inflated.bytesRead }

  private let inflated: any BlockSource
  private let addToChecksum: (UInt32, UnsafeRawBufferPointer) -> UInt32
  private var checksum: UInt32 = 0
  private var length: UInt32 = 0
  private var ending: Block?

  /// Creates a stream.
  ///
  /// - Parameters:
  ///   - source: The bytes of the file.
  ///   - engine: The inflater.
  ///   - readsAhead: Whether to read and inflate on a separate thread. A third thread for reading
  ///     alone was slower: handing over costs more than reading the file.
  init(_ source: any BlockSource, engine: any GzipEngine, readsAhead: Bool = false) {
    addToChecksum = type(of: engine).checksum
    if readsAhead {
      inflated = ReadAheadBlocks(
        GzipInflater(source, engine: engine, blockLife: ReadAheadBlocks.depth))
    } else {
      inflated = GzipInflater(source, engine: engine, blockLife: 1)
    }
  }

  func next() -> Block {
    while ending == nil {
      let block = inflated.next()
      let sound = verified(block.bytes)
      if ending == nil {
        if case .bytes = block {} else { ending = block }
      }
      if !sound.isEmpty { return .bytes(sound) }
    }
    return ending ?? .end
  }

  /// The bytes before the end of the first member that fails verification.
  private func verified(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var start = 0
    for end in inflated.memberEnds {
      add(bytes[start..<end.offset])
      if let fault = fault(at: end) {
        ending = .fault(fault)
        return UnsafeRawBufferPointer(rebasing: bytes[..<end.offset])
      }
      checksum = 0
      length = 0
      start = end.offset
    }
    add(bytes[start...])
    return bytes
  }

  private func add(_ bytes: Slice<UnsafeRawBufferPointer>) {
    checksum = addToChecksum(checksum, UnsafeRawBufferPointer(rebasing: bytes))
    length &+= UInt32(truncatingIfNeeded: bytes.count)
  }

  private func fault(at end: GzipMemberEnd) -> StreamFault? {
    if end.checksum != checksum {
      return .corrupt(.gzipChecksum, "the gzip checksum does not match")
    }
    return end.length == length
      ? nil : .corrupt(.gzipLength, "the gzip length does not match")
  }
}

/// The trailer of a gzip member, as expected values for the bytes before it.
struct GzipMemberEnd {
  /// The end of the member, as an offset in the block.
  let offset: Int
  /// The CRC-32 of the member's bytes.
  let checksum: UInt32
  /// The number of its bytes, modulo 2^32.
  let length: UInt32
}
