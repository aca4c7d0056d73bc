import Testing

@testable import SysdiagnoseArchive

/// Compressions other than gzip, and none.
@Suite struct CompressionTests {
  private static let tar = Samples.smallTar()

  @Test(arguments: Compression.allCases)
  func everyCompressionReadsAlike(_ compression: Compression) throws {
    let archive = try #require(compression.file(Self.tar))
    #expect(archive != Self.tar)
    let reading = try Reading(bytes: archive)
    #expect(reading.scan.outcome == .complete)
    #expect(reading.scan.problems.allSatisfy { $0.code == .unverified })
    #expect(reading.bytes(Samples.top + "/zprint.txt") == Samples.text(700))
    #expect(reading.scan.compressedBytes == archive.count)
    #expect(reading.scan.compressedBytesRead == archive.count)
    #expect(reading.scan.uncompressedBytesRead == Self.tar.count)
  }

  @Test(arguments: Compression.allCases)
  func aCutInTheMiddleIsNeverComplete(_ compression: Compression) throws {
    var tar = TarBuilder()
    // LZ4 has blocks of 4 MiB; a cut block is lost.
    let size = compression == .lz4 ? 7_000_000 : 600_000
    tar.file("a/first.txt", Samples.text(size))
    tar.file("a/second.txt", Samples.text(size, seed: 1))
    tar.end()
    let archive = try #require(compression.file(tar.bytes))
    let reading = try Reading(bytes: Array(archive.prefix(archive.count * 4 / 5)))
    #expect(reading.scan.outcome == .truncated)
    #expect(reading.ends("a/first.txt") == [true])
    #expect(reading.ends("a/second.txt") == [false])
  }

  @Test(arguments: [Compression.bzip2, .xz])
  func aFlippedBitIsSeen(_ compression: Compression) throws {
    var archive = try #require(compression.file(Self.tar))
    archive[archive.count / 2] ^= 1
    let code = errorCode {
      let reading = try Reading(bytes: archive)
      #expect(reading.scan.outcome == .corrupt)
    }
    #expect(code == nil || code == .corrupt)
  }

  @Test func aPlainTarIsReadToItsEnd() throws {
    let reading = try Reading(bytes: Self.tar, name: "plain.tar")
    #expect(reading.scan.outcome == .complete)
    #expect(reading.scan.compressedBytesRead == Self.tar.count)
    #expect(reading.scan.membersSeen == 3)
  }

  /// 512 for the folder's header, 512 + 1024 and 512 + 512 for the files, 1024 of zeros.
  @Test(
    arguments: [
      (512, 1), (1023, 1), (1024, 2), (1500, 2), (2048, 2), (2300, 2), (2560, 3), (2700, 3),
      (3072, 3), (3500, 3),
    ])
  func aPlainTarCutShortIsTruncated(_ count: Int, _ members: Int) throws {
    let reading = try Reading(bytes: Array(Self.tar.prefix(count)), name: "cut.tar")
    #expect(reading.scan.membersSeen == members)
    #expect(reading.scan.outcome == .truncated)
  }

  @Test func aGzipInsideAnotherCompressionIsNoArchive() throws {
    let archive = try #require(Compression.xz.file(Gzip.file(Self.tar)))
    #expect(errorCode { _ = try Reading(bytes: archive) } == .notAnArchive)
  }
}
