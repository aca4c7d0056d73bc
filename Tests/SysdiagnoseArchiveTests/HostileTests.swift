import Testing

@testable import SysdiagnoseArchive
@testable import TestSupport

/// Malicious archives: the reader must end, honor its sinks' contract, and not trap.
@Suite struct HostileTests {
  private static let tar: [UInt8] = {
    var tar = TarBuilder()
    tar.folder("top/")
    tar.paxFile("top/Zürich", Samples.text(700))
    tar.sparseFile("top/sparse", run: Samples.text(512), at: 0, realSize: 512)
    tar.file("top/last", Samples.text(90))
    tar.end()
    return tar.bytes
  }()

  /// The contract, for any bytes.
  private func expectPromises(_ bytes: [UInt8], in folder: Scratch, _ what: String) throws {
    let path = try folder.write(bytes, to: "hostile.tar")
    do {
      let limits = ArchiveLimits(totalBytes: 1 << 20, problems: 10)
      let reading = try Reading(.file(path), limits: limits)
      for member in reading.members where member.kind == .file {
        let sink = try #require(reading.sinks[member.path])
        #expect(sink.ends.count == 1, "\(what)")
      }
      #expect(reading.scan.problems.count <= 11, "\(what)")
      #expect(reading.scan.membersSeen >= reading.members.count, "\(what)")
      #expect(reading.scan.uncompressedBytesRead <= bytes.count, "\(what)")
    } catch let error as ArchiveError {
      #expect(error.archive == path, "\(what)")
    }
  }

  @Test(arguments: [0, 1, 2, 3])
  func everyByteMayBeWrong(_ start: Int) throws {
    let folder = try Scratch()
    let mask: UInt8 = start % 2 == 0 ? 0xff : 0x01
    for index in stride(from: start, to: Self.tar.count, by: 4) {
      var bytes = Self.tar
      bytes[index] ^= mask
      try expectPromises(bytes, in: folder, "byte \(index) with \(mask)")
    }
  }

  /// Wrong fields under a correct checksum get further than those that the checksum exposes.
  @Test func everyFieldMayLieUnderARightChecksum() throws {
    let folder = try Scratch()
    for header in stride(from: 0, to: Self.tar.count - 1024, by: 512) {
      for index in 100..<512 where !(148..<156).contains(index) {
        let value = [0x00, 0x37, 0x2d, 0x80, 0xff][(header / 512 + index) % 5] as UInt8
        var bytes = Self.tar
        bytes[header + index] = value
        TarBuilder.repairChecksum(&bytes, at: header)
        try expectPromises(bytes, in: folder, "byte \(index) of \(header) is \(value)")
      }
    }
  }

  @Test func aHugeDeclaredSizeIsLimited() throws {
    var tar = TarBuilder()
    tar.file("top/a", [1])
    let at = tar.bytes.count
    tar.file("top/b", [1])
    var bytes = tar.bytes
    // Base 256: the field's highest bit is set, and the number follows.
    bytes.replaceSubrange(
      at + 124..<at + 136, with: [0x80, 0, 0, 0, 0x3f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])
    TarBuilder.repairChecksum(&bytes, at: at)
    let reading = try Reading(bytes: bytes)
    // libarchive 3.6 passes the size on; 3.8 refuses the header.
    #expect([.limited, .corrupt].contains(reading.scan.outcome))
    #expect([[.limitMemberBytes], [.tarHeader]].contains(reading.codes))
    #expect(reading.ends("top/a") == [true])
    #expect(reading.ends("top/b") ?? [false] == [false])
  }

  @Test func aLongChainOfLongNamesEnds() throws {
    var tar = TarBuilder()
    tar.file("top/a", [1])
    for _ in 0..<20_000 {
      tar.entry("././@LongLink", type: "L", size: 5)
      tar.body(Array("name\0".utf8))
    }
    tar.file("top/b", [1])
    tar.end()
    let reading = try Reading(bytes: Gzip.file(tar.bytes))
    #expect(reading.bytes("top/a") == [1])
    // libarchive 3.6 limits the length of a chain; 3.8 follows it to its end.
    let isRead = reading.scan.outcome == .complete && reading.bytes("name") == [1]
    #expect(isRead || reading.scan.outcome == .corrupt)
  }

  @Test func aHugeExtendedHeaderIsRefused() throws {
    var tar = TarBuilder()
    tar.file("top/a", [1])
    tar.entry("PaxHeader", type: "x", size: 64 << 20)
    tar.raw([UInt8](repeating: 0x31, count: 8 << 20))
    let reading = try Reading(bytes: Gzip.file(tar.bytes))
    #expect(reading.bytes("top/a") == [1])
    #expect([.corrupt, .truncated].contains(reading.scan.outcome))
  }

  @Test(arguments: GzipEngineKind.allCases)
  func manyEmptyGzipMembersEnd(_ engine: GzipEngineKind) throws {
    let empty = Gzip.file([])
    let archive = Gzip.file(Samples.smallTar()) + (0..<20_000).flatMap { _ in empty }
    let reading = try Reading(bytes: archive, engine: engine)
    #expect(reading.scan.outcome == .complete)
    #expect(reading.scan.compressedBytesRead == archive.count)
  }

  /// Found by fuzzing: ISA-L reports more input left than given, wrapped around.
  @Test(arguments: GzipEngineKind.allCases)
  func anInflaterThatMiscountsItsInputIsNoTrap(_ engine: GzipEngineKind) {
    let archive: [UInt8] = [
      0x1f, 0x8b, 0x08, 0x00, 0xcf, 0xa4, 0x03, 0x6b, 0x02, 0xff, 0xed, 0xd8, 0x3f, 0x4e, 0xc3,
      0x30, 0x14, 0xc7, 0x71, 0xcf, 0x39, 0x45, 0x4e, 0x90, 0xd8, 0x2f, 0x8e, 0xcd, 0x52, 0x95,
      0x91, 0x91, 0x99, 0x2d, 0x94, 0x4a, 0xad, 0x44, 0xa1, 0xa4, 0x46, 0x8a, 0x3a, 0x71, 0x0d,
      0xee, 0xc2, 0xc6, 0x4d, 0x38, 0x09, 0x6d, 0x10, 0xe2, 0x4f, 0x55, 0x75, 0xc1, 0x21, 0x6d,
      0xbe, 0x9f, 0xa7, 0xa7, 0x46, 0x5d, 0x32, 0x3c, 0xb9, 0xfd, 0x3d, 0x67, 0x79, 0x96, 0x9f,
      0x5f, 0x56, 0xcd, 0xc5, 0xb4, 0xba, 0x99, 0xd6, 0x2a, 0x0a, 0xfd, 0x61, 0xdf, 0xa7, 0xd6,
      0x4e, 0xbe, 0x9e, 0xb7, 0xdf, 0x1b, 0x2d, 0xa6, 0x50, 0x69, 0xa3, 0x80, 0x00, 0x00, 0x00,
      0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x36, 0x97, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
      0x00, 0x00, 0x00, 0x00, 0x38, 0x3e, 0xef, 0x33,
    ]
    let drained = Drained(GzipStream(ArrayBlocks(archive), engine: engine.make()))
    #expect(drained.fault?.code == .gzipData)
  }

  /// Found by fuzzing: a match reaches back before the first byte.
  ///
  /// ISA-L counts its bytes as produced without writing them; old content of the buffer passed for
  /// the archive's data.
  @Test(arguments: GzipEngineKind.allCases, [1, 7, 1000])
  func aMatchThatReachesTooFarBackGivesNoBytes(_ engine: GzipEngineKind, _ pieceBytes: Int) {
    let archive: [UInt8] = [
      0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x4b, 0xce, 0x49, 0xcc, 0x4d,
      0xc9, 0x4e, 0xcd, 0xce, 0xcd, 0xcb, 0xcb, 0x28, 0xc8, 0x2a, 0xc8, 0xcd, 0x4d, 0xcb, 0xcc,
      0x2a, 0xc8, 0xcc, 0x4b, 0xcc, 0xce, 0x2a, 0xc8, 0x4a, 0x2d, 0x48, 0x4c, 0xc9, 0xcf, 0xc8,
      0x4a, 0x4a, 0xcd, 0x4d, 0x2c, 0xc8, 0xcc, 0x28, 0x48, 0xca, 0x28, 0xc8, 0x4c, 0xcd, 0xca,
      0x2a, 0x28, 0x48, 0x49, 0x04, 0x52, 0xd9, 0x59, 0x89, 0xc4, 0x86, 0x5a, 0x7e, 0x4e, 0x4e,
      0x6a, 0x52, 0x62, 0x66, 0x7e, 0x4a, 0x7a, 0x62, 0x5e, 0x5e, 0x41, 0x6e, 0x41, 0x6e, 0x7a,
      0x56, 0x7e, 0x72, 0x56, 0x62, 0x1e, 0xc8, 0x8a, 0xb4, 0x82, 0x82, 0xec, 0xd4, 0xbc, 0xa4,
      0xe4, 0x8c, 0xcc, 0xe4, 0x64, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    ]
    let content = Array("clamdkekmnnhpjpmmfijpinakjpjepadohjbemapihpbhpiejjppdaejjkja".utf8)
    let source = ArrayBlocks(archive, pieceBytes: pieceBytes)
    let drained = Drained(GzipStream(source, engine: engine.make()))
    #expect(drained.fault?.code == .gzipData)
    #expect(drained.bytes.isBeginning(of: content))
  }
}
