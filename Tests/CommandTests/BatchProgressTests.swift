import Foundation
import Testing

@testable import TestSupport

/// The progress of a batch, shown only on a terminal.
struct BatchProgressTests {
  @Test("on a terminal one line shows the progress and disappears at the end")
  func terminal() async throws {
    let shown = try await Self.standardError([])
    #expect(shown.contains("of 40 archives"))
    #expect(shown.contains(" MB/s  about "))
    // Each line overwrites the one before, and the last one is erased before the summary.
    let lines = shown.components(separatedBy: "\r\u{1B}[K")
    #expect(lines.last?.contains("of 40 archives") == false)
    #expect(lines.last?.contains("40 read") == true)
    #expect(shown.contains("\r\u{1B}[Ksysbalance: \(TestArchive.truncated.path): "))
  }

  @Test("--quiet shows no progress")
  func quiet() async throws {
    let shown = try await Self.standardError(["-q"])
    #expect(!shown.contains("archives"))
    #expect(!shown.contains("\u{1B}"))
  }

  @Test("if standard error is not a terminal there are only whole lines")
  func file() async throws {
    let run = try await ShippedBatch.text()
    #expect(!run.errors.contains("\r"))
    #expect(!run.errors.contains("\u{1B}"))
  }

  /// The standard error of the program on a terminal.
  private static func standardError(_ more: [String]) async throws -> String {
    let program = try #require(Program.path)
    return try await Tool.python(
      """
      import os, pty, subprocess, sys
      terminal, other = pty.openpty()
      run = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=other)
      os.close(other)
      shown = b""
      while True:
          try: data = os.read(terminal, 4096)
          except OSError: break
          if not data: break
          shown += data
      run.wait()
      sys.stdout.buffer.write(shown.replace(b"\\r\\n", b"\\n"))
      """, [program, "batch", TestArchive.folder] + more)
  }
}
