import Testing

@testable import SysdiagnoseArchive

/// The end of a deflate stream, wherever input and output are split.
///
/// An engine has often consumed bytes after the end, perhaps in an earlier call. No byte of the
/// trailer may be lost.
@Suite struct StreamEndTests {
  struct Content: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    var level: Int32 = 6
  }

  private static let zeros = [UInt8](repeating: 0, count: 40_000)

  static let contents = [
    Content(testDescription: "one byte", bytes: [7]),
    Content(testDescription: "text", bytes: Samples.text(3000)),
    Content(testDescription: "text, stored", bytes: Samples.text(3000), level: 0),
    Content(testDescription: "text and zeros", bytes: Samples.text(3000) + zeros),
    Content(testDescription: "zeros", bytes: zeros),
  ]

  /// Runs an engine with the given splits and collects the bytes after the stream.
  private func run(
    _ engine: any GzipEngine, _ file: [UInt8], inputCuts: [Int], outputCuts: [Int], size: Int
  ) -> (content: [UInt8], behind: [UInt8], isFinished: Bool) {
    let headerBytes = 10
    var content: [UInt8] = []
    var behind: [UInt8] = []
    engine.reset()
    var position = headerBytes
    var ends = inputCuts.filter { $0 > headerBytes && $0 < file.count } + [file.count]
    var room = outputCuts.filter { $0 > 0 && $0 < size } + [size + 300]
    for _ in 0..<10_000 {
      let end = ends.first ?? file.count
      var output = [UInt8](repeating: 0xEE, count: max((room.first ?? size) - content.count, 1))
      let step = file[position..<end].withUnsafeBytes { input in
        output.withUnsafeMutableBytes { engine.step(input, into: $0) }
      }
      content += output.prefix(step.produced)
      position += step.consumed
      if room.count > 1, content.count >= room[0] { room.removeFirst() }
      switch step.status {
      case .finished:
        var readAhead = step.readAhead
        while let byte = readAhead.popFirst() { behind.append(byte) }
        return (content, behind + file[position...], true)
      case .damaged: return (content, behind, false)
      case .more:
        guard position == end, step.produced == 0 || step.produced < output.count else { continue }
        guard ends.count > 1 else { continue }
        ends.removeFirst()
      }
    }
    return (content, behind, false)
  }

  @Test(arguments: contents, GzipEngineKind.allCases)
  func noByteBehindAStreamIsLost(_ content: Content, _ kind: GzipEngineKind) {
    let file = Gzip.file(content.bytes, level: content.level)
    let size = content.bytes.count
    let engine = kind.make()
    var tried = 0
    for inputCut in (0...20).map({ file.count - $0 }) {
      for second in [0, 1, 3, 8] {
        for outputCut in [0, 1, 2, 3, 7, 258, 259, 300].map({ size - $0 }) {
          let ended = run(
            engine, file, inputCuts: [inputCut - second, inputCut].sorted(),
            outputCuts: [outputCut],
            size: size)
          #expect(ended.isFinished, "input cut at \(inputCut), \(second); output at \(outputCut)")
          #expect(ended.content == content.bytes)
          #expect(ended.behind == file.suffix(8), "\(inputCut), \(second), \(outputCut)")
          tried += 1
        }
      }
    }
    #expect(tried == 21 * 4 * 8)
  }

  /// The output's boundary falls into the zeros at the end of a tar.
  ///
  /// A few bytes of input encode them: the engine consumes all input long before it has written all
  /// output.
  @Test(arguments: [0, 1, 2, 257, 258, 259, 511, 512, 1024, 9728, 10_240], GzipEngineKind.allCases)
  func zerosAcrossABlockBoundaryAreWhole(_ behind: Int, _ kind: GzipEngineKind) {
    let before = GzipInflater.blockBytes - 10_000
    let content =
      Samples.text(before) + [UInt8](repeating: 0, count: 10_000 + behind)
    let file = Gzip.file(content, level: 9)
    for pieceBytes in [file.count - 8, file.count - 9, file.count - 1, 4096, 1 << 17] {
      let source = ArrayBlocks(file + Gzip.file([1, 2, 3]), pieceBytes: pieceBytes)
      let drained = Drained(GzipStream(source, engine: kind.make()))
      #expect(drained.fault == nil, "pieces of \(pieceBytes)")
      #expect(drained.bytes == content + [1, 2, 3], "pieces of \(pieceBytes)")
    }
  }

  #if ISAL
    @Test func bytesOfEarlierCallsAreKept() {
      var recent = RecentBytes()
      #expect(recent.last(1) == nil)
      for piece in [[1, 2, 3], [], [4], [5, 6, 7, 8, 9, 10, 11, 12, 13, 14], [15]] as [[UInt8]] {
        piece.withUnsafeBytes { recent.append($0) }
      }
      for count in 0...8 {
        var bytes: [UInt8] = []
        var last = recent.last(count)
        while let byte = last?.popFirst() { bytes.append(byte) }
        #expect(bytes == Array([8, 9, 10, 11, 12, 13, 14, 15].suffix(count)))
      }
      #expect(recent.last(9) == nil)
    }
  #endif
}
