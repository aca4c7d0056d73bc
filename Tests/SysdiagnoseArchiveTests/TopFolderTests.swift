import Testing

@testable import SysdiagnoseArchive

/// The folder shared by all members, and the identity in its name.
@Suite struct TopFolderTests {
  private static let fileName = "sysdiagnose_2019.05.22_12-00-00-0700_Mac_OS_X_MacBookPro8-1_18F132"

  private func scan(
    _ names: [String], fileName: String = fileName + ".tar.gz"
  ) throws -> ArchiveScan {
    var tar = TarBuilder()
    for name in names {
      if name.hasSuffix("/") { tar.folder(name) } else { tar.file(name, [1]) }
    }
    tar.end()
    return try Reading(bytes: Gzip.file(tar.bytes), name: fileName).scan
  }

  @Test(
    arguments: [
      (["t/", "t/a", "t/b/c"], "t"), (["./", "./t/", "./t/a"], "t"), (["t/a"], "t"),
      (["t/"], "t"), (["._t", "t/", "t/a"], "t"), (["t/a", "u/b"], nil), (["a"], nil),
      (["t/a", "zprint.txt"], nil), (["a", "b"], nil), (["a", "a/b"], nil),
    ] as [([String], String?)])
  func theSharedComponentIsFound(_ names: [String], _ top: String?) throws {
    #expect(try scan(names).topFolder == top)
  }

  @Test func theTopFolderGivesTheIdentity() throws {
    let scan = try scan([Samples.top + "/", Samples.top + "/zprint.txt"])
    #expect(scan.identity?.name == Samples.top)
    #expect(scan.identity?.build == "23E224")
  }

  @Test func withoutTopFolderTheFileNameGivesTheIdentity() throws {
    let scan = try scan(["zprint.txt", "footprint-all.txt"])
    #expect(scan.topFolder == nil)
    #expect(scan.identity?.name == Self.fileName)
    #expect(scan.identity?.build == "18F132")
  }

  @Test func aRenamedTopFolderLeavesTheFileName() throws {
    let scan = try scan(["mine/zprint.txt"])
    #expect(scan.topFolder == "mine")
    #expect(scan.identity?.name == Self.fileName)
  }

  @Test func withNeitherNameThereIsNoIdentity() throws {
    #expect(try scan(["zprint.txt"], fileName: "logs.tgz").identity == nil)
  }
}
