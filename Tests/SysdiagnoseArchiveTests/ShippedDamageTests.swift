import Foundation
import Testing

@testable import SysdiagnoseArchive
@testable import TestSupport

/// Every shipped archive, cut and with flipped bits: wrong content must never pass as complete.
///
/// Gzip can encode the same text in many ways: a match at another distance may copy the same bytes.
/// A flipped bit may go unnoticed only when it changes no byte of the content.
///
/// The smallest archive is tested with every bit and every length, the others with every
/// `stride`th, and all with every bit of the header. The number of inputs is printed;
/// `DAMAGE_STRIDE=1` tests them all.
@Suite struct ShippedDamageTests {
  struct Shipped: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let tar: [UInt8]
    let stride: Int
    /// Whether the archive is small enough to test every bit, unless the environment says less.
    var isSmall: Bool { bytes.count < Self.smallSize }
    private static let smallSize = 4096

    static let all: [Shipped] = {
      let folder = TestArchive.folder
      let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
      return names.filter { $0.hasSuffix(".tar.gz") && !$0.hasPrefix("broken-") }.sorted()
        .compactMap { name in
          FileManager.default.contents(atPath: folder + "/" + name).map {
            Shipped(name: name, bytes: [UInt8]($0))
          }
        }
    }()

    private init(name: String, bytes: [UInt8]) {
      testDescription = name
      self.bytes = bytes
      tar = Drained(GzipStream(ArrayBlocks(bytes), engine: ZlibEngine())).bytes
      let asked = ProcessInfo.processInfo.environment["DAMAGE_STRIDE"].flatMap { Int($0) }
      stride = asked ?? (bytes.count < Self.smallSize ? 1 : 601)
    }

    /// The bits to flip: a prime stride covers every bit position of a byte.
    var bits: [Int] {
      let header = 12 * 8
      return Array(0..<header) + Swift.stride(from: header, to: bytes.count * 8, by: stride)
    }

    func flipped(_ bit: Int) -> [UInt8] {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << (bit % 8)
      return damaged
    }
  }

  @Test func theyAreAllThere() {
    #expect(Shipped.all.count >= 35)
    #expect(Shipped.all.allSatisfy { $0.tar.count > 10_000 && $0.tar.count % 512 == 0 })
    #expect(Shipped.all.contains { $0.isSmall })
  }

  @Test(.timeLimit(.minutes(10)), arguments: Shipped.all, GzipEngineKind.allCases)
  func noFlippedBitPassesForWhole(_ archive: Shipped, _ engine: GzipEngineKind) {
    var unseen = 0
    for bit in archive.bits {
      let drained = Drained(GzipStream(ArrayBlocks(archive.flipped(bit)), engine: engine.make()))
      let isUnchanged = drained.fault == nil && drained.bytes == archive.tar
      #expect(drained.fault != nil || isUnchanged, "bit \(bit % 8) of byte \(bit / 8)")
      // The header has its own checksum.
      #expect(!isUnchanged || bit >= 12 * 8, "bit \(bit % 8) of byte \(bit / 8)")
      unseen += isUnchanged ? 1 : 0
    }
    #expect(unseen * 100 <= archive.bits.count)
    tell(archive.bits.count, "flipped bits", archive, engine)
  }

  /// The whole reader on fewer bits: its outcome is what the user sees.
  @Test(.timeLimit(.minutes(10)), arguments: Shipped.all, GzipEngineKind.allCases)
  func theReaderSaysSo(_ archive: Shipped, _ engine: GzipEngineKind) throws {
    let folder = try Scratch()
    let whole = try Reading(.file(folder.write(archive.bytes, to: "whole.tar.gz")), engine: engine)
    var tried = 0
    for bit in archive.bits.enumerated().filter({ $0.offset % 16 == 3 }).map(\.element) {
      let path = try folder.write(archive.flipped(bit), to: "damaged.tar.gz")
      do {
        let reading = try Reading(.file(path), engine: engine)
        let isUnchanged =
          reading.members == whole.members
          && whole.members.allSatisfy { reading.bytes($0.path) == whole.bytes($0.path) }
        #expect(
          [.corrupt, .truncated].contains(reading.scan.outcome)
            || reading.scan.outcome == .complete && isUnchanged, "bit \(bit): \(reading.scan)")
      } catch let error as ArchiveError {
        #expect([.corrupt, .truncated, .notAnArchive].contains(error.code), "bit \(bit)")
      }
      tried += 1
    }
    tell(tried, "flipped bits through the reader", archive, engine)
  }

  @Test(.timeLimit(.minutes(10)), arguments: Shipped.all, GzipEngineKind.allCases)
  func noCutPassesForWhole(_ archive: Shipped, _ engine: GzipEngineKind) {
    var tried = 0
    for count in stride(from: 0, to: archive.bytes.count, by: max(1, archive.stride / 3)) {
      let cut = Array(archive.bytes.prefix(count))
      let drained = Drained(GzipStream(ArrayBlocks(cut), engine: engine.make()))
      #expect(drained.fault?.outcome == .truncated, "cut to \(count) bytes")
      #expect(drained.bytes.isBeginning(of: archive.tar), "cut to \(count) bytes")
      tried += 1
    }
    tell(tried, "cuts", archive, engine)
  }

  /// A tar has a checksum for each header and none for content.
  ///
  /// A flipped bit must be reported, or change nothing, or change only that byte of that member.
  @Test(.timeLimit(.minutes(10))) func aTarAloneGivesNoMoreThanTheFlippedBit() throws {
    let archive = try #require(Shipped.all.first { $0.isSmall })
    let folder = try Scratch()
    let whole = try Reading(.file(folder.write(archive.tar, to: "whole.tar")))
    var tried = 0
    for bit in stride(from: 0, to: archive.tar.count * 8, by: max(13, archive.stride)) {
      var damaged = archive.tar
      damaged[bit / 8] ^= 1 << (bit % 8)
      let path = try folder.write(damaged, to: "damaged.tar")
      tried += 1
      guard let reading = try? Reading(.file(path)), reading.scan.outcome == .complete,
        reading.scan.problems.isEmpty
      else { continue }
      #expect(reading.members == whole.members, "bit \(bit)")
      let differences = whole.members.map { member in
        zip(whole.bytes(member.path) ?? [], reading.bytes(member.path) ?? []).count { $0 != $1 }
      }
      #expect(differences.reduce(0, +) <= 1, "bit \(bit)")
    }
    for count in 0..<archive.tar.count where count % 29 == 0 {
      let path = try folder.write(Array(archive.tar.prefix(count)), to: "cut.tar")
      tried += 1
      guard let reading = try? Reading(.file(path)) else { continue }
      // The last kilobyte and the bytes after it are the end mark.
      let isWhole = whole.members.allSatisfy { reading.bytes($0.path) == whole.bytes($0.path) }
      #expect(reading.scan.outcome == .truncated || isWhole, "cut to \(count) bytes")
    }
    print("Damage: \(tried) inputs tried: flips and cuts of \(archive.testDescription)'s tar")
  }

  private func tell(_ count: Int, _ what: String, _ archive: Shipped, _ engine: GzipEngineKind) {
    print("Damage: \(count) inputs tried: \(what) of \(archive.testDescription), \(engine)")
  }
}
