/// A stream of bytes that lends its own buffer and avoids copies.
///
/// It separates decompression from the tar reader. Blocks may come from this thread or another one;
/// nothing downstream changes.
protocol BlockSource: AnyObject {
  /// The next bytes, never an empty block, valid until the next call.
  ///
  /// After ``Block/end`` or ``Block/fault(_:)`` every call returns the same.
  func next() -> Block

  /// The bytes of the file that went into the blocks handed out so far.
  ///
  /// Blocks made ahead do not count until they are handed out. The progress of a thread depends on
  /// the machine's load; a report must not.
  var bytesRead: Int { get }

  /// The ends of gzip members inside the last block, if it is not yet verified; else none.
  var memberEnds: [GzipMemberEnd] { get }
}

extension BlockSource {
  var memberEnds: [GzipMemberEnd] { [] }
}

/// One result of a block source.
enum Block {
  case bytes(UnsafeRawBufferPointer)
  case end
  case fault(StreamFault)

  /// The bytes; none at the end or at a fault.
  var bytes: UnsafeRawBufferPointer {
    if case .bytes(let bytes) = self { return bytes }
    return UnsafeRawBufferPointer(start: nil, count: 0)
  }
}

/// The reason why a stream stopped before its proper end.
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
