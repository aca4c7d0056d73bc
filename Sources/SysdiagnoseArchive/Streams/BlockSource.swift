/// A stream of bytes that hands out its own buffer, so that nothing is copied on the way.
///
/// It is the seam between decompression and the tar reader: whoever fills the blocks, on this thread
/// or another, nothing downstream changes.
protocol BlockSource: AnyObject {
  /// The next bytes, never an empty block; they are valid until the next call.
  ///
  /// After ``Block/end`` or ``Block/fault(_:)`` the same is returned for ever.
  func next() -> Block

  /// The bytes of the file that went into the blocks handed out so far.
  ///
  /// Of blocks made ahead only those count that were handed out: how far a thread came depends on
  /// the machine's load, and no report may.
  var bytesRead: Int { get }

  /// The ends of gzip members inside the last block, which was not yet verified; else none.
  var memberEnds: [GzipMemberEnd] { get }
}

extension BlockSource {
  var memberEnds: [GzipMemberEnd] { [] }
}

/// What a block source gives.
enum Block {
  case bytes(UnsafeRawBufferPointer)
  case end
  case fault(StreamFault)

  /// The bytes; none at an end.
  var bytes: UnsafeRawBufferPointer {
    if case .bytes(let bytes) = self { return bytes }
    return UnsafeRawBufferPointer(start: nil, count: 0)
  }
}

/// Why a stream gives no more bytes although it should.
struct StreamFault: Equatable {
  let outcome: ArchiveScan.Outcome
  let code: ArchiveProblem.Code
  let message: String

  static func truncated(_ message: String) -> StreamFault {
    StreamFault(outcome: .truncated, code: .truncated, message: message)
  }

  static func corrupt(_ code: ArchiveProblem.Code, _ message: String) -> StreamFault {
    StreamFault(outcome: .corrupt, code: code, message: message)
  }

  static func limited(_ code: ArchiveProblem.Code, _ message: String) -> StreamFault {
    StreamFault(outcome: .limited, code: code, message: message)
  }
}
