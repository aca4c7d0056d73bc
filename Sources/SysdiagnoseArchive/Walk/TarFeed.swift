/// The tar bytes on their way to libarchive, counted and checked against the archive's limits.
final class TarFeed: BlockSource {
  /// The number of bytes handed out so far.
  private(set) var bytesProduced = 0
  var bytesRead: Int { blocks.bytesRead }
  /// Whether the last bytes handed out are the zeros at the end of a tar.
  private(set) var endsInZeros = false

  private static let tarBlock = 512
  private let blocks: any BlockSource
  private let limits: ArchiveLimits
  /// Receives the number of bytes read, after each block.
  private let progress: ((Int) -> Void)?
  private var ending: Block?
  private var peeked: Block?
  private var zeros = 0

  init(
    _ blocks: any BlockSource, limits: ArchiveLimits, progress: ((Int) -> Void)? = nil
  ) {
    self.blocks = blocks
    self.limits = limits
    self.progress = progress
  }

  /// Returns the first block without consuming it.
  func peek() -> Block {
    let block = next()
    peeked = block
    return block
  }

  func next() -> Block {
    if let block = peeked {
      peeked = nil
      return block
    }
    if let ending { return ending }
    let block = blocks.next()
    progress?(bytesRead)
    guard case .bytes(let bytes) = block else {
      ending = block
      return block
    }
    let room = limits.totalBytes - bytesProduced  // checked: it is at least 0
    let allowed = UnsafeRawBufferPointer(rebasing: bytes.prefix(max(room, 0)))
    bytesProduced += allowed.count
    if allowed.count < bytes.count { ending = .fault(totalFault) }
    if isOverRatio { ending = .fault(ratioFault) }
    if allowed.isEmpty || isOverRatio { return ending ?? .end }
    noteZeros(allowed)
    return .bytes(allowed)
  }

  /// Reads the rest, to verify the checksum after it.
  ///
  /// - Parameter blockCount: The most blocks to read; nil for all.
  /// - Returns: The fault in the rest; nil when it is intact.
  func drain(atMost blockCount: Int? = nil) -> StreamFault? {
    var left = blockCount ?? .max
    while left > 0 {
      switch next() {
      case .bytes: left -= 1
      case .end: return nil
      case .fault(let fault): return fault
      }
    }
    return nil
  }

  private var isOverRatio: Bool {
    guard bytesProduced >= limits.compressionRatioFloor else { return false }
    let (most, overflow) = bytesRead.multipliedReportingOverflow(by: limits.compressionRatio)
    return !overflow && bytesProduced > most
  }

  private func noteZeros(_ bytes: UnsafeRawBufferPointer) {
    let run = bytes.suffix(Self.tarBlock).reversed().prefix { $0 == 0 }.count
    zeros = run == bytes.count ? min(zeros + run, Self.tarBlock) : run
    endsInZeros = zeros >= Self.tarBlock
  }

  private var totalFault: StreamFault {
    .limited(
      .limitTotalBytes, "the archive holds more than the limit of \(limits.totalBytes) bytes")
  }

  private var ratioFault: StreamFault {
    .limited(
      .limitRatio,
      "\(bytesProduced) bytes out of \(bytesRead) compressed ones:"
        + " over the limit of \(limits.compressionRatio) to 1")
  }
}
