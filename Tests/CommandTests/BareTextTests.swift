import Foundation
import Testing

@testable import TestSupport

/// A single text instead of an archive, recognized by its content under any name.
struct BareTextTests {
  /// A text, its section, and whether it is enough for a report.
  struct Sample: Sendable, CustomTestStringConvertible {
    let kind: String
    let text: String
    /// The other sections in the same text.
    var furtherKinds: [String] = []
    var isEnough = true
    var testDescription: String { kind }
  }

  static let samples: [Sample] = [
    Sample(kind: "zprint", text: shipped("zprint.txt")),
    Sample(kind: "footprint", text: shipped("footprint-all.txt")),
    Sample(kind: "kextstat", text: shipped("kextstat.txt")),
    Sample(kind: "vmStat", text: shipped("vm_stat.txt")),
    Sample(
      kind: "panic",
      text: """
        panic(cpu 1 caller 0xfffffe00): zone_map_exhausted
        Compressor Info: 30% of compressed pages limit (OK) and 100% of segments limit (BAD) with \
        8 swapfiles and LOW swap space

        """),
    Sample(
      kind: "panic",
      text: """
        {"bug_type":"210","timestamp":"2026-08-09 03:41:24.00 -0700"}
        {"panicString":"panic(cpu 3): watchdog timeout: no checkins from watchdogd in 94 seconds\\n"}

        """),
    Sample(
      kind: "jetsam",
      text: """
        {"bug_type":"298","timestamp":"2026-05-28 01:35:47.00 -0500"}
        {"largestProcess":"Example","memoryStatus":{"pageSize":16384,"memoryPages":{"free":7170}},
        "processes":[{"pid":86,"name":"Example","rpages":127,"reason":"per-process-limit"}]}

        """),
    Sample(
      kind: "kernelLog",
      text: """
        2026-08-03 21:59:36 kernel: zone_map_exhaustion: Zone map size 6126231552, capacity 6442450944
        2026-08-03 21:59:36 kernel: zone_map_exhaustion: Largest zone kalloc.128, size 5229490176

        """),
    Sample(kind: "vmmap", text: targeted("vmmap.txt")),
    Sample(kind: "heap", text: targeted("heap.txt")),
    Sample(kind: "leaks", text: targeted("leaks.txt")),
    Sample(
      kind: "sysctl", text: shipped("sysctl.txt"), furtherKinds: ["swap"], isEnough: false),
    Sample(kind: "systemVersion", text: shipped("sw_vers.txt"), isEnough: false),
    Sample(
      kind: "collectionLog",
      text: "zprint (/usr/bin/zprint -t -w): Req - 0011 State - 00B8. Did conditions pass: 0\n",
      isEnough: false),
  ]

  private static func targeted(_ member: String) -> String {
    shipped(member, of: "macos-26-targeted")
  }

  private static func shipped(
    _ member: String, of archive: String = "macos-26-after-panic"
  ) -> String {
    let path = "\(TestArchive.folder)/texts/\(archive)/\(member)"
    return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  @Test("content identifies a text, in a file and on standard input", arguments: samples)
  func report(_ sample: Sample) async throws {
    let scratch = try Scratch()
    let path = try scratch.write(sample.text, to: "pasted")
    for run in [
      try await Program.run([path, "--format", "jsonl"]),
      try await Program.run(["-", "--format", "jsonl"], input: path),
    ] {
      #expect(run.status == (sample.isEnough ? 0 : 1), "\(run.errors)")
      let report = try ReportObject(run.output)
      let found = report.sections.filter { $0.member != nil }
      #expect(found.map(\.kind) == [sample.kind] + sample.furtherKinds)
      #expect(found.allSatisfy { $0.outcome == "parsed" && $0.bytes == sample.text.utf8.count })
      #expect((try CaptureObject(run.output).failure == nil) == sample.isEnough)
    }
    let text = try await Program.run([path])
    #expect(text.status == (sample.isEnough ? 0 : 1))
    #expect(text.outputBytes.isEmpty != sample.isEnough)
  }

  @Test("a bare zprint gives the figures of its archive")
  func figures() async throws {
    let scratch = try Scratch()
    let whole = try await ShippedReports.shared.of(.leak).report
    let text = String(decoding: try TestArchive.leak.text("zprint.txt"), as: UTF8.self)
    let run = try await Program.run([try scratch.write(text, to: "z"), "--format", "jsonl"])
    let bare = try ReportObject(run.output)
    #expect(bare.kernel.zones == whole.kernel.zones)
    #expect(bare.kernel.wired == whole.kernel.wired)
    #expect(bare.balance.kernel == whole.balance.kernel)
    #expect(bare.balance.user == nil)
  }

  @Test("a lone output tells its time and system, and nothing else is missed")
  func lone() async throws {
    let scratch = try Scratch()
    let text = Self.targeted("vmmap.txt")
    let path = try scratch.write(text, to: "pasted")
    let run = try await Program.run([path])
    let time = try #require(
      text.firstMatch(of: /Date\/Time: +(\S+) (\S+)\.\d+ ([+-]\d\d)(\d\d)\n/)?.output)
    let system = try #require(text.firstMatch(of: /OS Version: +(.*)\n/)?.1)
    #expect(run.output.contains("\(system)  \(time.1)T\(time.2)\(time.3):\(time.4)\n"))
    for words in ["missing:", "Kernel and user memory", "Ledger", "Unknown machine"] {
      #expect(!run.output.contains(words), "\(words)")
    }
    // Programs get all of it.
    let json = try ReportObject(try await Program.run([path, "--format", "jsonl"]).output)
    #expect(json.sections.filter { $0.outcome == "missing" }.count == 4)
  }

  @Test("a list without footprints says which lists have them")
  func residentSizes() async throws {
    let scratch = try Scratch()
    let path = try scratch.write(Self.shipped("ps.txt", of: "ios-16-no-footprint"), to: "pasted")
    let run = try await Program.run([path])
    #expect(run.status == 1)
    #expect(run.errors.contains("taskinfo, spindump and top have footprints"))
  }

  @Test("content overrides a misleading name")
  func misnamed() async throws {
    let scratch = try Scratch()
    let path = try scratch.write(Self.samples[3].text, to: "zprint.txt")
    let run = try await Program.run([path, "--format", "jsonl"])
    #expect(run.status == 0)
    #expect(try ReportObject(run.output).section("vmStat")?.outcome == "parsed")
  }

  @Test("a compressed text, an archive and a folder with only one report are reported")
  func otherForms() async throws {
    let scratch = try Scratch()
    let panic = Self.samples[4].text
    _ = try scratch.folder("top")
    _ = try scratch.write(panic, to: "top/panic-full-1.ips")
    try await Tool.run("tar", ["-czf", scratch("top.tar.gz"), "-C", scratch.path, "top"])
    let path = try scratch.write(panic, to: "pasted.txt")
    try await Tool.run("gzip", ["-k", path])
    for input in ["top", "top.tar.gz", "pasted.txt.gz"] {
      let run = try await Program.run([scratch(input), "--format", "jsonl"])
      #expect(run.status == 0, "\(input): \(run.errors)")
      #expect(try ReportObject(run.output).section("panic")?.outcome == "parsed")
    }
  }

  @Test("list and extract take a text too")
  func listAndExtract() async throws {
    let scratch = try Scratch()
    let path = try scratch.write(Self.samples[0].text, to: "pasted")
    let list = try await Program.run(["list", path, "--sections", "--format", "csv"])
    #expect(list.status == 0)
    #expect(list.output.contains("file,zprint,pasted"))
    let extract = try await Program.run(["extract", path, "--kernel", "-o", scratch("out")])
    #expect(extract.status == 0)
    #expect(try scratch.names(in: "out") == ["manifest.json", "zprint.txt"])
    #expect(try scratch.text("out/zprint.txt") == Self.samples[0].text)
  }

  @Test("redaction covers a bare text")
  func redaction() async throws {
    let scratch = try Scratch()
    let text = "kern.hostname: swordfish.local\nhw.model: Mac16,5\nhw.memsize: 17179869184\n"
    let path = try scratch.write(text, to: "pasted")
    let open = try CaptureObject(try await Program.run([path, "--format", "jsonl"]).output)
    #expect(open.machine?.hostName == "swordfish.local")
    #expect(open.machine?.key == "Mac16,5 swordfish.local")
    let run = try await Program.run([path, "--format", "jsonl", "--redact"])
    #expect(!run.output.contains("swordfish"))
    #expect(try CaptureObject(run.output).machine?.hostName?.isEmpty == false)
  }

  @Test("an input without memory data is an object with a reason", arguments: ["json", "jsonl"])
  func nothing(_ format: String) async throws {
    let scratch = try Scratch()
    let prose = try scratch.write("Dear all, nothing of note.\n", to: "prose.txt")
    let inputs = [prose, scratch("missing.tar.gz"), TestArchive.withoutMemory.path]
    for input in inputs {
      let run = try await Program.run([input, "--format", format, "-o", scratch("out"), "--force"])
      #expect(run.status == 1)
      #expect(run.errorLines.count == 1)
      let object = try CaptureObject(try scratch.text("out"))
      #expect(object.failure?.isEmpty == false)
      #expect(object.tool.name == "sysbalance")
      let report = try ReportObject(try scratch.text("out"))
      #expect(report.balance.kernel == nil)
      #expect(report.ledger.isEmpty)
      #expect(report.sections.filter { $0.outcome == "missing" }.count == 4)
    }
  }

  @Test("the object has the machine, its boot and the content's digest")
  func identity() async throws {
    let run = try await Program.once(["report", TestArchive.leak.path, "--format", "json"])
    let object = try CaptureObject(run.output)
    let sysctl = String(decoding: try TestArchive.leak.text("sysctl.txt"), as: UTF8.self)
    let boot = try #require(sysctl.firstMatch(of: /kern\.boottime: \{ sec = (\d+)/)?.1)
    #expect(object.machine?.model == "Mac16,5")
    #expect(object.machine?.key == "Mac16,5 booted \(boot)")
    #expect(object.archive.contentDigest?.count == 64)
    let time = try #require(object.archive.bootTime)
    let read = try Date(time, strategy: .iso8601)
    #expect(read.timeIntervalSince1970 == Double(boot))
  }
}
