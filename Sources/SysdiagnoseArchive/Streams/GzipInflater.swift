/// The unverified bytes inside a gzip file.
///
/// Its blocks may be empty; ``memberEnds`` gives the expected checksum and length of each member.
final class GzipInflater: BlockSource {
  // Two blocks fit the second-level cache of most processors.
  static let blockBytes = 512 << 10
  /// Bounds the memory that a file of empty members can take.
  private static let mostEnds = 1024

  private(set) var memberEnds: [GzipMemberEnd] = []
  var bytesRead: Int { source.bytesRead }

  private enum Phase { case header, body, trailer, between, padding }

  private let source: any BlockSource
  private let engine: any GzipEngine
  private let outputs: [UnsafeMutableRawBufferPointer]
  private var output: UnsafeMutableRawBufferPointer
  private var blocksMade = 0
  private var input = UnsafeRawBufferPointer(start: nil, count: 0)
  private var phase = Phase.header
  private var frame = GzipFrame()
  private var isFirstMember = true
  private var filled = 0
  private var ending: Block?

  /// Creates a stream.
  ///
  /// - Parameters:
  ///   - source: The bytes of the file.
  ///   - engine: The inflater.
  ///   - blockLife: The number of calls of `next` that a block stays valid for.
  init(_ source: any BlockSource, engine: any GzipEngine, blockLife: Int) {
    self.source = source
    self.engine = engine
    outputs = (0..<blockLife).map { _ in
      .allocate(byteCount: Self.blockBytes, alignment: 64)
    }
    output = outputs[0]
  }

  deinit {
    for output in outputs { output.deallocate() }
  }

  func next() -> Block {
    filled = 0
    memberEnds.removeAll(keepingCapacity: true)
    output = outputs[blocksMade % outputs.count]
    blocksMade += 1
    while ending == nil, filled < output.count, memberEnds.count < Self.mostEnds { advance() }
    // Output before a fault is handed out first: it may hold whole members.
    if filled == 0, let ending { return ending }
    return .bytes(UnsafeRawBufferPointer(rebasing: output[..<filled]))
  }

  private func advance() {
    if phase == .body {
      inflateSome()
    } else if input.isEmpty {
      refill()
    } else {
      takeFrameByte(input[0])
      input = UnsafeRawBufferPointer(rebasing: input.dropFirst())
    }
  }

  private func refill() {
    switch source.next() {
    case .bytes(let bytes): input = bytes
    case .fault(let fault): ending = .fault(fault)
    case .end:
      switch phase {
      case .between, .padding: ending = .end
      case .header: ending = .fault(.truncated("the file ends inside a gzip header"))
      case .body: ending = .fault(.truncated("the file ends inside the compressed data"))
      case .trailer: ending = .fault(.truncated("the file ends before the gzip checksum"))
      }
    }
  }

  private func inflateSome() {
    let free = UnsafeMutableRawBufferPointer(rebasing: output[filled...])
    let step = engine.step(input, into: free)
    filled += step.produced
    let wasIdle = step.consumed == 0 && step.produced == 0
    let hadInput = !input.isEmpty
    input = UnsafeRawBufferPointer(rebasing: input.dropFirst(step.consumed))
    switch step.status {
    case .more where wasIdle && hadInput:
      ending = .fault(.corrupt(.gzipData, "the inflater makes no progress"))
    case .more:
      // An engine may hold output back; ask it again before fetching more input.
      if input.isEmpty, step.produced == 0 { refill() }
    case .damaged(let message):
      ending = .fault(.corrupt(.gzipData, message))
    case .finished:
      phase = .trailer
      frame = GzipFrame()
      var readAhead = step.readAhead
      while let byte = readAhead.popFirst() { takeFrameByte(byte) }
    }
  }

  private func takeFrameByte(_ byte: UInt8) {
    switch phase {
    case .header: takeHeaderByte(byte)
    case .trailer:
      if frame.trailer(byte) { endMember() }
    case .between where byte == GzipFrame.magic[0]:
      phase = .header
      takeHeaderByte(byte)
    case .between, .padding:
      phase = .padding
      if byte != 0 { ending = .fault(Self.trailingData) }
    case .body: break
    }
  }

  private func takeHeaderByte(_ byte: UInt8) {
    switch frame.header(byte) {
    case .more: break
    case .done:
      phase = .body
      isFirstMember = false
      engine.reset()
    case .wrongMagic where !isFirstMember: ending = .fault(Self.trailingData)
    case .wrongMagic: ending = .fault(.corrupt(.gzipData, "not a gzip header"))
    case .refused(let code, let message): ending = .fault(.corrupt(code, message))
    }
  }

  private func endMember() {
    memberEnds.append(
      GzipMemberEnd(offset: filled, checksum: frame.checksum, length: frame.length))
    phase = .between
    frame = GzipFrame()
  }

  private static let trailingData = StreamFault.corrupt(
    .gzipTrailingData, "data that is not gzip follows the archive")
}
