import Foundation
import Testing

@testable import TestSupport

/// Signals that ask the program to end leave nothing unfinished behind.
struct SignalTests {
  /// Starts a command that cannot end: its standard input stays open.
  ///
  /// Sends a signal as soon as the
  /// command has made a temporary file, or has had time to.
  private static let signal = """
    import os, signal, subprocess, sys, time
    folder, number, expected, archive = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
    # What started the tests may block or ignore signals, which would be passed on.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    for each in (1, 2, 15): signal.signal(each, signal.SIG_DFL)
    run = subprocess.Popen(sys.argv[5:], cwd=folder, stdin=subprocess.PIPE,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    run.stdin.write(open(archive, 'rb').read()[:2000])
    run.stdin.flush()
    end = time.time() + 60
    while time.time() < end and run.poll() is None:
        if any(expected in name for name in os.listdir(folder)): break
        time.sleep(0.02)
    else:
        sys.exit('no temporary file')
    run.send_signal(number)
    print(run.wait(), *os.listdir(folder))
    """

  static let commands = [
    ["report", "-", "-o", "out.txt"], ["report", "-", "--format", "json", "-o", "out.json"],
    ["list", "-", "-o", "list.txt"], ["extract", "-", "--kernel", "-o", "out"],
    ["extract", "-", "--kernel", "--as-tar", "out.tar.gz"],
    ["compare", "-", "-", "-o", "out.txt"],
  ]

  @Test("no command leaves a partial file", arguments: commands, [2, 15, 1])
  func noPartialFile(_ command: [String], _ number: Int) async throws {
    let scratch = try Scratch()
    let program = try #require(Program.path)
    let printed = try await Tool.python(
      Self.signal,
      [scratch.path, "\(number)", ".partial-", TestArchive.seed.path, program] + command)
    #expect(printed == "\(128 + number)\n")
  }

  @Test("a signal that is ignored stays ignored, as nohup asks")
  func ignored() async throws {
    let scratch = try Scratch()
    let program = try #require(Program.path)
    let run = try await Program.run(
      "/bin/sh",
      [
        "-c", "trap '' HUP; \"$@\" & child=$!; sleep 1; kill -HUP $child; wait $child", "sh",
        program,
        "batch", TestArchive.folder, "-q", "-o", scratch("out.txt"),
      ])
    #expect(run.status == 5)
    #expect(try scratch.names() == ["out.txt"])
  }
}
