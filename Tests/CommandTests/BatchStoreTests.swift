import Foundation
import Testing

@testable import TestSupport

/// `batch --store`: stored data, and archives that are not read again.
struct BatchStoreTests {
  @Test("a second run reads nothing again, names the failures again and has the same exit code")
  func again() async throws {
    let (scratch, _) = try await Self.folder()
    let first = try await Self.batch(scratch)
    #expect(first.status == 5)
    #expect(first.outputLines.count == 17)
    #expect(first.errorLines.count == 7)
    #expect(
      first.errorLines.last == "sysbalance: note: 17 read, 0 unchanged, 5 failed, 0 skipped")
    let second = try await Self.batch(scratch)
    #expect(second.status == 5)
    #expect(second.outputLines.count == 17)
    #expect(second.errorLines.dropLast() == first.errorLines.dropLast())
    #expect(
      second.errorLines.last == "sysbalance: note: 0 read, 17 unchanged, 5 failed, 0 skipped")
    #expect(try await StoreDump(scratch("s.sqlite")).counts == [12, 5])
  }

  @Test("a copied, renamed or recompressed archive is recognized; a changed one is read again")
  func identity() async throws {
    let scratch = try Scratch()
    let archives = try scratch.folder("in")
    try FileManager.default.copyItem(atPath: TestArchive.leak.path, toPath: archives + "/a.tar.gz")
    try FileManager.default.copyItem(atPath: TestArchive.leak.path, toPath: archives + "/b.tgz")
    try await Tool.python(
      "import gzip,sys; open(sys.argv[2],'wb').write(gzip.open(sys.argv[1]).read())",
      [TestArchive.leak.path, archives + "/c.tar"])
    #expect(try await Self.batch(scratch).status == 0)
    #expect(try await StoreDump(scratch("s.sqlite")).counts == [1, 0])
    try FileManager.default.removeItem(atPath: archives + "/c.tar")
    try FileManager.default.copyItem(atPath: TestArchive.seed.path, toPath: archives + "/c.tar")
    let changed = try await Self.batch(scratch)
    #expect(changed.outputLines.count == 3)
    #expect(changed.errors.contains("1 read, 2 unchanged, 0 failed"))
    #expect(try await StoreDump(scratch("s.sqlite")).counts == [2, 0])
  }

  @Test("nothing stays beside a store when a batch has ended, in whatever way")
  func files() async throws {
    let scratch = try Scratch()
    for (path, status) in [
      (TestArchive.seed.path, 0), (TestArchive.leak.path, 0), (TestArchive.withoutZprint.path, 0),
      (try scratch.write("no archive", to: "in.tar.gz"), 1),
    ] as [(String, Int32)] {
      let run = try await Program.run(["batch", path, "--store", scratch("s.sqlite"), "-q"])
      #expect(run.status == status)
      #expect(try scratch.names().filter { $0.hasPrefix("s.sqlite") } == ["s.sqlite"])
    }
  }

  @Test("a folder is read every time and stored once")
  func folder() async throws {
    let scratch = try Scratch()
    try await Tool.run(
      "tar", ["-xzf", TestArchive.seed.path, "-C", try scratch.folder("in")])
    for _ in 1...2 {
      let run = try await Self.batch(scratch)
      #expect(run.errors.contains("1 read, 0 unchanged"))
      #expect(run.status == 0)
    }
    #expect(try await StoreDump(scratch("s.sqlite")).counts == [1, 0])
  }

  @Test("two batches in parallel over the same archives give one store")
  func together() async throws {
    let (scratch, _) = try await Self.folder()
    async let one = Self.batch(scratch, store: "both.sqlite")
    async let other = Self.batch(scratch, store: "both.sqlite")
    #expect(try await [one.status, other.status] == [5, 5])
    _ = try await Self.batch(scratch, store: "alone.sqlite")
    let both = try await StoreDump(scratch("both.sqlite"))
    #expect(both == (try await StoreDump(scratch("alone.sqlite"))))
    #expect(both.integrity == "ok")
    #expect(both.counts == [12, 5])
  }

  @Test("killed at any moment, the next run continues and ends with the same store")
  func killed() async throws {
    let (scratch, _) = try await Self.folder()
    _ = try await Self.batch(scratch, store: "alone.sqlite")
    for step in 1...8 {
      let program = try #require(Program.path)
      // Ends with SIGKILL, each time a little later.
      let ending = try await Tool.python(
        """
        import subprocess, sys
        run = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try: run.wait(float(sys.argv[1]))
        except subprocess.TimeoutExpired: run.kill()
        print(run.wait())
        """,
        ["0.\(step)5", program, "batch", scratch("in"), "--store", scratch("killed.sqlite")])
      #expect(["-9\n", "5\n"].contains(ending))
    }
    #expect(try await Self.batch(scratch, store: "killed.sqlite").status == 5)
    let killed = try await StoreDump(scratch("killed.sqlite"))
    #expect(killed == (try await StoreDump(scratch("alone.sqlite"))))
    #expect(killed.integrity == "ok")
  }

  @Test("--fail-on includes unchanged archives")
  func failOn() async throws {
    let (scratch, _) = try await Self.folder()
    for _ in 1...2 {
      let run = try await Self.batch(scratch, ["--fail-on", "critical"])
      #expect(run.status == 3)
    }
  }

  @Test("--store and --fast exclude each other")
  func fast() async throws {
    let scratch = try Scratch()
    let run = try await Program.run([
      "batch", TestArchive.folder, "--fast", "--store", scratch("s.sqlite"),
    ])
    #expect(run.status == 2)
    #expect(run.errors.contains("--store needs whole archives"))
    #expect(try scratch.names().isEmpty)
  }

  /// A folder of 12 intact archives and 5 broken ones.
  private static func folder() async throws -> (Scratch, [String]) {
    let scratch = try Scratch()
    let folder = try scratch.folder("in")
    let series = ["series-leak", "series-reboot"].flatMap { name in
      (1...6).map { "\(name)/\($0)" }
    }
    for (number, name) in series.enumerated() {
      try FileManager.default.copyItem(
        atPath: "\(TestArchive.folder)/\(name).tar.gz", toPath: "\(folder)/\(10 + number).tar.gz")
    }
    let whole = try Data(contentsOf: URL(fileURLWithPath: TestArchive.withoutZprint.path))
    for number in 1...5 {
      let broken = number == 1 ? Data("no archive".utf8) : whole.prefix(number * 20)
      try broken.write(to: URL(fileURLWithPath: "\(folder)/broken\(number).tar.gz"))
    }
    return (scratch, series)
  }

  private static func batch(
    _ scratch: Scratch, _ more: [String] = [], store: String = "s.sqlite"
  ) async throws -> Program.Run {
    try await Program.run(["batch", scratch("in"), "--store", scratch(store)] + more)
  }
}
