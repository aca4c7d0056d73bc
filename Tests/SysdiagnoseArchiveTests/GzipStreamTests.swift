import Testing

@testable import SysdiagnoseArchive

/// Both engines on streams with known content.
@Suite struct GzipStreamTests {
  struct Stream: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let content: [UInt8]
    var code: ArchiveProblem.Code?
  }

  private static let a = Samples.text(5000)
  private static let b = Samples.text(300)
  private static let zeros = [UInt8](repeating: 0, count: 700)

  static let streams: [Stream] = [
    Stream(testDescription: "one member", bytes: Gzip.file(a), content: a),
    Stream(testDescription: "stored blocks", bytes: Gzip.file(a, level: 0), content: a),
    Stream(testDescription: "two members", bytes: Gzip.file(a) + Gzip.file(b), content: a + b),
    Stream(testDescription: "an empty member", bytes: Gzip.file([]), content: []),
    Stream(
      testDescription: "empty members between",
      bytes: Gzip.file([]) + Gzip.file(a) + Gzip.file([]) + Gzip.file(b) + Gzip.file([]),
      content: a + b),
    Stream(testDescription: "zeros behind", bytes: Gzip.file(a) + zeros, content: a),
    Stream(
      testDescription: "garbage behind", bytes: Gzip.file(a) + [7, 7], content: a,
      code: .gzipTrailingData),
    Stream(
      testDescription: "half a magic behind", bytes: Gzip.file(a) + [0x1f, 0x20], content: a,
      code: .gzipTrailingData),
    Stream(
      testDescription: "zeros and then a member", bytes: Gzip.file(a) + zeros + Gzip.file(b),
      content: a, code: .gzipTrailingData),
    Stream(
      testDescription: "every optional field",
      bytes: Gzip.file(
        a, flags: 0x1f, fields: [3, 0, 9, 9, 9] + Array("name\0comment\0".utf8) + [0x10, 0x45]),
      content: a),
    Stream(
      testDescription: "a wrong header checksum",
      bytes: Gzip.file(
        a, flags: 0x1f,
        fields: [3, 0, 9, 9, 8] + Array("name\0comment\0".utf8) + [0x10, 0x45]),
      content: [], code: .gzipChecksum),
    Stream(
      testDescription: "a name without an end",
      bytes: Gzip.file(a, flags: 8, fields: [UInt8](repeating: 0x61, count: 70_000)),
      content: [], code: .gzipData),
    Stream(
      testDescription: "an empty extra field", bytes: Gzip.file(a, flags: 4, fields: [0, 0]),
      content: a),
    Stream(
      testDescription: "unknown flags", bytes: Gzip.file(a, flags: 0x20, fields: []), content: [],
      code: .gzipData),
    Stream(
      testDescription: "a second member cut in its header",
      bytes: Gzip.file(a) + Gzip.file(b).prefix(5), content: a, code: .truncated),
    Stream(
      testDescription: "a block type that does not exist",
      bytes: [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x07, 0, 0], content: [], code: .gzipData),
  ]

  @Test(arguments: streams, GzipEngineKind.allCases)
  func givesTheContentAndTheFault(_ stream: Stream, _ engine: GzipEngineKind) {
    for pieceBytes in [1, 2, 3, 7, 64, 1 << 18] {
      // Passing single bytes between threads would take minutes on a busy machine.
      for readsAhead in pieceBytes < 64 ? [false] : [false, true] {
        let source = ArrayBlocks(stream.bytes, pieceBytes: pieceBytes)
        let inflated = GzipStream(source, engine: engine.make(), readsAhead: readsAhead)
        let drained = Drained(inflated)
        #expect(drained.bytes == stream.content, "pieces of \(pieceBytes)")
        #expect(drained.fault?.code == stream.code, "pieces of \(pieceBytes)")
      }
    }
  }

  @Test(arguments: GzipEngineKind.allCases)
  func moreMembersThanABlockMayEndAreWhole(_ engine: GzipEngineKind) {
    let empty = Gzip.file([])
    let many = (0..<3000).flatMap { $0 % 100 == 7 ? Gzip.file(Self.b) : empty }
    let drained = Drained(GzipStream(ArrayBlocks(many), engine: engine.make()))
    #expect(drained.bytes == (0..<30).flatMap { _ in Self.b })
    #expect(drained.fault == nil)
  }

  @Test(arguments: [false, true])
  func nothingBehindAMemberWithAWrongChecksumIsGiven(_ readsAhead: Bool) {
    var second = Gzip.file(Self.b)
    second[second.count - 8] ^= 1
    let bytes = Gzip.file(Self.a) + second + Gzip.file(Self.a)
    let stream = GzipStream(
      ArrayBlocks(bytes), engine: GzipEngineKind.standard.make(), readsAhead: readsAhead)
    let drained = Drained(stream)
    #expect(drained.bytes == Self.a + Self.b)
    #expect(drained.fault?.code == .gzipChecksum)
  }

  @Test func whatCountsAsReadDoesNotDependOnReadingAhead() {
    let bytes = Gzip.file(Samples.text(5 * GzipInflater.blockBytes), level: 1)
    let counts = [false, true].map { readsAhead in
      let stream = GzipStream(
        ArrayBlocks(bytes, pieceBytes: 10_007), engine: GzipEngineKind.standard.make(),
        readsAhead: readsAhead)
      return (0..<7).map { _ in
        _ = stream.next()
        return stream.bytesRead
      }
    }
    #expect(counts[0] == counts[1])
    #expect(counts[0].first ?? 0 < bytes.count / 3)
    #expect(counts[0].last == bytes.count)
  }

  @Test(arguments: GzipEngineKind.allCases)
  func aStreamLongerThanItsBufferIsWhole(_ engine: GzipEngineKind) {
    let content = Samples.text(3 * GzipInflater.blockBytes + 12_345)
    let source = ArrayBlocks(Gzip.file(content, level: 1), pieceBytes: 10_007)
    let drained = Drained(GzipStream(source, engine: engine.make()))
    #expect(drained.bytes == content)
    #expect(drained.fault == nil)
  }

  @Test(arguments: GzipEngineKind.allCases)
  func aFaultIsGivenAgainAndAgain(_ engine: GzipEngineKind) {
    let source = ArrayBlocks(Array(Gzip.file(Self.b).dropLast()))
    let stream = GzipStream(source, engine: engine.make())
    let first = Drained(stream)
    let second = Drained(stream)
    #expect(first.fault?.outcome == .truncated)
    #expect(second.fault == first.fault)
    #expect(second.bytes.isEmpty)
  }

  @Test(arguments: GzipEngineKind.allCases)
  func checksumsContinue(_ engine: GzipEngineKind) {
    // The published check value of CRC-32 is that of the digits 1 to 9.
    let digits = Array("123456789".utf8)
    let checksum = type(of: engine.make()).checksum
    let start = digits[..<4].withUnsafeBytes { checksum(0, $0) }
    #expect(digits[4...].withUnsafeBytes { checksum(start, $0) } == 0xCBF4_3926)
  }
}
