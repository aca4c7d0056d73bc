import Foundation
import Testing

@testable import TestSupport

/// Stores that cannot be written, and interrupted batches.
struct StoreTroubleTests {
  @Test("a file that is not a store stops the batch before it reads")
  func text() async throws {
    let scratch = try Scratch()
    let path = try scratch.write("notes that are no store of anything\n", to: "s.sqlite")
    let run = try await Program.run(["batch", TestArchive.folder, "--store", path, "-q"])
    #expect(run.status == 1)
    #expect(run.outputBytes.isEmpty)
    #expect(run.errors == "sysbalance: \(path): is not a store of snapshots\n")
    #expect(try scratch.text("s.sqlite") == "notes that are no store of anything\n")
    let folder = try await Program.run(["batch", TestArchive.folder, "--store", scratch.path, "-q"])
    #expect(folder.errors == "sysbalance: \(scratch.path): is not a store of snapshots\n")
    let nowhere = scratch("none/s.sqlite")
    let none = try await Program.run(["batch", TestArchive.folder, "--store", nowhere, "-q"])
    #expect(none.status == 1)
    #expect(none.errors.contains("\(nowhere): the store cannot be used (it cannot be made"))
  }

  @Test("a store that cannot grow stops the batch and keeps its content")
  func full() async throws {
    let scratch = try Scratch()
    let store = scratch("s.sqlite")
    let first = try await Program.run(["batch", TestArchive.seed.path, "--store", store, "-q"])
    #expect(first.status == 0)
    // Half a MiB is less than needed; neither the store nor its log can be larger.
    let program = try #require(Program.path)
    let run = try await Program.run(
      "/bin/bash",
      [
        "-c", "ulimit -f 512; exec \"$0\" \"$@\"", program, "batch", TestArchive.folder, "--store",
        store, "--jobs", "1",
      ])
    #expect(run.status == 1)
    #expect(run.errorLines.last?.hasPrefix("sysbalance: \(store): the store cannot grow") == true)
    #expect(run.errors.contains("archives not stored: "))
    let dump = try await StoreDump(store)
    #expect(dump.integrity == "ok")
    #expect((dump.counts.first ?? 0) >= 1)
    let rest = try await Program.run(["batch", TestArchive.folder, "--store", store, "-q"])
    #expect(rest.status == 5)
    // All 40 archives differ, and one has no memory section.
    #expect(try await StoreDump(store).counts == [39, 1])
  }

  @Test("a store locked by another program is an error after a while, not a hang")
  func locked() async throws {
    let scratch = try Scratch()
    let store = scratch("s.sqlite")
    _ = try await Program.run(["batch", TestArchive.seed.path, "--store", store, "-q"])
    let program = try #require(Program.path)
    let output = try await Tool.python(
      """
      import sqlite3, subprocess, sys
      lock = sqlite3.connect(sys.argv[2], isolation_level=None)
      lock.execute("BEGIN EXCLUSIVE")
      run = subprocess.run([sys.argv[1], "batch", sys.argv[3], "--store", sys.argv[2], "-q"],
                           capture_output=True, text=True)
      print(run.returncode, run.stderr)
      """, [program, store, TestArchive.leak.path])
    #expect(output == "1 sysbalance: \(store): the store is locked by another program\n\n")
  }

  @Test("a read-only store can be read, but not extended")
  func readOnly() async throws {
    let scratch = try Scratch()
    let folder = try scratch.folder("kept")
    let store = folder + "/s.sqlite"
    _ = try await Program.run(["batch", TestArchive.seed.path, "--store", store, "-q"])
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: store)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    let list = try await Self.runUnprivileged(["store", "list", store])
    #expect(list.hasPrefix("0 "), "\(list)")
    #expect(list.contains("MacBookPro10,2 booted 1382900045"))
    let batch = try await Self.runUnprivileged([
      "batch", TestArchive.leak.path, "--store", store, "-q",
    ])
    #expect(batch.hasPrefix("1 "))
    #expect(batch.contains("\(store): the store may not be written to"))
    #expect(try scratch.names(in: "kept") == ["s.sqlite"])
  }

  @Test(
    "SIGINT and SIGTERM finish current archives and name the rest", arguments: [2, 15])
  func interrupted(_ signal: Int32) async throws {
    let scratch = try Scratch()
    let store = scratch("s.sqlite")
    let program = try #require(Program.path)
    let output = try await Tool.python(
      """
      import signal, sqlite3, subprocess, sys
      program, folder, store, number = sys.argv[1:]
      # What started the tests may block or ignore signals, which would be passed on.
      signal.pthread_sigmask(signal.SIG_SETMASK, [])
      for each in (2, 15): signal.signal(each, signal.SIG_DFL)
      run = subprocess.Popen([program, "batch", folder, "--store", store, "--jobs", "1"],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
      # With the first line a first archive is done, and the next one is being read.
      first = run.stdout.readline()
      run.send_signal(int(number))
      # communicate() would lose what readline() has buffered.
      out, err = run.stdout.read(), run.stderr.read()
      run.wait()
      stored = sqlite3.connect(store).execute("SELECT count(*) FROM archive_file").fetchone()[0]
      print(run.returncode, stored, 1 + len(out.splitlines()), err)
      """, [program, TestArchive.folder, store, String(signal)])
    let words = output.split(separator: " ").prefix(3).compactMap { Int($0) }
    #expect(words.first == 128 + Int(signal))
    #expect(words[1] == words[2])
    #expect(words[1] >= 1 && words[1] < 40)
    let rest = 40 - words[1]
    #expect(output.contains("\(rest) \(rest == 1 ? "archive" : "archives") not read: "))
    let second = try await Program.run(["batch", TestArchive.folder, "--store", store])
    // Lines of unchanged archives come from the store.
    #expect(second.outputLines.count == 40)
    #expect(second.status == 5)
    #expect(try await StoreDump(store).integrity == "ok")
  }

  /// Runs the program as an unprivileged user: root ignores permissions.
  ///
  /// Returns the exit code and all output.
  private static func runUnprivileged(_ arguments: [String]) async throws -> String {
    let program = try #require(Program.path)
    return try await Tool.python(
      """
      import os, subprocess, sys
      def drop():
          if os.getuid() == 0:
              os.setgid(65534); os.setuid(65534)
      run = subprocess.run(sys.argv[1:], capture_output=True, text=True, preexec_fn=drop)
      print(run.returncode, run.stdout + run.stderr)
      """, [program] + arguments)
  }
}
