import SysdiagnoseArchive
import Testing

/// The members of each capture.
struct CaptureFoldersTests {
  private static let one = "sysdiagnose_2026.03.14_16-42-08+0100_macOS_Mac16-5_25D125"
  private static let two = "sysdiagnose_2026.04.01_09-00-00-0700_macOS_Mac14-2_25D125"

  /// Members with the folder of their capture.
  static let inputs: [(name: String, members: [(String, String)])] = [
    ("an archive", [("\(one)/zprint.txt", one), ("\(one)/crashes_and_spins/a.panic", one)]),
    ("two top folders", [("\(one)/zprint.txt", one), ("\(two)/zprint.txt", two)]),
    (
      "two in a folder, one of them with a report alone",
      [("both/\(one)/zprint.txt", "both/\(one)"), ("both/\(two)/logs/a.panic", "both/\(two)")]
    ),
    ("one inside another", [("\(one)/zprint.txt", one), ("\(one)/old/\(two)/zprint.txt", one)]),
    ("folders with other names", [("before/zprint.txt", "before"), ("after/zprint.txt", "after")]),
    (
      "folders with other names, of one only a report",
      [("mac/zprint.txt", "mac"), ("pc/crashes_and_spins/a.panic", "pc")]
    ),
    ("no top folder", [("zprint.txt", ""), ("crashes_and_spins/a.panic", ""), ("x/top.txt", "")]),
    ("no top folder, reports alone", [("crashes_and_spins/a.panic", ""), ("logs/b.panic", "")]),
    ("a second set in a folder of its own", [("mac/zprint.txt", "mac"), ("mac/2/top.txt", "mac")]),
    ("a loose text beside an archive", [("\(one)/zprint.txt", one), ("a.panic", "")]),
    ("dots in the path", [("./before/zprint.txt", "before"), ("./after/./top.txt", "after")]),
  ]

  @Test(arguments: inputs)
  func eachMemberHasTheFolderOfItsCapture(_ input: (name: String, members: [(String, String)])) {
    for order in [input.members, input.members.reversed()] {
      let folders = CaptureFolders(members: order.map(\.0))
      for (member, folder) in order {
        #expect(folders.folder(of: member) == folder, "\(input.name): \(member)")
      }
    }
  }

  @Test func aMemberThatIsNoSectionBelongsToTheCaptureAroundIt() {
    let folders = CaptureFolders(members: ["\(Self.one)/zprint.txt", "other/zprint.txt"])
    #expect(folders.folder(of: "\(Self.one)/ps.txt") == Self.one)
    #expect(folders.folder(of: "other/deep/down/ps.txt") == "other")
    #expect(folders.folder(of: "README") == "")
  }

  @Test func aPathOfThousandsOfFoldersIsNoTrouble() {
    let path = String(repeating: "a/", count: 2000) + "zprint.txt"
    let folders = CaptureFolders(members: [path])
    #expect(path.hasPrefix(folders.folder(of: path)))
    #expect(folders.folder(of: path).utf8.count < 100)
  }
}
