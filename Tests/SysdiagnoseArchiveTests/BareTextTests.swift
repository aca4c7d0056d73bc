import SysdiagnoseArchive
import Testing

@testable import TestSupport

/// A text instead of an archive.
struct BareTextTests {
  private func read(
    _ bytes: [UInt8], name: String = "zprint.txt", limits: ArchiveLimits = .standard,
    demand: @escaping (Int) -> MemberDemand = { _ in .more }
  ) throws -> (scan: ArchiveScan, members: [ArchiveMember], sink: Collector) {
    let folder = try Scratch()
    let path = try folder.write(bytes, to: name)
    var members: [ArchiveMember] = []
    let sink = Collector(demand)
    let reader = ArchiveReader(.file(path), limits: limits, takesText: true)
    let scan = try reader.read { member in
      members.append(member)
      return .read(sink)
    }
    return (scan, members, sink)
  }

  @Test(arguments: ["just some text", "\u{FEFF}caf\u{E9}\r\n\u{1B}[1mbold\u{1B}[0m\tx\n"])
  func aTextIsItsOwnMember(_ text: String) throws {
    let bytes = Array(text.utf8)
    let (scan, members, sink) = try read(bytes)
    let size = bytes.count
    #expect(
      members == [
        ArchiveMember(
          path: "zprint.txt", kind: .file, size: size, modificationTime: nil, isBareText: true)
      ])
    #expect(sink.bytes == bytes)
    #expect(sink.ends == [true])
    #expect(scan.outcome == .complete)
    #expect(scan.membersSeen == 1)
    #expect(scan.identity == nil)
  }

  @Test func aLongTextComesWhole() throws {
    let bytes = Samples.text(3_000_000)
    let (scan, _, sink) = try read(bytes)
    #expect(sink.bytes == bytes)
    #expect(scan.uncompressedBytesRead == bytes.count)
  }

  @Test func aCompressedTextIsVerifiedToItsEnd() throws {
    let bytes = Samples.text(100_000)
    var file = Gzip.file(bytes)
    let sound = try read(file, name: "zprint.txt.gz")
    #expect(sound.sink.bytes == bytes)
    #expect(sound.scan.outcome == .complete)
    file[file.count - 6] ^= 1
    let damaged = try read(file, name: "zprint.txt.gz")
    #expect(damaged.scan.outcome == .corrupt)
    #expect(damaged.sink.ends == [false])
  }

  @Test func limitsHoldForATextToo() throws {
    let limits = ArchiveLimits(memberBytes: 1000)
    let (scan, _, sink) = try read(Samples.text(400_000), limits: limits)
    #expect(scan.outcome == .limited)
    #expect(sink.ends == [false])
  }

  @Test func aSinkThatHasEnoughEndsTheScan() throws {
    let (scan, _, sink) = try read(Samples.text(400_000)) { _ in .stop }
    #expect(scan.outcome == .stoppedEarly)
    #expect(sink.ends == [true])
  }

  @Test(arguments: [[0x00, 0x41, 0x42], Array(repeating: 0x02, count: 600)] as [[UInt8]])
  func bytesThatAreNoTextAreNoArchive(_ bytes: [UInt8]) {
    #expect(errorCode { _ = try read(bytes) } == .notAnArchive)
  }

  @Test func aTarIsNoText() throws {
    let (_, members, _) = try read(Samples.smallTar(), name: "archive.tar")
    #expect(members.allSatisfy { !$0.isBareText })
  }
}
