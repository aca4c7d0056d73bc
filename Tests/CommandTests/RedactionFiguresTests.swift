import Foundation
import Testing

@testable import TestSupport

/// `--redact` changes words, never a number.
struct RedactionFiguresTests {
  @Test("every number and every key of the JSON stays the same")
  func report() async throws {
    let archives = TestArchive.different
    let run = try await Program.run(
      ["report", "--format", "jsonl", "--redact"] + archives.map(\.path))
    #expect(run.outputLines.count == archives.count)
    for (archive, line) in zip(archives, run.outputLines) {
      let open = try Self.object(try await ShippedReports.shared.of(archive).run.outputBytes)
      var redacted = try Self.object(Data(line.utf8))
      #expect(redacted.removeValue(forKey: "redaction") != nil, "\(archive.name)")
      #expect(Self.differences(open, redacted, "") == [], "\(archive.name)")
    }
  }

  @Test("a redacted extract gives the same figures")
  func extract() async throws {
    let scratch = try Scratch()
    let sections = [
      "zprint", "footprint", "kextstat", "vmStat", "sysctl", "collectionLog", "taskSummary",
      "systemVersion", "spindump", "top", "panic", "jetsam", "taskinfo", "jetsamPriority", "ps",
      "vmmap", "heap", "leaks",
    ].flatMap { ["--section", $0] }
    let archives = TestArchive.different.filter(TestArchive.whole.contains)
    let files = archives.indices.map { scratch("\($0).tar.gz") }
    try await withThrowingTaskGroup { group in
      for (archive, file) in zip(archives, files) {
        group.addTask {
          let run = try await Program.run(
            ["extract", archive.path, "--as-tar", file, "--redact"] + sections)
          #expect(run.status == 0, "\(archive.name)")
        }
      }
      try await group.waitForAll()
    }
    let lines = try await Program.run(["report", "--format", "jsonl"] + files).outputLines
    #expect(lines.count == files.count)
    for (archive, line) in zip(archives, lines) {
      let again = try ReportObject(line)
      let before = try await ShippedReports.shared.of(archive).report
      #expect(again.balance == before.balance, "\(archive.name)")
      #expect(again.ledger == before.ledger, "\(archive.name)")
      #expect(again.kernel == before.kernel, "\(archive.name)")
      #expect(again.user == before.user, "\(archive.name)")
      #expect(again.archive.name == before.archive.name)
      #expect(again.archive.model == before.archive.model)
      #expect(again.archive.osVersion == before.archive.osVersion)
    }
  }

  @Test("the manifest of a redacted extract has the hashes of the written files")
  func hashes() async throws {
    let scratch = try Scratch()
    let run = try await Program.run([
      "extract", TestArchive(name: "macos-26-after-panic").path, "--section", "sysctl", "--redact",
      "-o", scratch("out"),
    ])
    #expect(run.status == 0)
    let text = try scratch.text("out/sysctl.txt")
    #expect(text.contains("kern.hostname: host-1\n"))
    #expect(!text.contains("example"))
    let hash = try await Tool.python(
      "import hashlib,sys;print(hashlib.sha256(open(sys.argv[1],'rb').read()).hexdigest())",
      [scratch("out/sysctl.txt")])
    #expect(try scratch.text("out/manifest.json").contains("\"\(hash.dropLast())\""))
  }

  @Test("a line that is too long to search is left out of an extract, with a message")
  func overlong() async throws {
    let scratch = try Scratch()
    _ = try scratch.folder("build/top")
    let line = String(repeating: "x", count: (1 << 20) - 4) + " zebulon /Users/zebulon/x"
    _ = try scratch.write(
      "hw.memsize: 1024\n" + line + "\nkern.hostname: Quillon-9\n", to: "build/top/sysctl.txt")
    let archive = scratch("a.tar")
    try await Tool.run("tar", ["cf", archive, "-C", scratch("build"), "top"])
    let run = try await Program.run([
      "extract", archive, "--section", "sysctl", "--redact", "-o", scratch("out"),
    ])
    #expect(run.status == 0)
    #expect(
      try scratch.text("out/sysctl.txt") == """
        hw.memsize: 1024
        (a line of 1 MiB or more is left out)
        kern.hostname: host-1

        """)
  }

  private static func object(_ bytes: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  /// The paths of JSON values that differ in anything but the words of a string.
  private static func differences(_ old: Any, _ new: Any, _ path: String) -> [String] {
    switch (old, new) {
    case (let old as [String: Any], let new as [String: Any]):
      guard Set(old.keys) == Set(new.keys) else { return [path + " has other keys"] }
      return old.flatMap { key, value in
        new[key].map { differences(value, $0, "\(path).\(key)") } ?? []
      }
    case (let old as [Any], let new as [Any]):
      guard old.count == new.count else { return [path + " has another length"] }
      return zip(old, new).enumerated().flatMap { differences($1.0, $1.1, "\(path)[\($0)]") }
    case (let old as NSNumber, let new as NSNumber): return old == new ? [] : [path]
    case (is String, is String), (is NSNull, is NSNull): return []
    default: return [path + " is of another kind"]
    }
  }
}
