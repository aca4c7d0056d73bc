import Foundation
import Testing

@testable import TestSupport

/// One archive from a stream, as a job of a cluster reads it.
struct StreamTests {
  /// An archive on standard input, cut or not, with what the job says of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let archive: TestArchive
    /// The part that arrives, in thousandths.
    var part = 1000
    /// How many bytes were announced more than the archive has; nil when none were announced.
    var announced: Int? = 0
    let status: Int32
  }

  static let cases = [
    Case(testDescription: "whole", archive: .leak, status: 0),
    Case(testDescription: "whole, size unknown", archive: .leak, announced: nil, status: 0),
    Case(testDescription: "broken off", archive: .leak, part: 500, status: 6),
    Case(
      testDescription: "broken off, size unknown", archive: .leak, part: 500, announced: nil,
      status: 5),
    Case(testDescription: "nothing arrives", archive: .leak, part: 0, status: 6),
    Case(
      testDescription: "nothing arrives, size unknown", archive: .leak, part: 0, announced: nil,
      status: 1),
    Case(testDescription: "cut in the store itself", archive: .truncated, status: 5),
    Case(testDescription: "damaged", archive: .oneBit, status: 5),
    Case(testDescription: "damaged, and broken off", archive: .oneBit, part: 300, status: 6),
    Case(testDescription: "without memory", archive: .withoutMemory, status: 1),
  ]

  @Test("the exit code tells damage from a stream that broke off", arguments: cases)
  func status(_ test: Case) async throws {
    let scratch = try Scratch()
    let data = try Data(contentsOf: URL(fileURLWithPath: test.archive.path))
    let file = scratch("stream")
    try data.prefix(data.count * test.part / 1000).write(to: URL(fileURLWithPath: file))
    var arguments = ["report", "-", "--name", "s3://bucket/key.tar.gz", "--errors-as-json"]
    if let more = test.announced { arguments += ["--expect-bytes", String(data.count + more)] }
    let object = try await Program.run(arguments + ["--format", "json"], input: file)
    #expect(object.status == test.status, "\(object.errors)")
    let said = try JSONSerialization.jsonObject(with: object.outputBytes) as? [String: Any]
    let archive = said?["archive"] as? [String: Any]
    #expect(archive?["path"] as? String == "s3://bucket/key.tar.gz")
    let rows = try await Program.run(arguments + ["--format", "rows"], input: file)
    #expect(rows.status == test.status)
    let tables = try rows.outputLines.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    #expect(!tables.isEmpty)
    #expect(tables.contains { $0?["table"] as? String == "failures" } == (test.status != 0))
  }

  @Test("a stream with a name says what its file says")
  func name() async throws {
    for archive in [TestArchive.leak, .seed] {
      let file = try await Program.once(["report", archive.path, "--format", "json"])
      let stream = try await Program.run(
        ["report", "-", "--name", archive.path, "--format", "json"], input: archive.path)
      #expect(
        stream.output
          == file.output.replacing(#/\n    "compressedBytes" : \d+,/#, with: ""))
    }
  }

  @Test("a command that fails writes an object, whatever the reason")
  func failures() async throws {
    let fails = ["--format", "json", "--errors-as-json"]
    for (arguments, status) in [
      (["report", "-", "--no-such-option", "--errors-as-json"], 2),
      (["report", "a", "b", "--name", "x"] + fails, 2),
      (["report", TestArchive.leak.path, "--errors-as-json"], 2),
      (["report", TestArchive.leak.path, "--rules", "/no/such.yaml"] + fails, 2),
      (["report", TestArchive.leak.path, "-o", "/no/such/folder/x"] + fails, 1),
      (["report", "/no/such.tar.gz"] + fails, 1),
    ] {
      let run = try await Program.run(arguments)
      #expect(run.status == Int32(status), "\(arguments)")
      let said = try JSONSerialization.jsonObject(with: run.outputBytes) as? [String: Any]
      let failure = try #require(said?["failure"] as? String)
      #expect(!failure.isEmpty)
      if said?["archive"] == nil { #expect(said?["exitCode"] as? Int == status) }
    }
  }

  @Test("shards divide a batch: each archive is in one of them, the one that its path's hash says")
  func shards() async throws {
    let whole = try await ShippedBatch.text()
    var lines: [String] = []
    for shard in 1...3 {
      let part = try await Program.run(["batch", TestArchive.folder, "--shard", "\(shard)/3", "-q"])
      let paths = part.outputLines.compactMap { $0.components(separatedBy: "  ").first }
      let places = try await Tool.python(
        """
        import hashlib, sys
        for path in sys.argv[1:]:
            print(int.from_bytes(hashlib.sha256(path.encode()).digest()[:8], "big") % 3 + 1)
        """, paths)
      #expect(places == String(repeating: "\(shard)\n", count: paths.count))
      lines += part.outputLines
    }
    #expect(lines.sorted() == whole.outputLines.sorted())
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: TestArchive.seed.path, toPath: scratch("one.tar.gz"))
    let parts = [
      try await Program.run(["batch", scratch.path, "--shard", "1/2"]),
      try await Program.run(["batch", scratch.path, "--shard", "2/2"]),
    ]
    #expect(parts.map(\.status) == [0, 0])
    #expect(parts.filter { $0.errors.contains("no archive belongs to this shard") }.count == 1)
  }
}
