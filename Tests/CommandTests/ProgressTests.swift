import Foundation
import Testing

@testable import TestSupport

/// The line that shows progress on a terminal.
struct ProgressTests {
  @Test("a batch shows a line on a terminal, which disappears at the end")
  func batch() async throws {
    let shown = try await Self.shown(["batch", TestArchive.folder])
    #expect(shown.contains("of 40 archives"))
    #expect(shown.contains(" MB/s  about "))
    // Each line overwrites the one before, and the last one is erased before the summary.
    let lines = shown.components(separatedBy: Self.erasing)
    #expect(lines.last?.contains("of 40 archives") == false)
    #expect(lines.last?.contains("40 read") == true)
    #expect(shown.contains("\(Self.erasing)sysbalance: \(TestArchive.truncated.path): "))
  }

  /// A stream of 4 MB that pauses for longer than a second in its middle.
  private static let size = 4 << 20

  @Test(
    "an archive that takes longer than a second shows a line",
    arguments: [["report", "-"], ["list", "-"], ["extract", "-", "--kernel", "-o", "OUT"]])
  func archive(_ arguments: [String]) async throws {
    let scratch = try Scratch()
    let place = arguments.map { $0 == "OUT" ? scratch("out") : $0 }
    let shown = try await Self.shown(place, streamBytes: Self.size)
    let lines = shown.components(separatedBy: Self.erasing)
    // A pipe has no size: how much is read, and how fast.
    let line = try #require(lines.first { $0.contains(" MB read") })
    #expect(line.contains(#/^[0-9]+ MB read  [0-9.]+ MB/s$/#))
    #expect(lines.last?.contains("MB read") == false)
  }

  @Test("where the size is known the time left is shown")
  func timeLeft() async throws {
    let shown = try await Self.shown(
      ["report", "-", "--expect-bytes", "\(Self.size)"], streamBytes: Self.size)
    #expect(shown.contains(#/[0-9] of 4 MB read  [0-9.]+ MB/s  about 0:[0-9][0-9] left/#))
  }

  @Test("a quick archive, --quiet and a file show nothing")
  func nothing() async throws {
    for arguments in [
      ["report", TestArchive.leak.path], ["batch", "-q", TestArchive.folder],
    ] {
      let shown = try await Self.shown(arguments)
      #expect(!shown.contains("\u{1B}"))
      #expect(!shown.contains("archives") && !shown.contains("MB read"))
    }
    let quiet = try await Self.shown(["report", "-", "-q"], streamBytes: Self.size)
    #expect(quiet.isEmpty)
    let run = try await ShippedBatch.text()
    #expect(!run.errors.contains("\r"))
    #expect(!run.errors.contains("\u{1B}"))
  }

  private static let erasing = "\r\u{1B}[K"

  /// What the program writes to standard error when that is a terminal.
  ///
  /// - Parameters:
  ///   - arguments: the program's arguments.
  ///   - streamBytes: the size of a tar on standard input, whose second half comes late; nil for no input.
  /// - Returns: the text, with its control characters.
  /// - Throws: `Tool.Failure` when Python cannot run the program.
  private static func shown(_ arguments: [String], streamBytes: Int? = nil) async throws -> String {
    let program = try #require(Program.path)
    let zprint = TestArchive.folder + "/texts/macos-26-zone-leak/zprint.txt"
    return try await Tool.python(
      """
      import io, os, pty, subprocess, sys, tarfile, threading, time
      size, zprint, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
      data = b""
      if size:
          whole = io.BytesIO()
          with tarfile.open(fileobj=whole, mode="w", format=tarfile.USTAR_FORMAT) as tar:
              tar.add(zprint, "top/zprint.txt")
              filler = tarfile.TarInfo("top/filler.bin")
              filler.size = size - whole.tell() - 2048
              tar.addfile(filler, io.BytesIO(bytes(filler.size)))
          data = whole.getvalue()[:size]
      terminal, other = pty.openpty()
      run = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=other)
      os.close(other)
      def feed():
          run.stdin.write(data[:size // 2])
          run.stdin.flush()
          if data: time.sleep(1.3)
          run.stdin.write(data[size // 2:])
          run.stdin.close()
      feeder = threading.Thread(target=feed)
      feeder.start()
      shown = b""
      while True:
          try: got = os.read(terminal, 4096)
          except OSError: break
          if not got: break
          shown += got
      feeder.join()
      run.wait()
      sys.stdout.buffer.write(shown.replace(b"\\r\\n", b"\\n"))
      """, [String(streamBytes ?? 0), zprint, program] + arguments)
  }
}
