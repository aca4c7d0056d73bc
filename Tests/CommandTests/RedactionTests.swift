import Foundation
import Testing

@testable import TestSupport

/// `--redact`: tokens planted into every text are in no command's output.
struct RedactionTests {
  /// A command line; `OLD`, `NEW`, `BROKEN`, `RENAMED` and `DIR` are replaced by paths.
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    /// The tokens that the output must have without `--redact`, to make the test able to fail.
    let shown: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, shown: [String]) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.shown = shown
    }
  }

  private static let path = ["quil", "zebu", "divorce"]
  private static let sections =
    [
      "zprint", "footprint", "kextstat", "vmStat", "sysctl", "collectionLog", "taskSummary",
      "systemVersion", "spindump", "top", "panic", "jetsam",
    ].map { " --section \($0)" }.joined()

  static let cases = [
    Case("report OLD RENAMED --top 500 --color always -v", shown: ["quil", "zebu", "acmehold"]),
    Case("report OLD RENAMED --format json", shown: PlantedArchive.marks + ["acmehold"]),
    Case("report OLD RENAMED --format html", shown: ["quil", "zebu", "acmehold"]),
    Case("report OLD RENAMED --format markdown --top 500", shown: ["quil", "zebu", "acmehold"]),
    Case("report RENAMED --format csv --table zones", shown: []),
    Case("report OLD --format jsonl --fast", shown: PlantedArchive.marks),
    Case("report OLD NEW BROKEN -v -o OUT/report.txt", shown: path),
    Case("compare OLD RENAMED --top 500", shown: []),
    Case("compare OLD RENAMED --format json", shown: path + ["acmehold"]),
    Case("compare OLD NEW --format html -o OUT/compare.html", shown: []),
    Case("compare OLD NEW --baseline OLD NEW --format json", shown: ["zebu"]),
    Case("compare OLD NEW --baseline OLD NEW", shown: []),
    Case("trend OLD NEW --format json", shown: []),
    Case("trend OLD NEW --format html", shown: []),
    Case("trend DIR -v", shown: ["zebu"]),
    Case("batch DIR", shown: path),
    Case("batch DIR --format jsonl -v", shown: PlantedArchive.marks),
    Case("batch DIR --format csv", shown: path + ["acmehold"]),
    Case("list OLD --format html", shown: ["quil", "zebu", "hushproj"]),
    Case("list OLD --format markdown", shown: ["quil", "zebu", "hushproj"]),
    Case("list RENAMED --format json", shown: ["acmehold"]),
    Case("list BROKEN -o OUT/list.txt", shown: ["quil", "zebu", "hushproj"]),
    Case("extract OLD --kernel -o OUT/kernel", shown: ["quil", "zebu", "hushproj"]),
    Case("extract OLD --as-tar OUT/all.tar.gz" + sections, shown: PlantedArchive.marks),
    Case("extract RENAMED -o OUT/all" + sections, shown: PlantedArchive.allMarks),
    Case("extract BROKEN --kernel -o OUT/broken", shown: path),
    Case("report OLD --rules DIR/none.yaml", shown: ["zebu", "divorce"]),
    Case("batch DIR/none", shown: ["zebu", "divorce"]),
    Case("extract DIR/none.tar.gz --kernel -o OUT/none", shown: ["zebu", "divorce"]),
  ]

  @Test("no token leaks from any command", arguments: cases)
  func planted(_ item: Case) async throws {
    let archive = try await PlantedArchive.shared.get()
    let scratch = try Scratch()
    let open = try await Self.output(of: item, archive, scratch, [])
    let shown = PlantedArchive.leaks(item.shown, in: open)
    #expect(shown.count == item.shown.count, "not there without --redact: \(shown)")
    let closed = try await Self.output(of: item, archive, scratch, ["--redact"])
    let keyed = try await Self.output(of: item, archive, scratch, ["--redact-key", "a key"])
    for text in [closed, keyed] {
      let left = PlantedArchive.leaks(in: text)
      #expect(left == [])
      print(
        "redaction: \(PlantedArchive.sentences.count) forms × \(try PlantedArchive.places) places ×",
        "\(item.testDescription): \(left.count) found")
      let isListed = text.contains("redacted: ")
      #expect(isListed)
    }
    let isStable = try await Self.output(of: item, archive, scratch, ["--redact"]) == closed
    #expect(isStable, "another run, other bytes")
  }

  /// The whole output of a run: both streams, and files with their names.
  private static func output(
    of item: Case, _ archive: PlantedArchive, _ scratch: Scratch, _ options: [String]
  ) async throws -> String {
    let out = try scratch.folder("Users/\(PlantedArchive.user)/Divorce Plan out")
    let arguments = item.arguments.map { argument in
      argument.replacing("OLD", with: archive.path).replacing("NEW", with: archive.path)
        .replacing("BROKEN", with: archive.broken).replacing("RENAMED", with: archive.renamed)
        .replacing("DIR", with: archive.folder)
        .replacing("OUT", with: out)
    }
    let run = try await Program.run(arguments + options)
    #expect(run.status != 2 || arguments.contains("--rules"), "\(run.errors)")
    var text = run.output + "\n" + run.errors
    for name in try FileManager.default.subpathsOfDirectory(atPath: out).sorted() {
      let file = "\(out)/\(name)"
      text += "\n\(name)\n"
      if name.hasSuffix(".tar.gz") {
        text += try await Tool.run("tar", ["tzf", file]) + Tool.run("tar", ["xzOf", file])
      } else if let data = FileManager.default.contents(atPath: file) {
        text += String(decoding: data, as: UTF8.self)
      }
    }
    try FileManager.default.removeItem(atPath: out)
    return text
  }

  @Test("one machine has one pseudonym in both archives, and with a key in every run")
  func stable() async throws {
    let archive = try await PlantedArchive.shared.get()
    let arguments = ["batch", archive.folder, "--format", "jsonl"]
    let run = try await Program.run(arguments + ["--redact"])
    #expect(run.output.contains("host-1"))
    #expect(!run.output.contains("host-2"))
    let keyed = try await Program.run(arguments + ["--redact-key", "one"])
    let again = try await Program.run(arguments + ["--redact-key", "one"])
    #expect(again.outputBytes == keyed.outputBytes)
    let other = try await Program.run(arguments + ["--redact-key", "two"])
    let single = try await Program.run([
      archive.path, "--format", "json", "--redact", "--redact-key", "one",
    ])
    func hosts(_ run: Program.Run) -> Set<String> {
      Set(run.output.matches(of: #/host-[0-9a-f]{8}\b/#).map { String($0.output) })
    }
    #expect(hosts(keyed).count == 1)
    #expect(hosts(keyed) == hosts(single))
    #expect(hosts(other).isDisjoint(with: hosts(keyed)))
  }

  @Test("replacements are listed: on standard error, in the text, in JSON and in the manifest")
  func listed() async throws {
    let archive = try await PlantedArchive.shared.get()
    let text = try await Program.run([archive.path, "--redact"])
    let last = try #require(text.outputLines.last)
    #expect(last.hasPrefix("Redacted  1 host name, "))
    let note = text.errorLines.first { $0.hasPrefix("sysbalance: note: redacted: ") }
    #expect(note?.hasPrefix("sysbalance: note: redacted: 1 host name, ") == true, "\(text.errors)")
    let quiet = try await Program.run([archive.path, "--redact", "-q"])
    #expect(quiet.errors.isEmpty)
    let json = try await Program.run([archive.path, "--redact", "--format", "json"])
    let report = try #require(
      try JSONSerialization.jsonObject(with: json.outputBytes) as? [String: Any])
    let counts = try #require(report["redaction"] as? [String: Int])
    #expect(
      Set(counts.keys).isSuperset(of: ["host", "user", "path", "serial", "udid", "mac", "email"]))
    #expect(counts["host"] == 1)
    let scratch = try Scratch()
    let out = scratch("out")
    _ = try await Program.run(["extract", archive.path, "--kernel", "--redact", "-o", out])
    let manifest = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(fileURLWithPath: out + "/manifest.json"))) as? [String: Any])
    #expect((manifest["redaction"] as? [String: Int])?["host"] == 1)
    let open = try await Program.run([archive.path, "--format", "json"])
    #expect(!open.output.contains("\"redaction\""))
  }

  @Test("unread lines are counted but not named")
  func unread() async throws {
    let archive = try await PlantedArchive()
    for number in 1...30 {
      try FileManager.default.copyItem(
        atPath: archive.path, toPath: "\(archive.folder)/\(PlantedArchive.user)-\(number).tar.gz")
    }
    for name in ["IN_PROGRESS_\(PlantedArchive.host).tar.gz", "\(PlantedArchive.user).txt"] {
      try Data("x".utf8).write(to: URL(fileURLWithPath: "\(archive.folder)/\(name)"))
    }
    let program = try #require(Program.path)
    let output = try await Tool.python(
      """
      import signal, subprocess, sys
      # What started the tests may block or ignore signals, which would be passed on.
      signal.pthread_sigmask(signal.SIG_SETMASK, [])
      signal.signal(signal.SIGINT, signal.SIG_DFL)
      run = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             text=True)
      # Notes come before the first line, and with that one archive is done.
      lines = [run.stdout.readline() for _ in range(3)]
      run.send_signal(signal.SIGINT)
      print(run.communicate()[0], *lines, run.returncode)
      """, [program, "batch", archive.folder, "--redact", "-v", "--jobs", "1"]
    ).lowercased()
    #expect(PlantedArchive.leaks(PlantedArchive.marks, in: output) == [])
    #expect(output.contains("1 unfinished archive skipped"))
    #expect(output.contains("1 other file skipped"))
    #expect(output.contains(#/\d+ archives not read\n/#))
    #expect(output.contains("130"))
  }

  @Test("standard input cannot be read twice", arguments: ["report", "list", "extract"])
  func standardInput(_ command: String) async throws {
    let scratch = try Scratch()
    let rest = command == "extract" ? ["--kernel", "-o", scratch("out")] : []
    let run = try await Program.run(
      [command, "-", "--redact"] + rest, input: TestArchive.seed.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("standard input cannot be"))
    #expect(run.outputBytes.isEmpty)
    #expect(try scratch.names().isEmpty)
  }
}
