@testable import SysdiagnoseArchive

/// The output of a gzip stream, and its end.
struct Inflated {
  private(set) var bytes: [UInt8] = []
  private(set) var fault: StreamFault?
  private(set) var isCapped = false

  private static let cap = 4 << 20

  init(_ file: UnsafeRawBufferPointer, _ engine: GzipEngineKind, inPieces: Bool = false) {
    let source: any BlockSource = inPieces ? PieceBlocks(Pieces(bytes: file)) : PieceBlocks([file])
    let stream = GzipStream(source, engine: engine.make())
    while true {
      switch stream.next() {
      case .bytes(let block): bytes += block
      case .end: return
      case .fault(let fault):
        self.fault = fault
        return
      }
      if bytes.count >= Self.cap {
        isCapped = true
        return
      }
    }
  }

  /// Intact data gives the same bytes; damaged data gives the same common beginning.
  func mustAgree(with other: Inflated, _ what: String) {
    let common = min(bytes.count, other.bytes.count)
    let holds = bytes[..<common] == other.bytes[..<common]
    let isSame =
      isCapped || other.isCapped || fault != nil && other.fault != nil
      || fault == nil && other.fault == nil && bytes.count == other.bytes.count
    require(holds && isSame, "\(what): \(self) and \(other), the same so far: \(holds)")
  }
}

extension Inflated: CustomStringConvertible {
  var description: String {
    "\(bytes.count) bytes, \(fault.map { "\($0.outcome): \($0.message)" } ?? "sound")"
  }
}

/// Pieces of an input as a block source.
private final class PieceBlocks: BlockSource {
  private(set) var bytesRead = 0
  private let makeNext: () -> UnsafeRawBufferPointer?

  init(_ pieces: some Sequence<UnsafeRawBufferPointer>) {
    var rest = pieces.makeIterator()
    makeNext = { rest.next() }
  }

  func next() -> Block {
    guard let piece = makeNext(), !piece.isEmpty else { return .end }
    bytesRead += piece.count
    return .bytes(piece)
  }
}
