import Foundation
import Testing

@testable import TestSupport

/// Inputs that are accepted as an archive, and inputs that are not.
struct InputTests {
  private static func report(_ arguments: [String], input: String? = nil) async throws
    -> ReportObject
  {
    let run = try await Program.run(arguments + ["--format", "json"], input: input)
    return try ReportObject(run.outputBytes)
  }

  @Test("standard input equals the file", arguments: [TestArchive.seed, .leak, .truncated])
  func standardInput(_ archive: TestArchive) async throws {
    let file = try await ShippedReports.shared.of(archive).report
    let input = try await Self.report(["-"], input: archive.path)
    #expect(input.balance == file.balance)
    #expect(input.sections == file.sections)
    #expect(input.ledger == file.ledger)
    #expect(input.kernel == file.kernel)
    #expect(input.user == file.user)
    #expect(input.scan == file.scan)
    #expect(input.archive.path == "-")
    #expect(input.archive.name == file.archive.name)
    // The size of piped input is unknown.
    #expect(input.archive.compressedBytes == nil)
    #expect(
      file.archive.compressedBytes
        == (try Data(contentsOf: URL(fileURLWithPath: archive.path)).count))
  }

  @Test(
    "a folder unpacked from an archive equals it",
    arguments: [
      TestArchive.seed, .leak, .withoutZprint, TestArchive(name: "osx-10.10-zwaste"),
    ])
  func folder(_ archive: TestArchive) async throws {
    let scratch = try Scratch()
    try await Tool.run("tar", ["-xzf", archive.path, "-C", scratch.path])
    let top = try #require(try scratch.names().first)
    let file = try await ShippedReports.shared.of(archive).report
    let folder = try await Self.report([scratch(top)])
    #expect(folder.balance == file.balance)
    #expect(folder.ledger == file.ledger)
    #expect(folder.kernel == file.kernel)
    #expect(folder.user == file.user)
    #expect(folder.sections.map(\.kind) == file.sections.map(\.kind))
    #expect(folder.sections.map(\.bytes) == file.sections.map(\.bytes))
    #expect(folder.sections.map(\.outcome) == file.sections.map(\.outcome))
    #expect(folder.sections.map(\.reason) == file.sections.map(\.reason))
    #expect(folder.archive.name == file.archive.name)
    #expect(folder.archive.capturedAtLocal == file.archive.capturedAtLocal)
    #expect(folder.archive.compressedBytes == nil)
    #expect(folder.scan.outcome == "complete")
  }

  @Test("an uncompressed tar equals the archive")
  func plainTar() async throws {
    let scratch = try Scratch()
    try await Tool.run("tar", ["-xzf", TestArchive.leak.path, "-C", scratch.path])
    let top = try #require(try scratch.names().first)
    try await Tool.run("tar", ["-cf", scratch("plain.tar"), "-C", scratch.path, top])
    let plain = try await Self.report([scratch("plain.tar")])
    let file = try await ShippedReports.shared.of(.leak).report
    #expect(plain.balance == file.balance)
    #expect(plain.kernel == file.kernel)
  }

  /// An input that is not an archive, with its maker.
  enum NoArchive: String, CaseIterable {
    case missing, empty, text, emptyFolder, folderWithoutSections, gzipOfText, fifo

    func make(in scratch: Scratch) async throws -> String {
      switch self {
      case .missing: return scratch("missing.tar.gz")
      case .empty: return try scratch.write("", to: "empty.tar.gz")
      case .text: return try scratch.write("no archive\n", to: "text.tar.gz")
      case .emptyFolder: return try scratch.folder("folder")
      case .folderWithoutSections:
        _ = try scratch.folder("folder")
        _ = try scratch.write("nothing", to: "folder/notes.txt")
        return scratch("folder")
      case .gzipOfText:
        let text = try scratch.write("no archive\n", to: "text")
        try await Tool.run("gzip", [text])
        return scratch("text.gz")
      case .fifo:
        try await Tool.run("mkfifo", [scratch("fifo")])
        return scratch("fifo")
      }
    }
  }

  @Test(
    "other inputs end with 1 and one sentence that names them", arguments: NoArchive.allCases)
  func noArchive(_ kind: NoArchive) async throws {
    let scratch = try Scratch()
    let path = try await kind.make(in: scratch)
    let commands = [["report", path], ["extract", path, "--kernel", "-o", scratch("out")]]
    for arguments in commands {
      let run = try await Program.run(arguments)
      #expect(run.status == 1, "\(arguments[0])")
      #expect(run.outputBytes.isEmpty)
      #expect(run.errorLines.count == 1, "\(run.errors)")
      #expect(run.errors.hasPrefix("sysbalance: \(path): "))
      #expect(!FileManager.default.fileExists(atPath: scratch("out")))
    }
  }

  @Test(
    "list of a file that is not an archive ends with 1",
    arguments: [
      NoArchive.missing, .empty, .text, .gzipOfText, .fifo,
    ])
  func list(_ kind: NoArchive) async throws {
    let scratch = try Scratch()
    let path = try await kind.make(in: scratch)
    let run = try await Program.run(["list", path])
    #expect(run.status == 1)
    #expect(run.outputBytes.isEmpty)
    #expect(run.errorLines.count == 1)
  }

  @Test("an empty standard input is not an archive")
  func emptyInput() async throws {
    let run = try await Program.run(["-"])
    #expect(run.status == 1)
    #expect(run.outputBytes.isEmpty)
    #expect(run.errorLines == ["sysbalance: standard input: is empty"])
  }
}
