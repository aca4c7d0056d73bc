import Foundation
import Testing

@testable import SysdiagnoseArchive
@testable import TestSupport

/// macOS metadata beside the files is neither a member nor a fault.
@Suite struct MacFilesTests {
  private static let names = [
    "top/._zprint.txt", "top/zprint.txt", "top/.DS_Store", "top/logs/._a.log", "top/logs/a.log",
    "top/logs/.DS_Store", "top/._", "top/a:b.txt", "top/Zürich.txt", "top/Zu\u{308}rich.txt",
  ]
  private static let offered = [
    "top/zprint.txt", "top/logs/a.log", "top/._", "top/a:b.txt", "top/Zürich.txt",
    "top/Zu\u{308}rich.txt",
  ]

  private func spelled(_ names: [String]) -> Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }

  /// The beginning of an AppleDouble file: magic, version, "Mac OS X" and one entry.
  private static let appleDouble: [UInt8] =
    [0x00, 0x05, 0x16, 0x07, 0x00, 0x02, 0x00, 0x00] + Array("Mac OS X        ".utf8)
    + [0, 2, 0, 0, 0, 9, 0, 0, 0, 0x32, 0, 0, 0, 0xB0]

  @Test(arguments: [false, true])
  func inATarTheyArePassedOver(_ isCompressed: Bool) throws {
    var tar = TarBuilder()
    tar.file("._top", Self.appleDouble)
    tar.folder("top/")
    for name in Self.names {
      tar.file(name, name.contains("._") ? Self.appleDouble : Samples.text(700))
    }
    tar.end()
    let reading = try Reading(bytes: isCompressed ? Gzip.file(tar.bytes) : tar.bytes)
    #expect(spelled(reading.members.dropFirst().map(\.path)) == spelled(Self.offered))
    #expect(reading.scan.problems == [])
    #expect(reading.scan.outcome == .complete)
    #expect(reading.scan.topFolder == "top")
    #expect(reading.bytes("top/zprint.txt") == Samples.text(700))
  }

  @Test func inAFolderTheyArePassedOver() throws {
    let folder = try Scratch()
    // A Mac's file system equates both spellings of a name.
    let names = Self.names.filter { !spelled([$0]).isSubset(of: spelled(["top/Zürich.txt"])) }
    for name in names { _ = try folder.write(Self.appleDouble, to: name) }
    let reading = try Reading(.folder(folder("top")))
    let files = reading.members.filter { $0.kind == .file }
    #expect(files.count == Self.offered.count - 1)
    #expect(files.contains { $0.path == "top/a:b.txt" })
    #expect(reading.scan.problems == [])
    #expect(reading.scan.outcome == .complete)
  }

  /// Folders and links with such a name are not metadata.
  @Test func onlyFilesAreMeant() throws {
    var tar = TarBuilder()
    tar.folder("top/._folder/")
    tar.file("top/._folder/a", [1])
    tar.symbolicLink("top/.DS_Store", to: "a")
    tar.end()
    let reading = try Reading(bytes: tar.bytes)
    #expect(reading.members.map(\.path) == ["top/._folder", "top/._folder/a", "top/.DS_Store"])
  }
}
