import Testing

@testable import SysdiagnoseArchive
@testable import TestSupport

/// A caller can end the scan or a member early.
@Suite struct StopTests {
  private static let archive: [UInt8] = {
    var tar = TarBuilder()
    for name in ["a", "b", "c"] { tar.file("top/" + name, Samples.text(3_000_000)) }
    tar.end()
    return Gzip.file(tar.bytes, level: 1)
  }()

  @Test func choosingToStopReadsNoFurther() throws {
    let folder = try Scratch()
    let path = try folder.write(Self.archive, to: "a.tar.gz")
    var seen: [String] = []
    let sink = Collector()
    let scan = try ArchiveReader(.file(path)).read { member in
      seen.append(member.lastComponent)
      return member.lastComponent == "b" ? .stop : .read(sink)
    }
    #expect(seen == ["a", "b"])
    #expect(sink.ends == [true])
    #expect(scan.outcome == .stoppedEarly)
    #expect(scan.compressedBytesRead < Self.archive.count)
    #expect(scan.problems == [])
  }

  @Test func aSinkThatStopsEndsTheScan() throws {
    let reading = try Reading(bytes: Self.archive) { $0 > 1000 ? .stop : .more }
    #expect(reading.scan.outcome == .stoppedEarly)
    #expect(reading.members.map(\.lastComponent) == ["a"])
    #expect(reading.ends("top/a") == [true])
    #expect(reading.scan.compressedBytesRead < Self.archive.count)
  }

  @Test func aSinkThatSkipsLosesOnlyItsOwnRest() throws {
    let reading = try Reading(bytes: Self.archive) { _ in .skipRest }
    #expect(reading.scan.outcome == .complete)
    #expect(reading.members.count == 3)
    for name in ["top/a", "top/b", "top/c"] {
      #expect(reading.ends(name) == [true])
      let bytes = try #require(reading.bytes(name))
      #expect(!bytes.isEmpty && bytes.count < 3_000_000)
    }
  }

  @Test func nothingIsVerifiedAfterAStop() throws {
    var damaged = Self.archive
    damaged[damaged.count - 1] ^= 1
    #expect(try Reading(bytes: damaged) { _ in .stop }.scan.outcome == .stoppedEarly)
    #expect(try Reading(bytes: damaged).scan.outcome == .corrupt)
  }
}
