import Testing

@testable import TestSupport

/// Wrong usage, help and version.
struct UsageTests {
  static let wrong: [[String]] = [
    [],
    ["report"],
    ["--no-such-option"],
    ["report", "--no-such-option", TestArchive.seed.path],
    ["report", TestArchive.seed.path, "--format", "xml"],
    ["report", TestArchive.seed.path, "--top", "0"],
    ["report", TestArchive.seed.path, "--top", "many"],
    ["report", TestArchive.seed.path, "--color", "mauve"],
    ["report", TestArchive.seed.path, "--max-members", "0"],
    ["report", TestArchive.seed.path, "--max-ratio", "0"],
    ["report", TestArchive.seed.path, "--max-member-size", "0"],
    ["report", TestArchive.seed.path, "--max-member-size", "5 GB"],
    ["report", TestArchive.seed.path, "--max-inflated-size", "much"],
    ["list", TestArchive.seed.path, "--max-inflated-size", "99999999999 TiB"],
    ["report", TestArchive.seed.path, "--format", "csv", "--table", "nonsense"],
    ["report", TestArchive.seed.path, "--table", "zones"],
    ["report", TestArchive.seed.path, "--format", "json", "--brief"],
    ["explain", "PTE", "--format", "csv"],
    ["compare", TestArchive.seed.path, TestArchive.leak.path, "--format", "markup"],
    ["list"],
    ["list", TestArchive.seed.path, TestArchive.leak.path],
    ["batch"],
    ["batch", TestArchive.folder, "--jobs", "0"],
    ["batch", TestArchive.folder, "--format", "json"],
    ["extract"],
    ["extract", TestArchive.seed.path],
    ["extract", TestArchive.seed.path, "--kernel"],
    ["extract", TestArchive.seed.path, "-o", "anywhere"],
    ["extract", TestArchive.seed.path, "--kernel", "-o", "a", "--as-tar", "b"],
    ["extract", TestArchive.seed.path, "--section", "nonsense", "-o", "anywhere"],
  ]

  @Test("wrong usage ends with 2 and a message, without output", arguments: wrong)
  func wrongUsage(_ arguments: [String]) async throws {
    let scratch = try Scratch()
    let run = try await Program.run(arguments, folder: scratch.path)
    #expect(run.status == 2)
    #expect(run.outputBytes.isEmpty)
    #expect(!run.errors.isEmpty)
    #expect(try scratch.names().isEmpty)
  }

  @Test(
    "standard input on a terminal is refused, with what to do",
    arguments: [["report", "-"], ["list", "-"], ["compare", "-", TestArchive.seed.path]])
  func terminal(_ arguments: [String]) async throws {
    let program = try #require(Program.path)
    let told = try await Tool.python(
      """
      import pty, subprocess, sys
      terminal, other = pty.openpty()
      run = subprocess.run(sys.argv[1:], stdin=other, capture_output=True, text=True, timeout=60)
      print(run.returncode, run.stderr)
      """, [program] + arguments)
    #expect(told.hasPrefix("2 "))
    #expect(told.contains("standard input, which is a terminal here; give a file, or pipe one in"))
  }

  @Test(
    "help has an example that the program accepts, and limits after everyday options",
    arguments: [
      "report", "extract", "list", "compare", "trend", "batch", "fleet", "explain", "rules",
      "store",
    ])
  func examples(_ command: String) async throws {
    let help = try await Program.run([command, "--help"]).output.split(separator: "\n")
      .map { $0.drop { $0 == " " } }
    let examples = help.filter { $0.hasPrefix("sysbalance ") }
    #expect(!examples.isEmpty)
    for example in examples {
      let words = example.split(separator: " ").dropFirst().map(String.init)
      let scratch = try Scratch()
      // The archives of the examples do not exist; what counts is that no option is misspelt.
      let run = try await Program.run(words, folder: scratch.path)
      #expect(!run.errors.contains("Usage:"), "\(example): \(run.errors)")
    }
    let limit = help.firstIndex { $0.hasPrefix("--max-members") }
    if let limit {
      for option in ["--redact ", "--quiet", "-q, --quiet", "--format"] {
        if let place = help.firstIndex(where: { $0.hasPrefix(option) }) { #expect(place < limit) }
      }
    }
  }

  @Test(
    "help is output, not an error",
    arguments: [
      ["--help"], ["report", "--help"], ["extract", "--help"], ["list", "--help"],
      ["batch", "--help"], ["schema", "--help"], ["help", "report"],
    ])
  func help(_ arguments: [String]) async throws {
    let run = try await Program.run(arguments)
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: sysbalance"))
    #expect(run.errors.isEmpty)
  }

  @Test("the program's help lists its exit codes")
  func exitCodes() async throws {
    let help = try await Program.run(["--help"]).output
    #expect(help.contains("Exit codes: 0 done; 1 nothing could be produced; 2 wrong usage; 3"))
  }

  @Test("the version is a number with two dots")
  func version() async throws {
    let run = try await Program.run(["--version"])
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
  }
}
