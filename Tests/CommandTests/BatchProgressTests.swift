import Foundation
import Testing

/// The progress of a batch, which only a terminal sees.
struct BatchProgressTests {
  @Test("on a terminal a line says how far it is, and goes away at the end")
  func terminal() async throws {
    let shown = try await Self.standardError([])
    #expect(shown.contains("of 37 archives"))
    #expect(shown.contains(" MB/s  about "))
    // Each line takes the place of the one before, and the last one is taken away.
    #expect(shown.hasSuffix("\r\u{1B}[K"))
    #expect(shown.contains("\r\u{1B}[Ksysbalance: \(TestArchive.truncated.path): "))
  }

  @Test("--quiet shows none of it")
  func quiet() async throws {
    let shown = try await Self.standardError(["-q"])
    #expect(!shown.contains("archives"))
    #expect(!shown.contains("\u{1B}"))
  }

  @Test("where standard error is no terminal there are whole lines only")
  func file() async throws {
    let run = try await Program.run(["batch", TestArchive.folder])
    #expect(!run.errors.contains("\r"))
    #expect(!run.errors.contains("\u{1B}"))
  }

  /// What a terminal that is the program's standard error is given.
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
