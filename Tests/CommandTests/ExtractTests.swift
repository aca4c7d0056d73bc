import Foundation
import Testing

@testable import TestSupport

/// `extract`: the kernel sections as files.
struct ExtractTests {
  /// The content of `manifest.json`.
  private struct Manifest: Decodable {
    let schemaVersion: Int
    let outcome: String
    let files: [File]

    struct File: Decodable {
      let name: String
      let section: String
      let member: String
      let bytes: Int
      let sha256: String
      let isWhole: Bool
      let keptLines: [[Int]]?
    }

    init(_ path: String) throws {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      self = try JSONDecoder().decode(Self.self, from: bytes)
    }
  }

  private static func extract(_ archive: TestArchive, to path: String) async throws -> Program.Run {
    try await Program.run(["extract", archive.path, "--kernel", "-o", path])
  }

  /// The files with each archive's kernel.
  static let expected: [(TestArchive, [String])] = [
    (
      .leak,
      [
        "footprint-all.txt", "kextstat.txt", "manifest.json", "sw_vers.txt", "sysctl.txt",
        "vm_stat.txt", "zprint.txt",
      ]
    ),
    (.seed, ["kextstat.txt", "manifest.json", "sw_vers.txt", "sysctl.txt", "zprint.txt"]),
    (
      .withoutZprint,
      [
        "footprint-all.txt", "kextstat.txt", "manifest.json", "sw_vers.txt", "sysctl.txt",
        "vm_stat.txt",
      ]
    ),
    (
      TestArchive(name: "ios-17-zprint"),
      ["manifest.json", "sw_vers.txt", "sysctl.txt", "vm_stat.txt", "zprint.txt"]
    ),
  ]

  @Test("the kernel's files and the manifest are there, and nothing else", arguments: expected)
  func files(_ archive: TestArchive, _ names: [String]) async throws {
    let scratch = try Scratch()
    let run = try await Self.extract(archive, to: scratch("out"))
    #expect(run.status == 0)
    #expect(run.outputBytes.isEmpty)
    #expect(try scratch.names(in: "out") == names)
    #expect(try scratch.names() == ["out"])
    for name in names where name != "footprint-all.txt" && name != "manifest.json" {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch("out/\(name)")))
      #expect(bytes == (try archive.text(name)), "\(name)")
    }
  }

  @Test("files are readable only by their owner")
  func permissions() async throws {
    let scratch = try Scratch()
    _ = try await Self.extract(.leak, to: scratch("out"))
    for name in try scratch.names(in: "out") {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch("out/\(name)"))
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
    let folder = try FileManager.default.attributesOfItem(atPath: scratch("out"))
    #expect(folder[.posixPermissions] as? Int == 0o700)
  }

  @Test(
    "only footprint's kernel, summary and system data are kept",
    arguments: [
      TestArchive.leak, .withoutZprint,
    ])
  func footprintCut(_ archive: TestArchive) async throws {
    let scratch = try Scratch()
    _ = try await Self.extract(archive, to: scratch("out"))
    let cut = try scratch.text("out/footprint-all.txt").split(
      separator: "\n", omittingEmptySubsequences: false)
    let headers = cut.filter { $0.contains("]: ") && $0.contains("-bit    Footprint: ") }
    #expect(headers.count == 1)
    #expect(headers.first?.hasPrefix("kernel_task [0]: 64-bit    Footprint: ") == true)
    #expect(cut.filter { $0.hasPrefix("Summary Footprint: ") }.count == 1)
    #expect(cut.allSatisfy { !$0.contains("[object-id]") })
    let whole = String(decoding: try archive.text("footprint-all.txt"), as: UTF8.self)
    #expect(cut.contains("System auxiliary data:") == whole.contains("System auxiliary data:"))
    #expect(cut.contains { $0.contains("boot_carveout") } == whole.contains("boot_carveout"))
  }

  @Test("the manifest names each file's member, lines and SHA-256")
  func manifest() async throws {
    let scratch = try Scratch()
    _ = try await Self.extract(.leak, to: scratch("out"))
    let manifest = try Manifest(scratch("out/manifest.json"))
    let top = try TestArchive.leak.truth().identity.name
    #expect(manifest.outcome == "complete")
    #expect(
      Set(manifest.files.map(\.name)) == [
        "footprint-all.txt", "kextstat.txt", "sw_vers.txt", "sysctl.txt", "vm_stat.txt",
        "zprint.txt",
      ])
    for file in manifest.files {
      let hash = try await Tool.python(
        "import hashlib,sys;print(hashlib.sha256(open(sys.argv[1],'rb').read()).hexdigest())",
        [scratch("out/\(file.name)")])
      #expect(file.sha256 + "\n" == hash, "\(file.name)")
      #expect(file.member == "\(top)/\(file.name)")
      #expect(file.isWhole)
    }
    let cut = try #require(manifest.files.first { $0.section == "footprint" })
    let lines = String(decoding: try TestArchive.leak.text(cut.name), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let kept = try #require(cut.keptLines).flatMap { lines[($0[0] - 1)...($0[1] - 1)] }
    #expect(kept.map { $0 + "\n" }.joined() == (try scratch.text("out/footprint-all.txt")))
    #expect(manifest.files.filter { $0.keptLines != nil }.count == 1)
  }

  @Test("--section extracts one whole section")
  func section() async throws {
    let scratch = try Scratch()
    let run = try await Program.run([
      "extract", TestArchive.leak.path, "--section", "footprint", "--section", "vmStat", "-o",
      scratch("out"),
    ])
    #expect(run.status == 0)
    #expect(
      try scratch.names(in: "out") == ["footprint-all.txt", "manifest.json", "vm_stat.txt"])
    for name in ["footprint-all.txt", "vm_stat.txt"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch("out/\(name)")))
      #expect(bytes == (try TestArchive.leak.text(name)))
    }
  }

  @Test("existing files are replaced only with --force, and a refusal leaves nothing behind")
  func existing() async throws {
    let scratch = try Scratch()
    _ = try scratch.folder("out")
    _ = try scratch.write("mine", to: "out/zprint.txt")
    let refused = try await Self.extract(.seed, to: scratch("out"))
    #expect(refused.status == 1)
    #expect(refused.errorLines.count == 1)
    #expect(refused.errors.contains("is already there; --force replaces it"))
    #expect(try scratch.names() == ["out"])
    #expect(try scratch.names(in: "out") == ["zprint.txt"])
    #expect(try scratch.text("out/zprint.txt") == "mine")
    let forced = try await Program.run([
      "extract", TestArchive.seed.path, "--kernel", "-o", scratch("out"), "--force",
    ])
    #expect(forced.status == 0)
    #expect(try Data(scratch.text("out/zprint.txt").utf8) == TestArchive.seed.text("zprint.txt"))
  }

  @Test("a file is not written through a link at its path")
  func link() async throws {
    let scratch = try Scratch()
    _ = try scratch.folder("out")
    let target = try scratch.write("mine", to: "target")
    try FileManager.default.createSymbolicLink(
      atPath: scratch("out/zprint.txt"), withDestinationPath: target)
    #expect(try await Self.extract(.seed, to: scratch("out")).status == 1)
    let forced = try await Program.run([
      "extract", TestArchive.seed.path, "--kernel", "-o", scratch("out"), "--force",
    ])
    #expect(forced.status == 0)
    #expect(try scratch.text("target") == "mine")
  }

  @Test(
    "a failure leaves neither files nor folders",
    arguments: [
      ["--kernel", "-o", "out"], ["--kernel", "--as-tar", "out.tar.gz"],
    ])
  func failure(_ arguments: [String]) async throws {
    let scratch = try Scratch()
    let run = try await Program.run(
      ["extract", TestArchive.withoutMemory.path] + arguments, folder: scratch.path)
    #expect(run.status == 1)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("none of the sections asked for is in it"))
    #expect(try scratch.names().isEmpty)
  }

  @Test("members of a truncated archive before the break are extracted, marked as partial")
  func truncated() async throws {
    let scratch = try Scratch()
    let run = try await Self.extract(.truncated, to: scratch("out"))
    #expect(run.status == 5)
    let manifest = try Manifest(scratch("out/manifest.json"))
    #expect(manifest.outcome == "truncated")
    #expect(manifest.files.filter { !$0.isWhole }.map(\.name) == ["footprint-all.txt"])
    #expect(try Data(scratch.text("out/zprint.txt").utf8) == TestArchive.leak.text("zprint.txt"))
  }

  @Test(
    "an archive of the kernel's sections gives the same kernel",
    arguments: [
      TestArchive.leak, .seed, .withoutZprint, TestArchive(name: "macos-13-redacted-zprint"),
    ])
  func packed(_ archive: TestArchive) async throws {
    let scratch = try Scratch()
    let file = scratch("kernel.tar.gz")
    let run = try await Program.run(["extract", archive.path, "--kernel", "--as-tar", file])
    #expect(run.status == 0)
    #expect(try scratch.names() == ["kernel.tar.gz"])
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let again = try await Program.run(["report", file, "--format", "json"])
    let whole = try await ShippedReports.shared.of(archive).report
    let small = try ReportObject(again.outputBytes)
    #expect(again.status == 0)
    #expect(small.balance.kernel == whole.balance.kernel)
    #expect(small.kernel == whole.kernel)
    #expect(small.archive.name == whole.archive.name)
    #expect(small.archive.capturedAt == whole.archive.capturedAt)
    let second = try await Program.run(["extract", archive.path, "--kernel", "--as-tar", file])
    #expect(second.status == 1)
    #expect(second.errors.contains("is already there; --force replaces it"))
    #expect(try scratch.names() == ["kernel.tar.gz"])
  }

  /// Pairs of archives; the last two need kernel_task by top, and the time that only a name tells.
  static let pairs: [(old: String, new: String)] = [
    ("macos-26-healthy", "macos-26-zone-leak"), ("macos-12-healthy", "macos-10.14-no-zprint"),
    ("macos-13-redacted-zprint", "macos-26-healthy"), ("seed-fresh-mac", "seed-older-mac"),
    ("seed-older-mac-clean", "seed-older-mac"),
  ]

  @Test("extracts of the kernel compare as their archives do", arguments: pairs)
  func compared(_ pair: (old: String, new: String)) async throws {
    let scratch = try Scratch()
    for (name, option) in [(pair.old, "-o"), (pair.new, "--as-tar")] {
      let run = try await Program.run(
        ["extract", TestArchive(name: name).path, "--kernel", option, scratch(name)])
      #expect(run.status == 0)
    }
    let whole = try await Self.compare(
      TestArchive(name: pair.old).path, TestArchive(name: pair.new).path)
    let small = try await Self.compare(scratch(pair.old), scratch(pair.new))
    for key in [
      "kernel", "kernelGrowth", "components", "zones", "wired", "kexts", "sameMachine", "sameBoot",
      "elapsedSeconds",
    ] {
      #expect(try Self.text(small[key]) == Self.text(whole[key]), "\(key)")
    }
    #expect((small["zones"] as? [Any])?.isEmpty == (whole["zones"] as? [Any])?.isEmpty)
    // An extract lists no process: against an archive each is unknown, none is gone.
    let mixed = try await Self.compare(TestArchive(name: pair.old).path, scratch(pair.new))
    let processes = try #require(mixed["processes"] as? [[String: Any]])
    #expect(processes.allSatisfy { $0["status"] as? String == "unknown" })
    #expect(processes.allSatisfy { $0["unknownIn"] as? String == "new" })
  }

  /// A value as JSON with sorted keys; empty for none.
  private static func text(_ value: Any?) throws -> String {
    let list = [value].compactMap { $0 }
    let data = try JSONSerialization.data(withJSONObject: list, options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }

  private static func compare(_ old: String, _ new: String) async throws -> [String: Any] {
    let run = try await Program.run(["compare", old, new, "--format", "json"])
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
  }

  @Test("a destination that cannot be created is reported", arguments: ["-o", "--as-tar"])
  func unwritable(_ option: String) async throws {
    let scratch = try Scratch()
    let blocked = try scratch.write("", to: "file") + "/out"
    let run = try await Program.run(
      ["extract", TestArchive.seed.path, "--kernel", option, blocked])
    #expect(run.status == 1)
    #expect(run.errorLines.count == 1)
    #expect(try scratch.names() == ["file"])
  }

  @Test("a footprint as JSON is not cut to an empty text", arguments: [true, false])
  func json(_ hasOthers: Bool) async throws {
    let scratch = try Scratch()
    let json =
      #"{"unit":"byte","processes":[{"pid":0,"name":"kernel_task","footprint":94000000}]}"#
    _ = try scratch.write(json, to: "in/footprint-all.txt")
    if hasOthers {
      let texts = Project.root + "/TestArchives/texts/series-leak/1"
      try FileManager.default.copyItem(
        atPath: texts + "/zprint.txt", toPath: scratch("in/zprint.txt"))
    }
    let run = try await Program.run(["extract", scratch("in"), "--kernel", "-o", scratch("out")])
    #expect(run.status == (hasOthers ? 5 : 1))
    #expect(
      run.errors.contains(
        "footprint-all.txt is JSON, which is not cut to the kernel: --section footprint takes it whole"
      ))
    #expect(try scratch.names() == (hasOthers ? ["in", "out"] : ["in"]))
    if hasOthers { #expect(try scratch.names(in: "out") == ["manifest.json", "zprint.txt"]) }
    let whole = try await Program.run(
      ["extract", scratch("in"), "--section", "footprint", "-o", scratch("whole")])
    #expect(whole.status == 0)
    #expect(try scratch.text("whole/footprint-all.txt") == json)
  }
}
