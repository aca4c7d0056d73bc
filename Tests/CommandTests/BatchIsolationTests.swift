import Foundation
import Testing

@testable import TestSupport

/// A batch goes on, whatever one of its archives does.
struct BatchIsolationTests {
  @Test("100 archives with 10 bad ones: 90 rows, 10 names; the store does not read them again")
  func hundred() async throws {
    let scratch = try await HostileFolder.with(sound: 90, slow: 1, large: 1)
    try await Tool.python(
      HostileFolder.breaker,
      [
        scratch("in"), "\(TestArchive.folder)/series-leak/1.tar.gz",
        "\(TestArchive.folder)/no-memory-section.tar.gz",
      ])
    let batch = [
      "batch", scratch("in"), "--store", scratch("s.sqlite"), "--format", "jsonl", "--max-memory",
      "55MiB", "--timeout", "10s",
    ]
    let first = try await Program.run(batch)
    #expect(first.status == 5)
    #expect(try Self.soundRows(first) == 90)
    #expect(try Self.codes(first, of: "slow0") == ["timeLimit"])
    #expect(try Self.codes(first, of: "large0") == ["memoryLimit"])
    let bad = [
      "cut", "damaged", "empty", "flipped", "header", "large0", "nothing", "size", "slow0", "text",
    ]
    #expect(Self.named(first) == Set(bad))
    let second = try await Program.run(batch)
    #expect(second.status == 5)
    // The rows come from the store.
    #expect(try Self.soundRows(second) == 90)
    #expect(Self.named(second) == Set(bad))
    #expect(second.errorLines.last?.contains("0 read, 100 unchanged") == true)
    let retried = try await Program.run(batch + ["--retry-failed"])
    #expect(retried.status == 5)
    #expect(try Self.soundRows(retried) == 90)
    #expect(Self.named(retried) == Set(bad))
  }

  private static func soundRows(_ run: Program.Run) throws -> Int {
    try run.outputLines.map { try ReportObject($0) }.count {
      $0.scan.outcome == "complete" && $0.section("zprint")?.member != nil
    }
  }

  /// The names of the archives that messages are about, without their ending.
  private static func named(_ run: Program.Run) -> Set<String> {
    let ending = ".tar.gz: "
    let names = run.errorLines.filter { $0.contains(ending) }.compactMap { line in
      line.components(separatedBy: ending)[0].split(separator: "/").last.map(String.init)
    }
    return Set(names)
  }

  private static func codes(_ run: Program.Run, of name: String) throws -> [String] {
    try run.outputLines.filter { $0.contains("/\(name).tar.gz") }
      .flatMap { try ReportObject($0).scan.problems.map(\.code) }
  }

  @Test("an archive that failed is read again when the user says so")
  func retry() async throws {
    let scratch = try await HostileFolder.with(sound: 1, slow: 0, large: 1)
    let batch = ["batch", scratch("in"), "--store", scratch("s.sqlite")]
    let first = try await Program.run(batch + ["--max-memory", "55MiB"])
    #expect(first.errorLines.last?.contains("2 read, 0 unchanged, 1 failed") == true)
    let second = try await Program.run(batch + ["--retry-failed"])
    #expect(second.errorLines.last?.contains("1 read, 1 unchanged, 0 failed") == true)
    #expect(second.status == 0)
  }

  /// Python that starts a program and knows its children: those that have been reading for a while.
  private static let children = """
    import os, signal, sqlite3, subprocess, sys, time
    def seconds(used):
        return sum(float(part) * 60 ** place for place, part in enumerate(reversed(used.split(':'))))
    def children(parent):
        command = ['ps', '-axo', 'pid=,ppid=,time=,args=']
        listed = subprocess.run(command, capture_output=True, text=True).stdout
        rows = [line.split(None, 3) for line in listed.splitlines()]
        return [int(row[0]) for row in rows if len(row) > 3 and int(row[1]) == parent
                and '--worker' in row[3] and seconds(row[2]) >= 2]

    """

  @Test("an archive whose reader is ended by a signal is named, and the rest goes on")
  func crash() async throws {
    let scratch = try await HostileFolder.with(sound: 4, slow: 1, large: 0)
    try FileManager.default.moveItem(
      atPath: scratch("in/slow0.tar.gz"), toPath: scratch("in/0.tar.gz"))
    let program = try #require(Program.path)
    // The first end may be no fault of the archive; it is read again, and blamed for the second.
    let run = try await Program.run(
      "/usr/bin/env",
      [
        "python3", "-c",
        Self.children + """
          run, killed = subprocess.Popen(sys.argv[1:]), []
          while len(killed) < 2 and run.poll() is None:
              for child in children(run.pid):
                  if child not in killed:
                      os.kill(child, signal.SIGKILL)
                      killed.append(child)
              time.sleep(0.1)
          sys.exit(run.wait())
          """, program, "batch", scratch("in"), "--jobs", "1",
      ])
    #expect(run.status == 5)
    #expect(run.errorLines.count { $0.contains(".tar.gz") } == 1)
    #expect(
      run.errors.contains(
        "in/0.tar.gz: the process that read it has failed (was ended by signal 9 (Killed"))
    #expect(run.outputLines.count == 5)
    #expect(run.outputLines.count { $0.contains("kernel unknown") } == 1)
  }

  @Test("the time that a store takes is not the time of the archive that comes next")
  func slowStore() async throws {
    let scratch = try Scratch()
    let store = scratch("s.sqlite")
    try FileManager.default.createDirectory(
      atPath: scratch("in"), withIntermediateDirectories: false)
    _ = try await Program.run(["batch", TestArchive.seed.path, "--store", store])
    // A snapshot takes four seconds to write: SQLite counts meanwhile. Of copies, one is written.
    _ = try await Tool.python(
      """
      import shutil, sqlite3, sys, time
      store, archive, folder = sys.argv[1:]
      for number in range(40):
          shutil.copy(archive, f'{folder}/{number}.tar.gz')
      count = ('WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < %d) '
               "SELECT 'counted ' || max(n) FROM count")
      start = time.monotonic()
      sqlite3.connect(':memory:').execute(count % 1000000).fetchall()
      limit = 4 / (time.monotonic() - start) * 1000000
      with sqlite3.connect(store) as store:
          store.execute('PRAGMA foreign_keys = ON')
          store.execute('DELETE FROM snapshot')
          store.execute('CREATE TRIGGER slow AFTER INSERT ON snapshot BEGIN '
                        f'INSERT INTO name (text) {count % limit}; END')
      """, [store, TestArchive.seed.path, scratch("in")])
    let run = try await Program.run([
      "batch", scratch("in"), "--store", store, "--timeout", "2s", "--jobs", "1",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.outputLines.count == 40)
    #expect(run.errorLines.last?.contains("40 read") == true)
  }

  @Test("a batch that is killed leaves no reader behind, and a note of what it was reading")
  func killed() async throws {
    let scratch = try await HostileFolder.with(sound: 1, slow: 1, large: 0)
    let program = try #require(Program.path)
    let (left, noted) = try await Self.kill(program, scratch)
    #expect(left == "0")
    #expect(noted == "slow0.tar.gz")
    let next = try await Program.run([
      "batch", scratch("in"), "--store", scratch("s.sqlite"), "--timeout", "2s",
    ])
    #expect(next.errorLines.last?.contains("1 read, 1 unchanged, 1 failed") == true)
  }

  /// Kills a batch when it has kept the sound archive and reads the slow one.
  ///
  /// - Returns: how many readers are left, and the archives that the store notes.
  private static func kill(
    _ program: String, _ scratch: Scratch
  ) async throws -> (left: Substring, noted: Substring) {
    let printed = try await Tool.python(
      children + """
        def noted():
            try:
                with sqlite3.connect(f'file:{sys.argv[1]}?mode=ro', uri=True) as store:
                    query = "SELECT path FROM archive_file WHERE outcome = 'begun'"
                    return [row[0].split('/')[-1] for row in store.execute(query)]
            except sqlite3.OperationalError:
                return []
        run = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not (noted() == ['slow0.tar.gz'] and children(run.pid)) and run.poll() is None:
            time.sleep(0.1)
        readers = children(run.pid)
        run.kill()
        run.wait()
        def alive(reader):
            try: os.kill(reader, 0)
            except OSError: return False
            return True
        end = time.time() + 10
        while any(map(alive, readers)) and time.time() < end:
            time.sleep(0.05)
        print(sum(map(alive, readers)) if readers else 'none', *noted())
        """,
      [
        scratch("s.sqlite"), program, "batch", scratch("in"), "--store", scratch("s.sqlite"),
        "--jobs", "1",
      ])
    let words = printed.split(whereSeparator: \.isWhitespace)
    return (words.first ?? "", words.dropFirst().joined(separator: " ")[...])
  }
}
