import Foundation
import Testing

@testable import TestSupport

/// The limits that a user can set.
struct LimitTests {
  static let limits: [(option: String, value: String, sentence: String)] = [
    ("--max-members", "1", "there are more than the limit of 1 entries"),
    ("--max-member-size", "100 B", "the member is larger than the limit of 100 bytes"),
    ("--max-inflated-size", "1KiB", "the archive holds more than the limit of 1024 bytes"),
  ]

  @Test("a limit that was met is reported with the option that raises it", arguments: limits)
  func narrower(_ option: String, _ value: String, _ sentence: String) async throws {
    let run = try await Program.run(["list", TestArchive.leak.path, option, value])
    #expect(run.status == 5)
    #expect(run.errors.contains("\(sentence); \(option) raises it"))
  }

  @Test(
    "every command that reads archives has limit options",
    arguments: [
      ["report"], ["extract", "--kernel", "-o", "out"], ["batch"], ["trend"],
      ["compare", TestArchive.leak.path], ["report", "--redact"],
      ["extract", "--kernel", "-o", "out", "--redact"],
    ])
  func everywhere(_ command: [String]) async throws {
    let scratch = try Scratch()
    let run = try await Program.run(
      [command[0], TestArchive.leak.path, "--max-members", "1"] + command.dropFirst(),
      folder: scratch.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("the limit of 1 entries; --max-members raises it"))
    #expect(try scratch.names().isEmpty)
  }

  @Test("exactly as many members as the limit are read")
  func exact() async throws {
    let path = TestArchive.leak.path
    let counted = try await Tool.python(
      "import sys, tarfile; print(len(tarfile.open(sys.argv[1]).getmembers()))", [path])
    let members = try #require(Int(counted.trimmingCharacters(in: .whitespacesAndNewlines)))
    for (most, status) in [(members, 0), (members - 1, 5)] {
      let run = try await Program.run(["list", path, "--max-members", "\(most)"])
      #expect(run.status == Int32(status))
      let members = run.outputLines.dropFirst().prefix { $0.hasPrefix("  ") }
      #expect(members.count == most)
    }
  }

  /// Writes a tar of a small member and the head of a 17 GiB member, and ends there.
  private static let giant = """
    import io, sys, tarfile
    giant = tarfile.TarInfo('top/giant.logarchive')
    giant.size = 17 << 30
    with tarfile.open(sys.argv[1], 'w') as tar:
        small = tarfile.TarInfo('top/note.txt')
        small.size = 5
        tar.addfile(small, io.BytesIO(b'small'))
    size = 1024
    with open(sys.argv[1], 'r+b') as file:
        file.truncate(size)
        file.seek(size)
        file.write(giant.tobuf(tarfile.GNU_FORMAT))
    """

  @Test("a limit can be raised above its default")
  func wider() async throws {
    let scratch = try Scratch()
    let archive = scratch("giant.tar")
    try await Tool.python(Self.giant, [archive])
    let run = try await Program.run(["list", archive])
    #expect(run.status == 5)
    #expect(run.errors.contains("17179869184 bytes; --max-member-size raises it"))
    let raised = try await Program.run(["list", archive, "--max-member-size", "17GiB"])
    #expect(raised.status == 5)
    #expect(raised.errors.contains("the archive is truncated"))
    #expect(raised.output.contains("18,253,611,008"))
  }

  @Test("a store reads an archive again after a limit")
  func store() async throws {
    let scratch = try Scratch()
    let batch = ["batch", TestArchive.leak.path, "--store", scratch("s.sqlite")]
    let run = try await Program.run(batch + ["--max-members", "8"])
    #expect(run.status == 5)
    #expect(run.errors.contains("--max-members raises it"))
    let raised = try await Program.run(batch)
    #expect(raised.status == 0)
    #expect(raised.errors.contains("1 read, 0 unchanged, 0 failed"))
    #expect(try await Program.run(batch).errors.contains("0 read, 1 unchanged"))
  }
}
