import Foundation
import Testing

@testable import TestSupport

/// Files are written completely or not at all, and only where the user asked.
struct WritingTests {
  /// Passes the first half of an archive to the program, waits for its temporary file, and does
  /// `what` to it; then prints the folder's content.
  private static let midway = """
    import os, signal, subprocess, sys, time
    what, archive, folder = sys.argv[1:4]
    content = open(archive, 'rb').read()
    child = subprocess.Popen(sys.argv[4:], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, cwd=folder)
    child.stdin.write(content[:len(content) // 2])
    child.stdin.flush()
    while not any('.partial-' in name for name in os.listdir(folder)):
        assert child.poll() is None
        time.sleep(0.01)
    if what == 'kill':
        child.send_signal(signal.SIGKILL)
    else:
        open(os.path.join(folder, 'out'), 'w').write('mine')
        child.stdin.write(content[len(content) // 2:])
    child.stdin.close()
    errors = child.stderr.read().decode()
    print(child.wait(), 'already there' in errors, *sorted(os.listdir(folder)))
    """

  private static let commands = [
    ["report", "-", "-o", "out"], ["report", "-", "--format", "json", "-o", "out"],
    ["extract", "-", "--kernel", "-o", "out"], ["extract", "-", "--kernel", "--as-tar", "out"],
    ["list", "-", "-o", "out"],
  ]

  private func run(_ what: String, _ command: [String], in scratch: Scratch) async throws
    -> [String]
  {
    let program = try #require(Program.path)
    let arguments = [what, TestArchive.leak.path, scratch.path, program] + command
    return try await Tool.python(Self.midway, arguments).split(whereSeparator: \.isWhitespace)
      .map(String.init)
  }

  @Test("a kill leaves at most a temporary file", arguments: commands)
  func killed(_ command: [String]) async throws {
    let scratch = try Scratch()
    let words = try await run("kill", command, in: scratch)
    #expect(words.first == "-9")
    #expect(words.dropFirst(2).allSatisfy { $0.hasPrefix("out.partial-") })
    #expect(words.count == 3)
  }

  @Test("a file that appears at the path meanwhile stays", arguments: commands)
  func overtaken(_ command: [String]) async throws {
    let scratch = try Scratch()
    let words = try await run("overtake", command, in: scratch)
    // A folder cannot be created in place of a file; that has another message.
    let isFolder = command.contains("extract") && command.contains("-o")
    #expect(words == ["1", isFolder ? "False" : "True", "out"])
    #expect(try scratch.text("out") == "mine")
  }

  @Test(
    "a full disk is reported and leaves nothing", arguments: commands.filter { $0.first != "list" })
  func full(_ command: [String]) async throws {
    let scratch = try Scratch()
    let program = try #require(Program.path)
    let run = try await Program.run(
      "/bin/sh", ["-c", "ulimit -f 1; exec \"$0\" \"$@\"", program] + command,
      input: TestArchive.leak.path, folder: scratch.path)
    #expect(run.status == 1)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("cannot be written"))
    #expect(try scratch.names() == [])
  }

  /// macOS has no such device; there the tests with a closed standard output and a full disk remain.
  private static let fullDevice = "/dev/full"  // Linux only

  @Test(
    "a full device is reported", .enabled(if: FileManager.default.fileExists(atPath: fullDevice)),
    arguments: ["report", "list", "batch"])
  func device(_ command: String) async throws {
    let program = try #require(Program.path)
    let run = try await Program.run(
      "/bin/sh",
      [
        "-c", "exec \"$0\" \"$@\" >\(Self.fullDevice)", program, command, TestArchive.seed.path,
      ])
    #expect(run.status == 1)
    #expect(run.errors.contains("standard output cannot be written: No space left on device"))
  }

  /// Runs the program with a standard output that nobody reads.
  private static let unread = """
    import os, subprocess, sys
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run(sys.argv[1:], stdout=writing, stderr=subprocess.PIPE)
    print(run.returncode, len(run.stderr))
    """

  @Test("a closed pipe ends the program without a message", arguments: ["report", "list", "batch"])
  func pipe(_ command: String) async throws {
    let program = try #require(Program.path)
    let words = try await Tool.python(Self.unread, [program, command, TestArchive.seed.path])
    #expect(words == "-13 0\n")
  }

  @Test("a link in the folder is not followed", arguments: [true, false])
  func link(_ dangles: Bool) async throws {
    let scratch = try Scratch()
    let victim = dangles ? scratch("victim") : try scratch.write("precious", to: "victim")
    let out = try scratch.folder("out")
    try FileManager.default.createSymbolicLink(
      atPath: out + "/zprint.txt", withDestinationPath: victim)
    let arguments = ["extract", TestArchive.seed.path, "--kernel", "-o", out]
    let refused = try await Program.run(arguments)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("zprint.txt is already there"))
    #expect(try scratch.names(in: "out") == ["zprint.txt"])
    #expect(try await Program.run(arguments + ["--force"]).status == 0)
    #expect(try scratch.text("out/zprint.txt").contains("zone name"))
    #expect(
      try scratch.names() == (dangles ? ["out"] : ["out", "victim"]))
    if !dangles { #expect(try scratch.text("victim") == "precious") }
  }

  @Test("--force replaces only files", arguments: ["folder", "fifo"])
  func special(_ kind: String) async throws {
    let scratch = try Scratch()
    if kind == "folder" {
      _ = try scratch.folder("out")
    } else {
      try await Tool.run("mkfifo", [scratch("out")])
    }
    let run = try await Program.run([TestArchive.seed.path, "--force", "-o", scratch("out")])
    #expect(run.status == 1)
    #expect(run.errors.contains("is not a file and will not be replaced"))
    #expect(try scratch.names() == ["out"])
  }

  @Test("files are readable only by their owner, for any umask", arguments: commands)
  func modes(_ command: [String]) async throws {
    let scratch = try Scratch()
    let program = try #require(Program.path)
    _ = try await Program.run(
      "/bin/sh", ["-c", "umask 0; exec \"$0\" \"$@\"", program] + command,
      input: TestArchive.seed.path, folder: scratch.path)
    let entries = FileManager.default.enumerator(atPath: scratch.path)
    let names = (entries?.allObjects as? [String] ?? [])
    #expect(!names.isEmpty)
    for name in names {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch(name))
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(name)")
    }
  }
}
