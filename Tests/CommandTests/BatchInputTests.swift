import Foundation
import Testing

@testable import TestSupport

/// Inputs of `batch` that are not archives, and inputs that change meanwhile.
struct BatchInputTests {
  @Test("FIFOs, devices, links and loops in a tree are skipped and never opened")
  func tree() async throws {
    let scratch = try Scratch()
    let folder = try scratch.folder("in")
    try FileManager.default.copyItem(atPath: TestArchive.seed.path, toPath: folder + "/a.tar.gz")
    try await Tool.run("mkfifo", [folder + "/fifo.tar.gz"])
    for (name, target) in [
      ("dangling.tar.gz", "nowhere"), ("loop.tar.gz", "loop.tar.gz"), ("up", ".."),
      ("device.tar.gz", "/dev/zero"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(name)", withDestinationPath: target)
    }
    let run = try await Program.run(["batch", folder])
    #expect(run.status == 0)
    #expect(run.outputLines.count == 1)
    #expect(run.errorLines.first == "sysbalance: note: 5 other files skipped; -v names them")
    #expect(run.errorLines.last == "sysbalance: note: 1 read, 0 failed, 5 skipped")
  }

  @Test(
    "a named input that is not an archive is an error, and the rest continues",
    arguments: [
      ("fifo", "is neither a file nor a folder"), ("/dev/zero", "is neither a file nor a folder"),
      ("dangling", "cannot be read: No such file or directory"),
      ("loop", "cannot be read: Too many levels of symbolic links"),
      ("none", "cannot be read: No such file or directory"),
      ("none-[ab]*", "no file matches"),
    ])
  func direct(_ name: String, _ words: String) async throws {
    let scratch = try Scratch()
    try await Tool.run("mkfifo", [scratch("fifo")])
    for (name, target) in [("dangling", "nowhere"), ("loop", "loop")] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch(name), withDestinationPath: target)
    }
    let path = name.hasPrefix("/") ? name : scratch(name)
    let run = try await Program.run(["batch", path, TestArchive.seed.path, "-q"])
    #expect(run.status == 5)
    #expect(run.outputLines.count == 1)
    #expect(run.errors == "sysbalance: \(path): \(words)\n")
  }

  @Test("a named link is followed; patterns are matched if the shell did not")
  func links() async throws {
    let scratch = try Scratch()
    let folder = try scratch.folder("in")
    for name in ["a1", "a2", "b1"] {
      try FileManager.default.copyItem(
        atPath: TestArchive.seed.path, toPath: "\(folder)/\(name).tar.gz")
    }
    try FileManager.default.createSymbolicLink(
      atPath: scratch("link"), withDestinationPath: folder)
    let link = try await Program.run(["batch", scratch("link"), "--format", "jsonl"])
    #expect(link.outputLines.count == 3)
    let pattern = try await Program.run(["batch", folder + "/a?.tar.gz", "--format", "jsonl"])
    #expect(
      try pattern.outputLines.map { try ReportObject($0).archive.path }
        == ["\(folder)/a1.tar.gz", "\(folder)/a2.tar.gz"])
    let overlapping = try await Program.run(["batch", folder, folder + "/a1.tar.gz"])
    #expect(overlapping.outputLines.count == 3)
  }

  @Test("paths come from a file or standard input, one per line or NUL-terminated")
  func files() async throws {
    let scratch = try Scratch()
    let (seed, leak) = (TestArchive.seed.path, TestArchive.leak.path)
    let lines = try scratch.write("\(seed)\n\n\(leak)\r\n", to: "lines")
    let nulls = try scratch.write("\(seed)\0\(leak)\0", to: "nulls")
    for arguments in [["--files-from", lines], ["--files-from", nulls, "--null"]] {
      let run = try await Program.run(["batch"] + arguments)
      #expect(run.outputLines.count == 2)
      #expect(run.status == 0)
    }
    let input = try await Program.run(["batch", "--files-from", "-"], input: lines)
    #expect(input.outputLines.count == 2)
    let missing = try await Program.run(["batch", "--files-from", scratch("none")])
    #expect(missing.status == 1)
    #expect(missing.errors.contains("the list of archives cannot be read"))
    #expect(try await Program.run(["batch"]).status == 2)
    #expect(try await Program.run(["batch", seed, "--null"]).status == 2)
  }

  @Test("CSV has a row for each archive, with the error of a broken one")
  func csv() async throws {
    let run = try await Program.run([
      "batch", TestArchive.leak.path, TestArchive.withoutMemory.path, "--format", "csv",
    ])
    let rows = run.output.split(separator: "\r\n").map(String.init)
    #expect(run.status == 5)
    #expect(rows.count == 3)
    #expect(
      rows[0].hasPrefix(
        "path,capturedAt,model,build,osVersion,kernelBytes,kernelIsLowerBound,userBytes,"))
    let truth = try TestArchive.leak.truth()
    let kernel = try #require(truth.balance.kernel?.printedBytes)
    let user = try #require(truth.balance.user?.printedBytes)
    #expect(
      rows[1].hasPrefix(
        "\(TestArchive.leak.path),2026-03-14T16:42:08+01:00,\"Mac16,5\",25D2128,26.3,\(kernel),"
          + "no,\(user),no,0."))
    #expect(rows[1].contains(",critical,complete,,,"))
    #expect(rows[2].contains(",,,,"))
    #expect(rows[2].contains("in its 9 members\","))
  }

  @Test("an archive that vanishes or changes while being read is an error and is read again")
  func changing() async throws {
    let scratch = try Scratch()
    let folder = try scratch.folder("in")
    let path = folder + "/large.tar"
    // Large enough to take a while; it is found, then modified while being read.
    try await Tool.python(
      """
      import io, sys, tarfile
      with tarfile.open(sys.argv[1], "w") as out:
          small = open(sys.argv[2], "rb").read()
          for name, data in (("sysctl.txt", b"hw.memsize: 1073741824\\n"), ("zprint.txt", small)):
              info = tarfile.TarInfo("top/" + name); info.size = len(data)
              out.addfile(info, io.BytesIO(data))
          info = tarfile.TarInfo("top/filler.log"); info.size = 600_000_000
          out.addfile(info, open("/dev/zero", "rb"))
      """,
      [path, "\(TestArchive.folder)/texts/\(TestArchive.seed.name)/zprint.txt"])
    let program = try #require(Program.path)
    let output = try await Tool.python(
      """
      import os, subprocess, sys, time
      run = subprocess.Popen([sys.argv[1], "batch", sys.argv[2], "--store", sys.argv[3]],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
      while run.poll() is None:
          os.utime(sys.argv[2])
          time.sleep(0.001)
      print(run.returncode, run.stderr.read())
      """, [program, path, scratch("s.sqlite")])
    #expect(output.hasPrefix("5 sysbalance: \(path): changed while it was read\n"))
    #expect(try await StoreDump(scratch("s.sqlite")).counts == [0, 1])
    let again = try await Program.run(["batch", path, "--store", scratch("s.sqlite")])
    #expect(again.errors.contains("1 read, 0 unchanged, 0 failed"))
    #expect(try await StoreDump(scratch("s.sqlite")).counts == [1, 0])
  }

  @Test("an archive that vanishes before it is read is named, and stored as a failure")
  func vanished() async throws {
    let scratch = try Scratch()
    let folder = try scratch.folder("in")
    let first = folder + "/a"
    try FileManager.default.copyItem(atPath: TestArchive.seed.path, toPath: folder + "/c.tar.gz")
    try FileManager.default.copyItem(atPath: TestArchive.seed.path, toPath: folder + "/b.tar.gz")
    // A FIFO is not accepted as an archive; a slow tar is read first instead.
    try await Tool.python(
      """
      import sys, tarfile
      with tarfile.open(sys.argv[1], "w") as out:
          info = tarfile.TarInfo("top/filler.log"); info.size = 600_000_000
          out.addfile(info, open("/dev/zero", "rb"))
      """, [first + ".tar"])
    let program = try #require(Program.path)
    let output = try await Tool.python(
      """
      import os, subprocess, sys, time
      folder, store = sys.argv[2:]
      run = subprocess.Popen([sys.argv[1], "batch", folder, "--jobs", "1", "--store", store],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
      while not os.path.exists(store): time.sleep(0.001)
      os.remove(folder + "/b.tar.gz")
      out, err = run.communicate()
      print(run.returncode, len(out.splitlines()), err)
      """, [program, folder, scratch("s.sqlite")])
    #expect(output.hasPrefix("5 3 "))
    #expect(output.contains("\(folder)/b.tar.gz: cannot be read"))
    #expect(try await StoreDump(scratch("s.sqlite")).counts == [1, 2])
  }
}
