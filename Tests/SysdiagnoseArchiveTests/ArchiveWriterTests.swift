import Foundation
import Testing

@testable import SysdiagnoseArchive
@testable import TestSupport

/// Written archives read back, and follow the format's rules.
@Suite struct ArchiveWriterTests {
  private func write(_ path: String, from source: String, size: Int) throws {
    let writer = try ArchiveWriter(path: path)
    try writer.add(name: "top/big.txt", size: size, modificationTime: 1_700_000_000, from: source)
    try writer.add(name: "top/Zürich’s.txt", modificationTime: 1, bytes: [1, 2, 3])
    try writer.add(name: "top/empty", modificationTime: 2, bytes: [])
    try writer.finish()
  }

  @Test func aRoundTripKeepsNamesTimesAndBytes() throws {
    let folder = try Scratch()
    let content = Samples.text(700_001)
    let source = try folder.write(content, to: "source")
    try write(folder("a.tar.gz"), from: source, size: content.count)
    let reading = try Reading(.file(folder("a.tar.gz")))
    #expect(reading.scan.outcome == .complete)
    #expect(reading.codes == [])
    #expect(reading.members.map(\.path) == ["top/big.txt", "top/Zürich’s.txt", "top/empty"])
    #expect(reading.members.map(\.modificationTime) == [1_700_000_000, 1, 2])
    #expect(reading.bytes("top/big.txt") == content)
    #expect(reading.bytes("top/Zürich’s.txt") == [1, 2, 3])
    #expect(reading.bytes("top/empty") == [])
    #expect(reading.ends("top/empty") == [true])
  }

  @Test func theSameMembersGiveTheSameBytes() throws {
    let folder = try Scratch()
    let source = try folder.write(Samples.text(1000), to: "source")
    try write(folder("a.tar.gz"), from: source, size: 1000)
    try write(folder("b.tar.gz"), from: source, size: 1000)
    let first = try Data(contentsOf: URL(fileURLWithPath: folder("a.tar.gz")))
    #expect(try first == Data(contentsOf: URL(fileURLWithPath: folder("b.tar.gz"))))
    // The gzip header has no time.
    #expect(Array(first.prefix(8)) == [0x1f, 0x8b, 8, 0, 0, 0, 0, 0])
  }

  @Test func theFileIsItsOwnersAlone() throws {
    let folder = try Scratch()
    let source = try folder.write([1], to: "source")
    try write(folder("a.tar.gz"), from: source, size: 1)
    var status = stat()
    #expect(stat(folder("a.tar.gz"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    let gzip = try ByteSource.open(folder("a.tar.gz"))
    let header = Drained(GzipStream(gzip, engine: ZlibEngine())).bytes.prefix(512)
    #expect(Array(header[100..<108]) == Array("000600 \0".utf8))
  }

  @Test func onlyTheGivenSizeIsTaken() throws {
    let folder = try Scratch()
    let source = try folder.write(Samples.text(1000), to: "source")
    try write(folder("a.tar.gz"), from: source, size: 600)
    let reading = try Reading(.file(folder("a.tar.gz")))
    #expect(reading.bytes("top/big.txt") == Samples.text(600))
  }

  @Test func aSourceThatIsTooShortIsAnError() throws {
    let folder = try Scratch()
    let source = try folder.write(Samples.text(1000), to: "source")
    #expect(
      errorCode { try write(folder("a.tar.gz"), from: source, size: 1001) } == .sourceChanged)
    #expect(
      errorCode { try write(folder("a.tar.gz"), from: folder("none"), size: 1) } == .unreadable)
  }

  @Test func aPathThatCannotBeWrittenIsAnError() throws {
    let folder = try Scratch()
    let target = try folder.write([], to: "target")
    try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: target)
    #expect(errorCode { _ = try ArchiveWriter(path: folder("no/a.tar.gz")) } == .writeFailed)
    #expect(errorCode { _ = try ArchiveWriter(path: folder("link")) } == .writeFailed)
    #expect(errorCode { _ = try ArchiveWriter(path: folder.path) } == .writeFailed)
  }

  @Test func impossibleEntriesAreErrors() throws {
    let folder = try Scratch()
    let source = try folder.write([1], to: "source")
    let writer = try ArchiveWriter(path: folder("a.tar.gz"))
    #expect(
      errorCode { try writer.add(name: "", modificationTime: 0, bytes: [1]) } == .writeFailed)
    #expect(
      errorCode { try writer.add(name: "a", size: -1, modificationTime: 0, from: source) }
        == .writeFailed)
    try writer.finish()
    #expect(
      errorCode { try writer.add(name: "late", modificationTime: 0, bytes: [1]) } == .writeFailed)
  }
}
