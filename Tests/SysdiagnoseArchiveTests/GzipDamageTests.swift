import Testing

@testable import SysdiagnoseArchive
@testable import TestSupport

/// Every truncation and every flipped bit of a small archive.
@Suite struct GzipDamageTests {
  private static let tar = Samples.smallTar()
  private static let archive = Gzip.file(tar)
  private static let headerBytes = 10

  @Test(arguments: GzipEngineKind.allCases)
  func everyTruncationIsToldAsSuch(_ engine: GzipEngineKind) {
    for count in 0..<Self.archive.count {
      let source = ArrayBlocks(Array(Self.archive.prefix(count)))
      let drained = Drained(GzipStream(source, engine: engine.make()))
      #expect(drained.fault?.outcome == .truncated, "cut to \(count) bytes")
      #expect(drained.bytes.isBeginning(of: Self.tar), "cut to \(count) bytes")
    }
  }

  @Test(arguments: GzipEngineKind.allCases)
  func everyTruncatedArchiveIsTruncatedOrAnError(_ engine: GzipEngineKind) throws {
    let folder = try Scratch()
    var partial = 0
    for count in 3..<Self.archive.count {
      let path = try folder.write(Array(Self.archive.prefix(count)), to: "cut.tar.gz")
      do {
        let reading = try Reading(.file(path), engine: engine)
        #expect(reading.scan.outcome == .truncated, "cut to \(count) bytes")
        #expect(reading.codes.last == .truncated, "cut to \(count) bytes")
        partial += 1
      } catch {
        #expect((error as? ArchiveError)?.code == .truncated, "cut to \(count) bytes: \(error)")
      }
    }
    // The tar is complete before the trailer; at least those eight cuts give members.
    #expect(partial >= 8)
  }

  @Test(arguments: GzipEngineKind.allCases)
  func noFlippedBitAltersBytesUnseen(_ engine: GzipEngineKind) {
    var harmless = 0
    for index in Self.headerBytes..<Self.archive.count {
      for bit in 0..<8 {
        var damaged = Self.archive
        damaged[index] ^= 1 << bit
        let drained = Drained(GzipStream(ArrayBlocks(damaged), engine: engine.make()))
        // Deflate can encode the same bytes in more than one way; a flip may change nothing.
        if drained.fault == nil {
          #expect(drained.bytes == Self.tar, "bit \(bit) of byte \(index)")
          #expect(index < Self.archive.count - 8, "bit \(bit) of the trailer's byte \(index)")
          harmless += 1
        }
      }
    }
    #expect(harmless < Self.archive.count * 8 / 50)
  }

  @Test(arguments: GzipEngineKind.allCases)
  func aFlippedTrailerNamesItsField(_ engine: GzipEngineKind) throws {
    for fromEnd in 1...8 {
      var damaged = Self.archive
      damaged[damaged.count - fromEnd] ^= 0x10
      let reading = try Reading(bytes: damaged, engine: engine)
      #expect(reading.scan.outcome == .corrupt)
      #expect(reading.codes == [fromEnd > 4 ? .gzipChecksum : .gzipLength])
      #expect(reading.bytes(Samples.top + "/zprint.txt") == Samples.text(700))
    }
  }

  @Test func theEnginesAgreeOnDamage() {
    for index in Self.headerBytes..<Self.archive.count {
      var damaged = Self.archive
      damaged[index] ^= 0x04
      let outcomes = GzipEngineKind.allCases.map {
        Drained(GzipStream(ArrayBlocks(damaged), engine: $0.make())).fault == nil
      }
      #expect(Set(outcomes).count == 1, "byte \(index)")
    }
  }

  @Test(arguments: GzipEngineKind.allCases)
  func damageInTheMiddleKeepsWhatWasBefore(_ engine: GzipEngineKind) throws {
    var tar = TarBuilder()
    tar.file("a/first.txt", Samples.text(1_200_000))
    tar.file("a/second.txt", Samples.text(1_200_000, seed: 1))
    tar.end()
    let archive = Gzip.file(tar.bytes)
    let reading = try Reading(bytes: Array(archive.prefix(archive.count * 3 / 4)), engine: engine)
    #expect(reading.scan.outcome == .truncated)
    #expect(reading.ends("a/first.txt") == [true])
    #expect(reading.ends("a/second.txt") == [false])
    #expect(reading.scan.problems.map(\.member) == ["a/second.txt"])
  }
}
