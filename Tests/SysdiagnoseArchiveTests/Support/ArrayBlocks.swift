@testable import SysdiagnoseArchive

/// Bytes in memory as a block source, in pieces of any size.
final class ArrayBlocks: BlockSource {
  private let bytes: UnsafeMutableRawBufferPointer
  var bytesRead: Int { position }
  private let pieceBytes: Int
  private var position = 0

  init(_ content: [UInt8], pieceBytes: Int = 1 << 18) {
    bytes = .allocate(byteCount: content.count, alignment: 1)
    bytes.copyBytes(from: content)
    self.pieceBytes = pieceBytes
  }

  deinit { bytes.deallocate() }

  func next() -> Block {
    let end = min(position + pieceBytes, bytes.count)
    guard position < end else { return .end }
    defer { position = end }
    return .bytes(UnsafeRawBufferPointer(rebasing: bytes[position..<end]))
  }
}

/// All output of a block source, and its end.
struct Drained: Equatable {
  var bytes: [UInt8] = []
  var fault: StreamFault?

  init(_ source: any BlockSource) {
    while true {
      switch source.next() {
      case .bytes(let block): bytes += block
      case .end: return
      case .fault(let fault):
        self.fault = fault
        return
      }
    }
  }
}
