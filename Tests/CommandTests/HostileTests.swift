import Foundation
import Testing

@testable import TestSupport

/// Malicious archives.
struct HostileTests {
  /// Writes a tar with one zprint member in a folder of a given name, and a member with terminal
  /// escapes in its rows.
  private static let maker = """
    import io, sys, tarfile
    path, folder = sys.argv[1], sys.argv[2]
    text = open(sys.argv[3], 'rb').read()
    with tarfile.open(path, 'w:gz', format=tarfile.PAX_FORMAT) as tar:
        for name, content in [('zprint.txt', text), ('kextstat.txt', b'nothing\\x1b[2J\\n' * 3)]:
            member = tarfile.TarInfo(folder + '/' + name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    """

  static let folders = [
    "red\u{1B}[31mfolder", "bell\u{7}", "line\nsysbalance: forged", "bidi\u{202E}txt.exe",
    "\u{9B}31mfolder", "\u{2028}folder",
  ]

  @Test("no control character in a member's name reaches the terminal", arguments: folders)
  func escapes(_ folder: String) async throws {
    let scratch = try Scratch()
    let zprint = "\(TestArchive.folder)/texts/osx-10.8-seed/zprint.txt"
    let archive = scratch("hostile.tar.gz")
    try await Tool.python(Self.maker, [archive, folder, zprint])
    for arguments in [
      [archive], ["list", archive], ["batch", archive], ["report", "-v", archive],
    ] {
      let run = try await Program.run(arguments)
      for text in [run.output, run.errors] {
        #expect(!text.contains(folder), "\(arguments)")
        let unsafe = text.unicodeScalars.filter { scalar in
          scalar != "\n"
            && [.control, .format, .lineSeparator].contains(
              scalar.properties.generalCategory)
        }
        #expect(unsafe.isEmpty, "\(arguments)")
      }
    }
  }

  @Test("the name is still shown, with its escapes as numbers")
  func escapesAreShown() async throws {
    let scratch = try Scratch()
    let zprint = "\(TestArchive.folder)/texts/osx-10.8-seed/zprint.txt"
    let archive = scratch("hostile.tar.gz")
    try await Tool.python(Self.maker, [archive, "red\u{1B}[31mfolder", zprint])
    let run = try await Program.run(["list", archive])
    #expect(run.output.contains("red\\u{1b}[31mfolder/zprint.txt\n"))
  }

  @Test(
    "names that leave the folder do not lead an extraction out of it",
    arguments: [
      "../../escape", "a/../../../escape", "/",
    ])
  func traversal(_ folder: String) async throws {
    let scratch = try Scratch()
    let zprint = "\(TestArchive.folder)/texts/osx-10.8-seed/zprint.txt"
    let target = folder == "/" ? scratch("escape") : folder
    try await Tool.python(Self.maker, [scratch("hostile.tar.gz"), target, zprint])
    let out = try scratch.folder("deep/deeper") + "/out"
    _ = try await Program.run(["extract", scratch("hostile.tar.gz"), "--kernel", "-o", out])
    #expect(try scratch.names() == ["deep", "hostile.tar.gz"])
    #expect(try scratch.names(in: "deep") == ["deeper"])
    #expect(try scratch.names(in: "deep/deeper") == ["out"])
    #expect(
      try scratch.names(in: "deep/deeper/out") == ["kextstat.txt", "manifest.json", "zprint.txt"])
  }

  /// Writes 2 GiB of zeros as one member: one deflated MiB, fully flushed, repeated.
  private static let bombMaker = """
    import struct, sys, tarfile, zlib
    mib, count = bytes(1 << 20), 2048
    member = tarfile.TarInfo('top/zprint.txt')
    member.size = count << 20
    head = member.tobuf(tarfile.GNU_FORMAT)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(mib) + packer.flush(zlib.Z_FULL_FLUSH)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    last = packer.compress(bytes(1024)) + packer.flush()
    crc = zlib.crc32(head)
    for _ in range(count):
        crc = zlib.crc32(mib, crc)
    crc = zlib.crc32(bytes(1024), crc)
    with open(sys.argv[1], 'wb') as file:
        file.write(b'\\x1f\\x8b\\x08' + bytes(6) + b'\\xff' + first)
        for _ in range(count):
            file.write(block)
        file.write(last + struct.pack('<II', crc, (len(head) + (count << 20) + 1024) & 0xffffffff))
    """

  /// A folder with the bomb.
  private static let bombs = Shared {
    let scratch = try Scratch()
    try await Tool.python(bombMaker, [scratch("bomb.tar.gz")])
    return scratch
  }

  @Test(
    "2 GiB of zeros in 2 MB end soon, in little memory", .timeLimit(.minutes(10)),
    arguments: [
      ["report"], ["list"], ["batch"], ["extract", "--kernel", "-o", "out"],
    ])
  func bomb(_ command: [String]) async throws {
    let scratch = try Scratch()
    let bombs = try await Self.bombs.get()
    let archive = bombs("bomb.tar.gz")
    let size = try Data(contentsOf: URL(fileURLWithPath: archive)).count
    #expect(size > 1 << 20 && size < 4 << 20)
    let run = try await PeakMemory([command[0], archive] + command.dropFirst(), in: scratch)
    #expect([1, 5].contains(run.status))
    #expect(run.peak < 64 << 20)
  }

  @Test("with a higher ratio all of them are read", .timeLimit(.minutes(10)))
  func raisedRatio() async throws {
    let bombs = try await Self.bombs.get()
    let archive = bombs("bomb.tar.gz")
    let run = try await Program.run(["list", archive])
    #expect(run.status == 5)
    #expect(run.errors.contains("over the limit of 200 to 1; --max-ratio raises it"))
    let raised = try await Program.run(["list", archive, "--max-ratio", "2000"])
    #expect(raised.status == 0)
    #expect(raised.output.contains("2,147,483,648  file  zprint   top/zprint.txt"))
  }
}
