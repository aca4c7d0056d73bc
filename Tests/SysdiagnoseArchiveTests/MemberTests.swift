import Testing

@testable import SysdiagnoseArchive

/// Members built from the entries of a tar.
@Suite struct MemberTests {
  private func read(_ build: (inout TarBuilder) -> Void) throws -> Reading {
    var tar = TarBuilder()
    build(&tar)
    tar.end()
    return try Reading(bytes: Gzip.file(tar.bytes))
  }

  @Test func everyKindIsListedAndOnlyFilesAreRead() throws {
    let reading = try read {
      $0.folder("top/")
      $0.file("top/a", [1, 2, 3], modified: 1_234_567)
      $0.hardLink("top/b", to: "top/a")
      $0.symbolicLink("top/c", to: "a")
      $0.fifo("top/d")
    }
    #expect(reading.members.map(\.kind) == [.folder, .file, .hardLink, .symbolicLink, .other])
    #expect(reading.members.map(\.path) == ["top", "top/a", "top/b", "top/c", "top/d"])
    #expect(reading.members.map(\.size) == [nil, 3, nil, nil, nil])
    #expect(reading.members[1].modificationTime == 1_234_567)
    #expect(reading.members.map { reading.ends($0.path) ?? [] } == [[], [true], [], [], []])
    #expect(reading.scan.membersSeen == 5)
    #expect(reading.scan.outcome == .complete)
  }

  @Test(
    arguments: [
      "top/Zürich’s iPhone.txt", "top/記憶.txt", "top/Zu\u{308}rich.txt", "top/🧠",
    ])
  func namesOutsideASCIIComeOutRight(_ name: String) throws {
    let reading = try read {
      $0.paxFile(name, [1])
      $0.file(name, [1])
    }
    #expect(reading.members.map { Array($0.path.utf8) } == [Array(name.utf8), Array(name.utf8)])
    #expect(reading.codes == [])
    #expect(reading.scan.outcome == .complete)
  }

  @Test func aNameThatIsNotUTF8IsRepaired() throws {
    // 0xFF never occurs in UTF-8.
    let reading = try read { $0.file(rawName: Array("top/a".utf8) + [0xff, 0x62], [1]) }
    #expect(reading.members.map(\.path) == ["top/a\u{FFFD}b"])
    #expect(reading.bytes("top/a\u{FFFD}b") == [1])
  }

  @Test(
    arguments: [
      ("a/b/c.txt", "a/b/c.txt", "c.txt", 3), ("./a/b", "a/b", "b", 2), ("a/", "a", "a", 1),
      ("././a//b/", "a//b", "b", 2), ("/", "/", "/", 0), ("./", ".", ".", 0),
      ("../x", "../x", "x", 2), (".", ".", ".", 0), ("", "", "", 0), ("/abs/x", "/abs/x", "x", 2),
    ])
  func pathsAreTidied(_ raw: String, _ path: String, _ last: String, _ depth: Int) {
    let member = ArchiveMember(path: raw, kind: .file, size: nil, modificationTime: nil)
    #expect(member.path == path)
    #expect(member.lastComponent == last)
    #expect(member.depth == depth)
  }

  @Test func aHoleEndsTheMemberNotWhole() throws {
    let reading = try read {
      $0.sparseFile("top/holed", run: Samples.text(512), at: 1024, realSize: 4096)
      $0.sparseFile("top/tail", run: Samples.text(512), at: 0, realSize: 4096)
      $0.file("top/after", [5])
    }
    #expect(reading.ends("top/holed") == [false])
    #expect(reading.bytes("top/holed") == [])
    #expect(reading.ends("top/tail") == [false])
    #expect(reading.bytes("top/tail") == Samples.text(512))
    #expect(reading.bytes("top/after") == [5])
    #expect(reading.codes == [.sparse, .sparse])
    #expect(reading.scan.problems.map(\.member) == ["top/holed", "top/tail"])
    #expect(reading.scan.outcome == .complete)
  }

  @Test func aDamagedHeaderLosesOneMember() throws {
    var tar = TarBuilder()
    tar.file("top/a", Samples.text(600))
    let damagedAt = tar.bytes.count
    tar.file("top/b", Samples.text(600))
    tar.file("top/c", Samples.text(600))
    tar.end()
    var bytes = tar.bytes
    bytes[damagedAt + 4] ^= 1
    let reading = try Reading(bytes: Gzip.file(bytes))
    #expect(reading.members.map(\.path) == ["top/a", "top/c"])
    #expect(reading.bytes("top/c") == Samples.text(600))
    #expect(reading.scan.outcome == .corrupt)
    #expect(Set(reading.codes) == [.tarHeader])
  }

  @Test func anOddEntryIsReadAndWarnedOf() throws {
    let reading = try read {
      $0.entry("PaxHeader", type: "x", size: 9)
      $0.body(Array("nonsense\n".utf8))
      $0.file("top/a", [1, 2])
    }
    #expect(reading.codes == [.warning])
    #expect(reading.bytes("top/a") == [1, 2])
    #expect(reading.scan.outcome == .complete)
  }

  @Test func anEntryWithoutANameIsPassedOver() throws {
    let reading = try read {
      $0.file("", Samples.text(600))
      $0.file("top/a", [1, 2])
    }
    #expect(reading.codes == [.memberName])
    #expect(reading.members.map(\.path) == ["top/a"])
    #expect(reading.bytes("top/a") == [1, 2])
  }

  @Test(arguments: [(0, ArchiveScan.Outcome.truncated), (512, .complete), (1024, .complete)])
  func theEndMarkTellsThatTheTarIsWhole(_ zeros: Int, _ outcome: ArchiveScan.Outcome) throws {
    var tar = TarBuilder()
    tar.file("top/a", Samples.text(512))
    tar.raw([UInt8](repeating: 0, count: zeros))
    let reading = try Reading(bytes: Gzip.file(tar.bytes))
    #expect(reading.ends("top/a") == [true])
    #expect(reading.scan.outcome == outcome)
  }

  @Test func problemsAreCapped() throws {
    var tar = TarBuilder()
    tar.file("top/a", [1])
    tar.raw(Samples.text(512 * 40))
    tar.end()
    let limits = ArchiveLimits(problems: 5)
    let reading = try Reading(bytes: Gzip.file(tar.bytes), limits: limits)
    #expect(reading.codes == Array(repeating: .tarHeader, count: 5) + [.furtherProblems])
    #expect(reading.scan.problems.last?.message == "35 further problems are not listed")
  }
}
