import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

/// Recommendations that fit the platform and the reason, and thresholds that fit the machine.
struct RuleAdviceTests {
  private static let zprint = [
    "zprint.txt": PrintedTables.zprint(zones: [(name: "vnodes", kib: 9)])
  ]
  private static let footprint = ["footprint-all.txt": PrintedTables.footprint([("Editor", 9)])]

  private static func log(_ tool: String) -> [String: String] {
    [
      "sysdiagnose.log":
        "\(tool) (/usr/bin/\(tool)-a): Req - 0011 State - 00B8. Did conditions pass: 0\n"
    ]
  }

  private static func summary(_ tool: String, _ ending: String) -> [String: String] {
    ["taskSummary.csv": "Concurrent group 2\n\"/usr/bin/\(tool) -a\",\"\(ending)\",44.61,180\n"]
  }

  private func advice(_ id: String, _ machine: HandMadeSnapshot) throws -> String {
    try #require(try machine.report().findings.findings.first { $0.id == id }).recommendation
  }

  @Test(
    "what to do without zprint depends on the platform and on the reason",
    arguments: [
      ("macOS", [:], "Run `sudo zprint"), ("macOS", log("zprint"), "skips zprint"),
      ("macOS", summary("zprint", "timed out"), "stopped at its time limit"),
      ("macOS", summary("zprint", "exited with status 1"), "ended with an error"),
      ("iOS", [:], "Nothing can be run"), ("iOS", log("zprint"), "Nothing can be run"),
      ("iOS", summary("zprint", "timed out"), "when the device is less busy"),
      ("watchOS", summary("zprint", "exited with status 1"), "Take another sysdiagnose"),
    ])
  func withoutZprint(_ platform: String, _ log: [String: String], _ words: String) throws {
    let members = Self.footprint.merging(log) { $1 }
    let text = try advice("zprint-missing", HandMadeSnapshot(platform: platform, members: members))
    #expect(text.contains(words), "\(text)")
    // Nothing can be run on another device, and what was skipped will be skipped again.
    #expect(!text.contains("sudo") || platform == "macOS", "\(text)")
    #expect(!text.contains("another") || !(log.isEmpty || log["sysdiagnose.log"] != nil), "\(text)")
  }

  @Test(
    "what to do without footprint depends on the reason",
    arguments: [
      ([:], "Run `sudo footprint"), (log("footprint"), "Run `sudo footprint"),
      (summary("footprint", "timed out"), "when the machine is less busy"),
      (summary("footprint", "exited with status 1"), "ended with an error"),
    ])
  func withoutFootprint(_ log: [String: String], _ words: String) throws {
    let members = Self.zprint.merging(log) { $1 }
    let machine = HandMadeSnapshot(platform: "macOS", build: "23E224", members: members)
    #expect(try advice("footprint-missing", machine).contains(words))
  }

  @Test(
    "of an archive that could not be read nothing is said to be missing, and the advice fits the reason",
    arguments: [
      ("notAnArchive", "why nothing could be read"), ("unreadable", "why nothing could be read"),
      ("timeLimit", "with a higher limit"), ("memoryLimit", "with a higher limit"),
    ])
  func unreadable(_ code: String, _ words: String) throws {
    let machine = HandMadeSnapshot(
      outcome: .unreadable, problems: [.init(code: code, message: "no")], members: [:])
    #expect(try machine.report().findings.findings.map(\.id) == ["archive-damaged"])
    #expect(try advice("archive-damaged", machine).contains(words))
  }

  /// The verbs that begin what a reader is told to do.
  private static let verbs: Set<Substring> = [
    "Compare", "Copy", "Find", "Look", "Nothing", "Read", "Report", "Restart", "Run", "See",
    "Suspect", "Take", "Update",
  ]

  @Test("each advice begins with what to do: a verdict's next step is its first sentence")
  func actions() {
    for rule in RuleSet.shipped.rules {
      for text in [rule.recommendation] + rule.advice.map(\.text) {
        let word = text.prefix { $0.isLetter }
        #expect(Self.verbs.contains(word), "\(rule.id): \(text)")
      }
    }
  }

  @Test("a verdict tells findings about the archive by their rules' ids")
  func findingsOfTheArchive() {
    for id in Finding.idsOfArchive { #expect(RuleSet.shipped.rule(id) != nil, "\(id)") }
    let ofSections = RuleSet.shipped.rules.filter { $0.subject == .section }.map(\.id)
    #expect(Finding.idsOfArchive.isSuperset(of: ofSections))
  }

  @Test("a part of a text with an unknown value is left out, unless nothing remains")
  func unknownParts() throws {
    let yaml = """
      - id: unknown-parts
        for: machine
        warning: [damage == none]
        title: "{kernelBytes} of {installedBytes}"
        detail: "{wiredShare} wired; up to {installedBytes}; {kernelBytes}"
        recommendation: r
      """
    let machine = HandMadeSnapshot(members: ["sw_vers.txt": "ProductVersion: 26.4\n"])
    let findings = try machine.report(.shipped.overridden(by: yaml)).findings.findings
    let finding = try #require(findings.first { $0.id == "unknown-parts" })
    #expect(finding.title == "unknown of 36.0 GB")
    #expect(finding.detail == "up to 36.0 GB")
  }

  @Test("no shipped advice for other devices speaks of sudo or of kernel extensions")
  func otherDevices() {
    for rule in RuleSet.shipped.rules {
      for advice in rule.advice where advice.texts.contains("platform != macOS") {
        #expect(!advice.text.contains("sudo") && !advice.text.contains("kext"), "\(rule.id)")
      }
    }
  }

  /// Capacities of the zone map in GiB, with the severity of a zone of 1 GiB.
  private static let capacities: [(gib: Int?, severity: Severity?)] = [
    (nil, nil), (20, nil), (10, .warning), (4, .warning), (3, .critical),
  ]

  @Test(
    "a zone is judged by its share of the zone map where the capacity is known",
    arguments: capacities, ["sysctl", "system.log", "JetsamEvent-1.ips"])
  func zoneMap(_ capacity: (gib: Int?, severity: Severity?), _ place: String) throws {
    // A map of 3 GiB: a third; of 4: a quarter; of 10: a tenth.
    var machine = HandMadeSnapshot(members: [
      "zprint.txt": PrintedTables.zprint(zones: [(name: "data.kalloc.1024", kib: 1 << 20)])
    ])
    if let bytes = capacity.gib.map({ $0 << 30 }) {
      switch place {
      case "sysctl": machine.sysctl = ["kern.zleak.max_zonemap_size: \(bytes)"]
      case "system.log":
        machine.members[place] =
          "kernel: zone_map_exhaustion: Zone map size 96, capacity \(bytes) [jetsam limit 95%]\n"
      default:
        machine.members[place] =
          "{\"memoryStatus\" : {\n\"zoneMapSize\" : 1,\n\"zoneMapCap\" : \(bytes)\n}}\n"
      }
    }
    let finding = try machine.report().findings.findings.first { $0.id == "zone-leak" }
    #expect(finding?.severity == capacity.severity)
  }

  @Test("implausible memory is ignored with a word")
  func implausible() throws {
    var machine = HandMadeSnapshot(members: Self.zprint)
    machine.installedGiB = 0
    machine.sysctl = ["hw.memsize: 386048"]
    let report = try machine.report()
    #expect(report.balance.installed == nil)
    let finding = report.findings.findings.first { $0.id == "installed-implausible" }
    #expect(finding?.title == "Installed memory of 377 KB is not believed")
  }

  @Test("alternatives and cases of advice are read, and wrong ones are refused with a reason")
  func form() throws {
    let yaml = """
      - id: two
        for: zone
        critical: [[bytes >= 4 GiB], [shareOfKernel >= 50 %, bytes >= 1 GiB]]
        title: t
        detail: d
        recommendation: usual
        advice:
          - when: [platform == iOS]
            then: "device {name}"
      """
    let rule = try #require(try RuleSet.shipped.overridden(by: yaml).rule("two"))
    #expect(
      rule.levels.map(\.texts) == [
        ["bytes >= 4 GiB"], ["shareOfKernel >= 50 %", "bytes >= 1 GiB"],
      ])
    #expect(rule.levels.map(\.severity) == [.critical, .critical])
    #expect(rule.advice.map(\.text) == ["device {name}"])
    for (wrong, right) in [
      ("[platform == iOS]", "[platform == Mars]"), ("{name}", "{nothing}"), ("then:", "else:"),
      ("[[bytes >= 4 GiB],", "[[bytes >= 4 GiB], word,"), ("[bytes >= 4 GiB]", "[]"),
    ] {
      #expect(throws: RuleError.self) {
        try RuleSet.shipped.overridden(by: yaml.replacing(wrong, with: right))
      }
    }
  }
}

/// macOS 27 spells footprint's categories in words.
struct CategorySpellingTests {
  @Test(
    "a category of two releases is one",
    arguments: [
      ("MALLOC_SMALL", "Malloc Small"), ("MALLOC_LARGE (empty)", "Malloc Large (empty)"),
      ("MALLOC metadata", "Malloc Metadata"), ("untagged (VM_ALLOCATE)", "Untagged"),
      ("os_alloc_once", "OS Alloc Once"), ("CG image", "CG Image"),
      ("SQLite page cache", "SQLite Page Cache"),
    ])
  func spelling(_ old: String, _ new: String) throws {
    let sizes = [(old, 40), (new, 50)].map { name, mb in
      PrintedTables.footprint([("kernel_task", 9), ("Editor", mb)])
        .replacing("MALLOC_SMALL", with: name)
    }
    let snapshots = try sizes.map {
      try HandMadeSnapshot(members: ["footprint-all.txt": $0]).snapshot()
    }
    let changes = Comparison(snapshots[0], snapshots[1]).categories
    #expect(changes.map(\.name) == [old])
    #expect(changes.first?.delta?.bytes == 10 << 20)
  }
}
