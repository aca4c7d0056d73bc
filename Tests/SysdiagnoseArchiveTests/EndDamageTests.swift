import Testing

@testable import SysdiagnoseArchive
@testable import TestSupport

/// Damage without a checksum error: at the end of a tar, and in formats without a checksum.
@Suite struct EndDamageTests {
  struct Tar: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    /// The members that remain readable.
    var members = ["top/a", "top/b"]
  }

  private static let zeroBlock = [UInt8](repeating: 0, count: 512)

  private static func tar(_ names: String...) -> [UInt8] {
    var tar = TarBuilder()
    for name in names { tar.file(name, Samples.text(700, seed: UInt64(name.utf8.last ?? 0))) }
    return tar.bytes
  }

  private static let whole = tar("top/a", "top/b") + zeroBlock + zeroBlock
  /// The offset of the header of `top/b`: after a header of 512 bytes and 700 bytes, padded.
  private static let secondHeader = 512 + 1024

  static let damaged: [Tar] = [
    Tar(
      testDescription: "a header zeroed",
      bytes: Array(whole[..<secondHeader]) + zeroBlock + Array(whole[(secondHeader + 512)...]),
      members: ["top/a"]),
    Tar(
      testDescription: "a zero block between members",
      bytes: Array(whole[..<secondHeader]) + zeroBlock + Array(whole[secondHeader...]),
      members: ["top/a"]),
    Tar(
      testDescription: "two zero blocks between members",
      bytes: Array(whole[..<secondHeader]) + zeroBlock + zeroBlock + Array(whole[secondHeader...]),
      members: ["top/a"]),
    Tar(testDescription: "a second archive behind", bytes: whole + tar("top/c") + zeroBlock),
    Tar(testDescription: "one byte behind the end mark", bytes: whole + [7]),
    Tar(
      testDescription: "a byte far behind the end mark",
      bytes: whole + [UInt8](repeating: 0, count: 3_000_000) + [7]),
    Tar(
      testDescription: "a byte across a block boundary",
      bytes: whole + [UInt8](repeating: 0, count: ByteSource.blockBytes - whole.count) + [7]),
  ]

  @Test(arguments: damaged, [false, true])
  func dataBehindTheEndOfATarIsDamage(_ tar: Tar, _ isCompressed: Bool) throws {
    let reading = try Reading(bytes: isCompressed ? Gzip.file(tar.bytes) : tar.bytes)
    #expect(reading.scan.outcome == .corrupt)
    #expect(reading.codes == [.trailingData])
    #expect(reading.members.map(\.path) == tar.members)
    #expect(reading.members.map { reading.ends($0.path) } == tar.members.map { _ in [true] })
    #expect(reading.scan.uncompressedBytesRead == tar.bytes.count)
  }

  @Test(arguments: [1, 2, 20, 7000])
  func zerosBehindTheEndMarkArePadding(_ blocks: Int) throws {
    let padding = (0..<blocks).flatMap { _ in Self.zeroBlock }
    for bytes in [Self.whole + padding, Gzip.file(Self.whole + padding)] {
      let reading = try Reading(bytes: bytes)
      #expect(reading.scan.outcome == .complete)
      #expect(reading.codes == [])
    }
  }

  @Test func theFirstByteBehindTheEndIsNamed() throws {
    let reading = try Reading(bytes: Self.whole + Self.zeroBlock + [0, 0, 0, 9])
    let message = try #require(reading.scan.problems.first?.message)
    #expect(message.contains("at byte \(Self.whole.count + 512 + 3):"))
  }

  @Test(arguments: Compression.allCases)
  func garbageBehindACompressedTarIsDamage(_ compression: Compression) throws {
    // Long enough that part of it is delivered before the end.
    var tar = TarBuilder()
    tar.file("top/a", Samples.text(300_000))
    tar.file("top/b", Samples.text(300_000, seed: 1))
    tar.end()
    let file = try #require(compression.file(tar.bytes))
    let reading = try Reading(bytes: file + Array("not a part of it".utf8))
    #expect(reading.scan.outcome == .corrupt)
    #expect(Set(reading.codes).isDisjoint(with: [.warning]))
    #expect(reading.members.map(\.path).contains("top/a"))
  }

  @Test(arguments: [Compression.compress, .lzma])
  func aCompressionWithoutAChecksumIsNotVerified(_ compression: Compression) throws {
    try expectUnverified(#require(compression.file(Self.whole)))
  }

  @Test(arguments: [Compression.bzip2, .lz4, .lzip, .xz])
  func aCompressionWithAChecksumIsVerified(_ compression: Compression) throws {
    let reading = try Reading(bytes: #require(compression.file(Self.whole)))
    #expect(reading.codes == [])
    #expect(reading.scan.outcome == .complete)
  }

  /// One frame with one raw block and no checksum: RFC 8878, 3.1.1.
  @Test func aZstdFrameWithoutAChecksumIsNotVerified() throws {
    let size = UInt32(Self.whole.count)
    let header: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0xA0] + littleEndian(size)
    try expectUnverified(header + littleEndian(size << 3 | 1).prefix(3) + Self.whole)
  }

  /// One frame with one raw block and only the header's checksum: the LZ4 frame format, 1.6.
  @Test func anLZ4FrameWithoutAChecksumIsNotVerified() throws {
    let header: [UInt8] = [0x04, 0x22, 0x4D, 0x18, 0x60, 0x40, 0x82]
    let size = UInt32(Self.whole.count)
    try expectUnverified(
      header + littleEndian(size | 1 << 31) + Self.whole + littleEndian(0))
  }

  private func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private func expectUnverified(_ file: [UInt8]) throws {
    let reading = try Reading(bytes: file)
    #expect(reading.codes == [.unverified])
    #expect(reading.scan.outcome == .complete)
    #expect(reading.scan.problems.allSatisfy { $0.code.isWarning })
    #expect(reading.members.count == 2)
  }

  @Test(
    arguments: [
      ([0x28, 0xB5, 0x2F, 0xFD, 0x04, 0, 0, 0], nil),
      ([0x28, 0xB5, 0x2F, 0xFD, 0x60, 0, 0, 0], "zstd"),
      ([0x04, 0x22, 0x4D, 0x18, 0x60, 0, 0, 0], "lz4"),
      ([0x04, 0x22, 0x4D, 0x18, 0x64, 0, 0, 0], nil),
      ([0x04, 0x22, 0x4D, 0x18, 0x70, 0, 0, 0], nil),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 0], "xz"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4], nil), ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0], nil),
      ([0x28, 0xB5, 0x2F, 0xFD], nil), ([], nil),
    ] as [([UInt8], String?)])
  func theFirstBytesTellWhetherThereIsAChecksum(_ bytes: [UInt8], _ compression: String?) {
    #expect(bytes.withUnsafeBytes { ChecksumLack(beginning: $0) }?.compression == compression)
  }

  @Test(
    arguments: [
      (Samples.text(700), Samples.text(700), [ArchiveProblem.Code]()),
      (Samples.text(700), Samples.text(700, seed: 1), [.duplicateMember]),
      (Samples.text(700), Samples.text(699), [.duplicateMember]),
      (Samples.text(700), [], [.duplicateMember]),
    ] as [([UInt8], [UInt8], [ArchiveProblem.Code])])
  func aPathThatIsThereTwiceIsTold(
    _ first: [UInt8], _ second: [UInt8], _ codes: [ArchiveProblem.Code]
  ) throws {
    var tar = TarBuilder()
    tar.file("top/a", first)
    tar.file("top/b", second)
    tar.file("top/a", second)
    tar.end()
    let reading = try Reading(bytes: Gzip.file(tar.bytes))
    #expect(reading.codes == codes)
    #expect(reading.scan.outcome == .complete)
    #expect(reading.scan.problems.allSatisfy { $0.member == "top/a" && !$0.code.isWarning })
    #expect(reading.scan.problems.allSatisfy { $0.message.contains("the first that can be read") })
  }

  /// Skipped members are not compared: their bytes are never read.
  @Test func pathsThatNobodyReadsAreNotCompared() throws {
    var tar = TarBuilder()
    tar.file("top/a", [1])
    tar.file("top/a", [2])
    tar.end()
    let folder = try Scratch()
    let path = try folder.write(tar.bytes, to: "a.tar")
    #expect(try ArchiveReader(.file(path)).read { _ in .skip }.problems == [])
  }
}
