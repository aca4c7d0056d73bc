import Foundation
import Testing

@testable import TestSupport

/// A batch goes on, whatever one of its archives does.
struct BatchIsolationTests {
  /// Writes archives that are slow, and archives that need much memory.
  ///
  /// Slow: a text of 6 GiB, one deflated MiB repeated. Large: a footprint of as many rows as are kept.
  private static let maker = """
    import gzip, io, sys, tarfile, zlib
    folder, slow, large = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    lines = ''.join(f'a.zone.{n} 24 junk {n}K 3 4 5 6\\n' for n in range(16)).encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress((lines * (1 << 12))[:1 << 20]) + packer.flush(zlib.Z_FULL_FLUSH)
    member = tarfile.TarInfo('top/zprint.txt')
    member.size = 6 << 30
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = packer.compress(member.tobuf(tarfile.GNU_FORMAT)) + packer.flush(zlib.Z_FULL_FLUSH)
    for number in range(slow):
        with open(f'{folder}/slow{number}.tar.gz', 'wb') as file:
            file.write(b'\\x1f\\x8b\\x08' + bytes(6) + b'\\xff' + head)
            for _ in range(6 << 10):
                file.write(block)
    rule = '=' * 70 + '\\n'
    head = 'app [9]: 64-bit    Footprint: 9000 MB (16384 bytes per page)\\n'
    table = '  Dirty      Clean  Reclaimable    Regions    Category\\n'
    rows = ''.join(f'{n % 999} KB       0 B          0 B          1    a category of its own, number {n:09}\\n'
                   for n in range(190_000))
    text = (rule + head + rule + table + rows).encode()
    member = tarfile.TarInfo('top/footprint-all.txt')
    member.size = len(text)
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode='w') as tar:
        tar.addfile(member, io.BytesIO(text))
    packed = gzip.compress(content.getvalue(), 1)
    for number in range(large):
        open(f'{folder}/large{number}.tar.gz', 'wb').write(packed)
    """

  /// Writes eight archives that are damaged or hold nothing, each in its own way.
  private static let breaker = """
    import gzip, sys, tarfile
    folder, path, nothing = sys.argv[1:]
    sound = open(path, 'rb').read()
    def entry(name, size, kind=b'0'):
        member = tarfile.TarInfo(name)
        member.size, member.type = size, kind
        return member.tobuf(tarfile.GNU_FORMAT)
    middle = len(sound) // 2
    kinds = {
        'cut': sound[:middle], 'damaged': sound[:10] + b'\\xff' * 200, 'empty': b'',
        'flipped': sound[:middle] + bytes([sound[middle] ^ 16]) + sound[middle + 1:],
        'header': gzip.compress(entry('x', 1 << 40, b'x') + bytes(1 << 20)),
        'nothing': open(nothing, 'rb').read(), 'text': b'no archive',
        'size': gzip.compress(entry('top/zprint.txt', 1 << 34) + b'a' * 4096),
    }
    for kind, content in kinds.items():
        open(f'{folder}/{kind}.tar.gz', 'wb').write(content)
    """

  /// A folder with copies of small sound archives, and with hostile ones among them.
  private static func folder(sound: Int, slow: Int, large: Int) async throws -> Scratch {
    let scratch = try Scratch()
    let folder = try scratch.folder("in")
    let series = (1...6).map { "\(TestArchive.folder)/series-leak/\($0).tar.gz" }
    for number in 0..<sound {
      try FileManager.default.copyItem(
        atPath: series[number % series.count], toPath: "\(folder)/\(100 + number).tar.gz")
    }
    try await Tool.python(maker, [folder, "\(slow)", "\(large)"])
    return scratch
  }

  @Test("100 archives with 10 bad ones: 90 rows, 10 names; the store does not read them again")
  func hundred() async throws {
    let scratch = try await Self.folder(sound: 90, slow: 1, large: 1)
    try await Tool.python(
      Self.breaker,
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
    let scratch = try await Self.folder(sound: 1, slow: 0, large: 1)
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
    let scratch = try await Self.folder(sound: 4, slow: 1, large: 0)
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
    let scratch = try await Self.folder(sound: 1, slow: 1, large: 0)
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

  @Test("report gives an archive up, too, and says so in JSON")
  func report() async throws {
    let scratch = try await Self.folder(sound: 0, slow: 1, large: 0)
    let run = try await Program.run(
      ["report", scratch("in/slow0.tar.gz"), "--timeout", "1s", "--format", "json"])
    #expect(run.status == 1)
    #expect(run.errorLines.count == 1)
    #expect(try ReportObject(run.outputBytes).scan.problems.map(\.code) == ["timeLimit"])
    let stream = try await Program.run(
      ["report", "-", "--name", "s3://bucket/key", "--timeout", "1s", "--format", "json"],
      input: scratch("in/slow0.tar.gz"))
    #expect(stream.status == 1)
    #expect(stream.errors.hasPrefix("sysbalance: s3://bucket/key: reading took longer"))
    #expect(try ReportObject(stream.outputBytes).archive.path == "s3://bucket/key")
  }

  @Test(
    "a time is a number of seconds, or has a unit", arguments: ["0", "25h", "5 min", "-1", "x"])
  func times(_ text: String) async throws {
    let run = try await Program.run(["batch", TestArchive.seed.path, "--timeout=\(text)"])
    #expect(run.status == 2)
    #expect(run.errors.contains("--timeout takes a time from 1s to 24h"))
  }
}
