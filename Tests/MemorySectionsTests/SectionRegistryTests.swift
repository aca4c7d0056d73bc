import Foundation
import MemorySections
import Testing

/// The list of sections and their descriptors.
@Suite struct SectionRegistryTests {
  /// The words used by JSON, stores and the command line never change.
  @Test func `the words are those of the contract`() {
    let words = [
      "zprint", "footprint", "kextstat", "vmStat", "sysctl", "collectionLog", "taskSummary",
      "systemVersion", "spindump", "top", "panic", "jetsam", "taskinfo", "jetsamPriority", "ps",
    ]
    #expect(Set(SectionKind.allCases.map(\.rawValue)).isSuperset(of: words))
    #expect(Set(SectionKind.allCases).count == SectionKind.allCases.count)
    #expect(SectionKind.main == [.zprint, .footprint, .kextstat, .vmStat])
    #expect(SectionKind.kernel == [.zprint, .footprint, .kextstat, .panic])
  }

  @Test(arguments: SectionKind.allCases)
  func `a kind leads to itself`(_ kind: SectionKind) throws {
    #expect(kind.descriptor.kind == kind)
    #expect(SectionKind(rawValue: kind.rawValue) == kind)
    let json = try JSONEncoder().encode([kind])
    #expect(String(decoding: json, as: UTF8.self) == "[\"\(kind.rawValue)\"]")
    #expect(try JSONDecoder().decode([SectionKind].self, from: json) == [kind])
  }

  @Test func `a word that is not registered is no kind`() {
    #expect(SectionKind(rawValue: "ZPRINT") == nil)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([SectionKind].self, from: Data("[\"netstat\"]".utf8))
    }
  }

  /// What `extract` writes is read again.
  @Test(arguments: SectionKind.allCases)
  func `members and files are of one kind`(_ kind: SectionKind) {
    let descriptor = kind.descriptor
    #expect(!descriptor.members.isEmpty)
    for member in descriptor.members {
      let path = "top/logs/" + member.pattern.replacing("*", with: "2026-01-01-1")
      #expect(SectionCatalog.kinds(ofMember: path).contains(kind))
      #expect(descriptor.fileName(ofMember: path) == member.fileName)
      #expect(SectionCatalog.kinds(ofMember: member.fileName).contains(kind))
    }
    #expect(descriptor.fileName(ofMember: "top/mount.txt") == nil)
  }

  @Test(
    arguments: [
      ("a/zprint.txt", "zprint.txt"), ("a/footprint.txt", "footprint-all.txt"),
      ("a/sysctl-a.txt", "sysctl.txt"), ("a/SystemVersion.plist", "SystemVersion.plist"),
      ("a/sw_vers.txt", "sw_vers.txt"), ("a/spindump-nosymbols.txt", "spindump.txt"),
      ("a/top.log", "top.txt"), ("a/Kernel_2020.panic", "panic-1.panic"),
      ("a/panic-full-2024.0002.ips", "panic-full-1.ips"),
      ("a/JetsamEvent-2024.ips", "JetsamEvent-1.ips"),
    ])
  func `extract has its own names`(_ member: String, _ name: String) throws {
    let kind = try #require(SectionCatalog.kind(ofMember: member))
    #expect(kind.descriptor.fileName(ofMember: member) == name)
  }

  @Test(arguments: SectionKind.allCases)
  func `a descriptor is whole`(_ kind: SectionKind) {
    let descriptor = kind.descriptor
    let texts = [descriptor.title, descriptor.summary, descriptor.meaning] + descriptor.sources
    #expect(texts.allSatisfy { !$0.isEmpty })
    #expect(descriptor.mostMembers > 0)
    #expect(descriptor.meaning.hasSuffix("."))
    #expect(!descriptor.sources.isEmpty)
  }

  /// Every section of every machine, encoded to JSON and decoded.
  @Test(arguments: TestMachine.all)
  func `a section survives JSON`(_ machine: TestMachine) throws {
    for kind in SectionKind.allCases {
      guard let text = try machine.member(kind) else { continue }
      let section = try read(text, as: kind)
      let json = try JSONEncoder().encode(section)
      #expect(try JSONDecoder().decode(Section.self, from: json) == section)
    }
  }

  @Test func `sections are equal when they say the same`() throws {
    let one = try read("hw.memsize: 1024\n", as: .sysctl)
    #expect(try one == read("hw.memsize: 1024\n", as: .sysctl))
    #expect(try one != read("hw.memsize: 4096\n", as: .sysctl))
    #expect(try one != read("", as: .sysctl))
    let other = Section(
      kind: one.kind, member: one.member, coverage: one.coverage, content: TaskSummary(tasks: []))
    #expect(one != other)
  }
}
