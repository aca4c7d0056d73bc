import AllocationBalance
import MemorySections
import Testing

@testable import ReportRendering

/// What is not known is said to be so in the text, and never shown as 0.
struct UnknownTests {
  private static func lines(_ machine: ShippedMachine, top: Int = 1000) throws -> [String] {
    TextRenderer(RenderingOptions(top: top)).render(try machine.report().document)
      .split(separator: "\n").map(String.init)
  }

  @Test(
    "a side that no section tells of is unknown",
    arguments: [
      (
        ShippedMachine(
          name: ShippedMachine.leak.name,
          without: ["zprint.txt", "footprint-all.txt", "vm_stat.txt", "top.txt"]), true, true
      ),
      (ShippedMachine(name: ShippedMachine.leak.name, without: ["footprint-all.txt"]), false, true),
      (ShippedMachine.seed, false, true),
      (ShippedMachine.leak, false, false),
      (ShippedMachine(name: ShippedMachine.leak.name, without: ["zprint.txt"]), false, false),
    ])
  func sides(_ machine: ShippedMachine, _ kernelIsUnknown: Bool, _ userIsUnknown: Bool) throws {
    let lines = try Self.lines(machine)
    let kernel = try #require(lines.first { $0.hasPrefix("  Kernel  ") })
    let user = try #require(lines.first { $0.hasPrefix("  User  ") })
    let noKernel = "unknown  (no zprint and no kernel_task in this archive)"
    #expect(kernel.hasSuffix(noKernel) == kernelIsUnknown)
    #expect(user.hasSuffix("unknown  (no list of footprints in this archive)") == userIsUnknown)
    #expect(!kernel.contains(" 0 B") && !user.contains(" 0 B"))
    // A share of something unknown is unknown too.
    #expect(kernel.contains("%") == (!kernelIsUnknown && !userIsUnknown))
  }

  @Test("a figure of the machine that no section tells of is left out")
  func machineLine() throws {
    let lines = try Self.lines(
      ShippedMachine(name: ShippedMachine.leak.name, without: ["vm_stat.txt"]))
    let start = try #require(lines.firstIndex { $0.hasPrefix("Installed memory  36.0 GB") })
    let names = lines[(start + 2)...].prefix { $0.hasPrefix("  ") }
      .map { String($0.dropFirst(2).prefix { $0 != " " }) }
    #expect(names == ["kernel", "processes", "unexplained"])
    #expect(lines.contains { $0.hasPrefix("  unexplained ") && $0.contains(" 6.84 GB ") })
  }

  @Test("redacted zones have a lower bound and no size")
  func redacted() throws {
    let lines = try Self.lines(.redacted)
    let title = try #require(lines.firstIndex { $0.hasPrefix("Zones  ") })
    #expect(lines[title].hasPrefix("Zones  at least "))
    #expect(lines[title + 1].contains("Sizes are redacted"))
    #expect(!lines[title + 2].contains("reclaimable"))
    let rows = lines[(title + 3)...].prefix { $0.hasPrefix("  ") }
    #expect(rows.count == 254)
    #expect(rows.allSatisfy { $0.contains("≥ ") })
  }

  @Test("a process that could not be examined has no size")
  func process() throws {
    let lines = try Self.lines(.withoutZprint)
    let worker = try #require(
      lines.first { $0.hasPrefix("  mdworker_shared ") && $0.contains(" 525 ") })
    #expect(worker.contains("  unknown  "))
    #expect(worker.contains("process exited before it could be examined"))
    #expect(lines.contains { $0.contains("90 processes and kernel_task, 2 not examined") })
  }

  @Test("a kext whose size is not printed has none")
  func kext() throws {
    let text = """
      Index Refs Address            Size       Wired      Name (Version) <Linked Against>
          1    0 ????               ????       ????       com.example.driver.Widget (1.0)

      """
    let lines = try Self.lines(.only("kextstat.txt", text))
    let kext = try #require(lines.first { $0.contains("com.example.driver.Widget") })
    #expect(kext.contains("  unknown  "))
  }

  @Test("memory outside zones is named, its size unknown")
  func outside() throws {
    let lines = try Self.lines(.seed)
    let entry = try #require(lines.first { $0.contains("kernel memory outside zones") })
    #expect(entry.contains("  unknown  "))
    let large = try #require(lines.first { $0.contains("large IOMalloc") })
    #expect(large.contains(" unknown  "))
  }

  @Test(
    "why a section is missing is said",
    arguments: [
      ("zprint", "missing: sysdiagnose did not run it", "sysdiagnose.log:4"),
      ("footprint", "missing: it was stopped at its time limit", "taskSummary.csv:2"),
      ("kextstat", "missing: it failed with status 1", "taskSummary.csv:4"),
      ("vm_stat", "missing: not in this archive", ""),
    ])
  func missing(_ section: String, _ reason: String, _ place: String) throws {
    let lines = try Self.lines(.withoutMemory)
    let line = try #require(lines.first { $0.hasPrefix("  \(section) ") })
    #expect(line.contains(reason))
    #expect(line.hasSuffix(place.isEmpty ? reason : place))
  }

  @Test(
    "how the reading ended is said before all else",
    arguments: [
      (ScanSummary.Outcome.truncated, "TRUNCATED ARCHIVE"), (.corrupt, "DAMAGED ARCHIVE"),
      (.limited, "LIMIT REACHED"), (.unreadable, "UNREADABLE ARCHIVE"),
      (.stoppedEarly, "STOPPED EARLY"),
    ])
  func trouble(_ outcome: ScanSummary.Outcome, _ words: String) throws {
    var machine = ShippedMachine.seed
    machine.outcome = outcome
    let lines = try Self.lines(machine)
    #expect(lines[0].hasPrefix(words))
    #expect(!lines.joined().contains("read completely"))
  }

  @Test(
    "the line of a batch says unknown, at least, and how the reading ended",
    arguments: [
      (ShippedMachine.withoutMemory, "kernel unknown  user unknown"),
      (ShippedMachine.seed, "kernel ≥ 878 MB  user unknown  largest zone "),
      (
        ShippedMachine.leak,
        "kernel 13.9 GB (39 % of kernel + user)  user 21.8 GB  largest zone data.kalloc.1024 8.78 GB"
      ),
      (ShippedMachine(name: "osx-10.8-seed", outcome: .truncated), "truncated"),
    ])
  func line(_ machine: ShippedMachine, _ words: String) throws {
    let line = TextRenderer(RenderingOptions())
      .render(BatchEntry(try machine.report(), error: nil).document)
    #expect(line.contains(words))
    #expect(line.hasSuffix("\n"))
    #expect(line.filter { $0 == "\n" }.count == 1)
  }

  @Test("a hostile name in a section cannot drive the terminal")
  func hostile() throws {
    let text = """
      Index Refs Address            Size       Wired      Name (Version) <Linked Against>
          1    0 0x1000             0x2000     0x2000     com.evil\u{1B}[2J\u{202E}kext (1\u{7})

      """
    let lines = try Self.lines(.only("kextstat.txt", text))
    let unsafe = lines.joined().unicodeScalars.filter {
      [.control, .format].contains($0.properties.generalCategory)
    }
    #expect(unsafe.isEmpty)
    #expect(lines.contains { $0.contains("com.evil\\u{1b}[2J\\u{202e}kext") })
  }
}
