import Testing

@testable import SysdiagnoseArchive
@testable import TestSupport

/// Each limit ends the scan, is named, and keeps the data read before.
@Suite struct LimitTests {
  private static let archive: [UInt8] = {
    var tar = TarBuilder()
    tar.file("top/a", Samples.text(1000))
    tar.file("top/b", Samples.text(5000))
    tar.file("top/c", Samples.text(1000))
    tar.end()
    return Gzip.file(tar.bytes)
  }()

  private func expect(
    _ limits: ArchiveLimits, _ code: ArchiveProblem.Code, value: String,
    source: SourceLocation = #_sourceLocation
  ) throws -> Reading {
    let reading = try Reading(bytes: Self.archive, limits: limits)
    #expect(reading.scan.outcome == .limited, sourceLocation: source)
    #expect(reading.codes == [code], sourceLocation: source)
    let message = reading.scan.problems.first?.message ?? ""
    #expect(message.contains("limit of \(value)"), sourceLocation: source)
    #expect(reading.ends("top/a") == [true], sourceLocation: source)
    return reading
  }

  @Test func aDeclaredSizeOverTheLimit() throws {
    let reading = try expect(
      ArchiveLimits(memberBytes: 4999), .limitMemberBytes, value: "4999 bytes")
    #expect(reading.members.count == 2)
    #expect(reading.ends("top/b") == [false])
    #expect(reading.bytes("top/b") == [])
    #expect(reading.scan.problems.map(\.member) == ["top/b"])
  }

  @Test func aSizeAtTheLimitPasses() throws {
    let reading = try Reading(bytes: Self.archive, limits: ArchiveLimits(memberBytes: 5000))
    #expect(reading.scan.outcome == .complete)
  }

  @Test func aSkippedMemberIsHeldToTheLimitToo() throws {
    let folder = try Scratch()
    let path = try folder.write(Self.archive, to: "a.tar.gz")
    let limits = ArchiveLimits(memberBytes: 4999)
    let scan = try ArchiveReader(.file(path), limits: limits).read { _ in .skip }
    #expect(scan.outcome == .limited)
    #expect(scan.membersSeen == 2)
  }

  /// The tar has 512 + 1024, 512 + 5120 and 512 + 1024 bytes, then 1024 of zeros.
  @Test func tooManyBytesInAll() throws {
    let reading = try expect(
      ArchiveLimits(totalBytes: 3000), .limitTotalBytes, value: "3000 bytes")
    #expect(reading.ends("top/b") == [false])
    #expect(reading.bytes("top/b")?.count == 3000 - 1536 - 512)
    #expect(reading.scan.uncompressedBytesRead == 3000)
    #expect(reading.scan.problems.map(\.member) == ["top/b"])
  }

  @Test func theExactTotalPasses() throws {
    let total = 1536 + 5632 + 1536 + 1024
    #expect(
      try Reading(bytes: Self.archive, limits: ArchiveLimits(totalBytes: total)).scan.outcome
        == .complete)
    #expect(
      try Reading(bytes: Self.archive, limits: ArchiveLimits(totalBytes: total - 1)).scan.outcome
        == .limited)
  }

  @Test func tooManyEntries() throws {
    let reading = try expect(ArchiveLimits(entries: 2), .limitEntries, value: "2 entries")
    #expect(reading.scan.membersSeen == 2)
    #expect(reading.scan.problems.map(\.member) == ["top/c"])
  }

  @Test func damagedHeadersCountAsEntries() throws {
    var tar = TarBuilder()
    tar.file("top/a", [1])
    tar.raw(Samples.text(512 * 500))
    let reading = try Reading(bytes: Gzip.file(tar.bytes), limits: ArchiveLimits(entries: 50))
    #expect(reading.codes.last == .limitEntries)
    #expect(reading.codes.filter { $0 == .tarHeader }.count == 49)
  }

  @Test func aNameThatIsTooLong() throws {
    var tar = TarBuilder()
    tar.file("top/a", [1])
    tar.paxFile("top/" + String(repeating: "n", count: 5000), [2])
    tar.end()
    let reading = try Reading(bytes: Gzip.file(tar.bytes))
    #expect(reading.scan.outcome == .limited)
    #expect(reading.codes == [.limitNameBytes])
    #expect(reading.scan.problems.first?.member?.count == 200)
    #expect(reading.members.map(\.path) == ["top/a"])
  }

  @Test(arguments: GzipEngineKind.allCases)
  func tooHighARatio(_ engine: GzipEngineKind) throws {
    var tar = TarBuilder()
    tar.file("top/a", Samples.text(1000))
    tar.file("top/zeros", [UInt8](repeating: 0, count: 8 << 20))
    tar.end()
    let archive = Gzip.file(tar.bytes)
    let limits = ArchiveLimits(compressionRatio: 200, compressionRatioFloor: 2 << 20)
    let reading = try Reading(bytes: archive, limits: limits, engine: engine)
    #expect(reading.scan.outcome == .limited)
    #expect(reading.codes == [.limitRatio])
    #expect(reading.ends("top/a") == [true])
    #expect(reading.ends("top/zeros") == [false])
    #expect(reading.scan.uncompressedBytesRead <= 4 << 20)
    #expect(try Reading(bytes: archive, engine: engine).scan.outcome == .complete)
  }

  @Test func whatFollowsTheTarCounts() throws {
    var tar = TarBuilder()
    tar.file("top/a", [1])
    tar.end()
    tar.raw([UInt8](repeating: 0, count: 4 << 20))
    let limits = ArchiveLimits(totalBytes: 2 << 20)
    let reading = try Reading(bytes: Gzip.file(tar.bytes), limits: limits)
    #expect(reading.scan.outcome == .limited)
    #expect(reading.bytes("top/a") == [1])
  }
}
