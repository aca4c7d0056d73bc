/// The tar bytes without the extended attributes that no reader of members needs.
///
/// libarchive's time grows with the square of the number of entries in an access control list: a
/// header of 1 MB would take minutes. Only the keys of ``PaxRecords/kept`` reach it. Everything
/// else passes unchanged, without a copy.
///
/// The filter steps from header to header as libarchive does. After a damaged header, both search
/// for the next one block by block.
final class PaxFilter: BlockSource {
  var bytesRead: Int { blocks.bytesRead }

  /// The largest extended header or long name, in bytes; real archives have a few kilobytes.
  static let mostBytes = 1 << 20
  /// The largest access control list of Solaris's own type, in bytes.
  private static let mostAccessListBytes = 16 << 10
  private static let blockBytes = 512

  /// What the next bytes belong to, and how many remain.
  private enum Place {
    case header
    case data(Int)
    case extended(Int)
  }

  private let blocks: any BlockSource
  private var block = UnsafeRawBufferPointer(start: nil, count: 0)
  private var position = 0
  private var place = Place.header
  /// The size of the next member from an extended header; it overrides the member's own.
  private var extendedSize: Int?
  /// An incomplete header: one across two blocks, or an extended header.
  private var held: [UInt8] = []
  /// The held bytes on their way out; they must stay in place until the next call.
  private let handedOut: UnsafeMutableRawBufferPointer
  private var ending: Block?

  init(_ blocks: any BlockSource) {
    self.blocks = blocks
    handedOut = .allocate(byteCount: Self.mostBytes + Self.blockBytes, alignment: 64)
  }

  deinit { handedOut.deallocate() }

  func next() -> Block {
    while true {
      if position == block.count {
        if let ending { return ending }
        guard refill() else { return held.isEmpty ? ending ?? .end : handOut() }
      }
      let start = position
      passOn()
      if position > start {
        return .bytes(UnsafeRawBufferPointer(rebasing: block[start..<position]))
      }
      if ending == nil, hold() { return handOut() }
    }
  }

  private func refill() -> Bool {
    let next = blocks.next()
    block = next.bytes
    position = 0
    if case .bytes = next { return true }
    ending = next
    return false
  }

  /// Moves past everything that passes unchanged.
  private func passOn() {
    while position < block.count {
      switch place {
      case .data(let left):
        let count = min(left, block.count - position)
        position += count
        place = left > count ? .data(left - count) : .header
      case .header where held.isEmpty && block.count - position >= Self.blockBytes:
        let end = position + Self.blockBytes
        if let fault = take(TarHeader(UnsafeRawBufferPointer(rebasing: block[position..<end]))) {
          stop(fault)
          return
        }
        position = end
      case .header, .extended: return
      }
    }
  }

  /// Collects a header in pieces; true when it is complete.
  private func hold() -> Bool {
    var wanted = Self.blockBytes - held.count
    if case .extended(let left) = place { wanted = left }
    let count = min(wanted, block.count - position)
    held.append(contentsOf: block[position..<position + count])
    position += count
    guard count == wanted else {
      if case .extended = place { place = .extended(wanted - count) }
      return false
    }
    if case .extended = place {
      let records = PaxRecords(&held)
      extendedSize = records.size ?? extendedSize
      place = .header
    } else if let fault = held.withUnsafeBytes({ take(TarHeader($0)) }) {
      held.removeAll()
      stop(fault)
      return false
    }
    return true
  }

  private func handOut() -> Block {
    handedOut.copyBytes(from: held)
    defer { held.removeAll(keepingCapacity: true) }
    return .bytes(UnsafeRawBufferPointer(rebasing: handedOut[..<held.count]))
  }

  private func stop(_ fault: StreamFault) {
    ending = .fault(fault)
    block = UnsafeRawBufferPointer(rebasing: block[..<position])
  }

  /// Sets the state after a header; a fault when the body is too large.
  private func take(_ header: TarHeader) -> StreamFault? {
    switch header.body {
    case .none:
      place = .header
      extendedSize = nil
    case .accessList(let size) where size > Self.mostAccessListBytes:
      return .corrupt(.tarHeader, "an access control list of \(size) bytes is no member's")
    case .extended(let size), .name(let size), .accessList(let size):
      guard size <= Self.mostBytes - Self.blockBytes else {
        return .corrupt(
          .tarHeader, "an extended header of \(size) bytes is over the limit of \(Self.mostBytes)")
      }
      let whole = (size + Self.blockBytes - 1) / Self.blockBytes * Self.blockBytes
      if whole == 0 {
        place = .header
      } else if case .extended = header.body {
        place = .extended(whole)
      } else {
        place = .data(whole)
      }
    case .data(let own):
      let size = extendedSize ?? own
      extendedSize = nil
      let whole =
        size > .max - Self.blockBytes ? 0 : (size + 511) / Self.blockBytes * Self.blockBytes
      place = whole > 0 ? .data(whole) : .header
    }
    return nil
  }
}
