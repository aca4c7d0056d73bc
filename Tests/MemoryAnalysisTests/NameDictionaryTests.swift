import Foundation
import MemorySections
import Testing

@testable import AllocationBalance
@testable import MemoryAnalysis
@testable import TestSupport

/// The dictionary as data: it is complete and has no duplicates.
@Suite struct NameDictionaryDataTests {
  static let dictionary = NameDictionary.standard

  @Test func `entries are there, of every kind`() {
    #expect(Self.dictionary.entries.count > 200)
    #expect(
      Set(Self.dictionary.entries.map(\.kind))
        == Set(NameEntry.Kind.allCases.filter { $0 != .finding }))
  }

  @Test(arguments: RuleSet.shipped.rules.map(\.id))
  func `the id of each finding is explained`(_ id: String) throws {
    let rule = try #require(RuleSet.shipped.rule(id))
    for name in [id, id.uppercased()] {
      guard case .found(let match) = Self.dictionary.answer(for: name) else {
        Issue.record("no entry for \(name)")
        continue
      }
      #expect(match.entry.kind == .finding)
      #expect(match.entry.meaning == rule.recommendation)
      #expect(match.way == (name == id ? .name : .caseInsensitive))
    }
  }

  @Test(arguments: dictionary.entries.indices)
  func `an entry is whole`(_ place: Int) {
    let entry = Self.dictionary.entries[place]
    let texts =
      [entry.name, entry.title, entry.meaning] + entry.sources + entry.cautions + entry.aliases
      + entry.known.flatMap { [$0.what, $0.source] }
      + [entry.subsystem, entry.allocatedBy, entry.since, entry.until].compactMap(\.self)
    #expect(texts.allSatisfy { !$0.isEmpty && $0 == $0.trimmingCharacters(in: .whitespaces) })
    #expect(!entry.sources.isEmpty)
    #expect(entry.meaning.hasSuffix("."))
    #expect(entry.meaning.count < 320)
    // Sources are for outside readers: they must be public.
    #expect(!entry.sources.contains { $0.contains("formats.md") || $0.hasPrefix("/") })
  }

  @Test func `no name stands twice`() {
    let names = Self.dictionary.entries.flatMap { [$0.name] + $0.aliases }
      .map { $0.replacing(" ", with: ".") }
    let repeated = Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }.keys
    #expect(repeated.isEmpty)
  }

  @Test(arguments: 1...37)
  func `every tag has its number`(_ number: Int) {
    let tags = Self.dictionary.entries.filter { entry in
      entry.kind == .tag && entry.numbers.contains { $0.prefix { $0 != " " } == "\(number)" }
    }
    #expect(tags.count == (number == 29 ? 2 : 1))
  }

  @Test func `numbers used twice name both tags`() {
    #expect(
      Self.dictionary.answer(for: "29")
        == .ambiguous(["VM_KERN_MEMORY_KALLOC_DATA", "VM_KERN_MEMORY_RETIRED"]))
  }
}

/// Looking names up.
@Suite struct NameDictionaryTests {
  static let dictionary = NameDictionary.standard

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let entry: String
    let way: NameMatch.Way
    var testDescription: String { name }

    init(_ name: String, _ entry: String, _ way: NameMatch.Way) {
      (self.name, self.entry, self.way) = (name, entry, way)
    }
  }

  static let cases = [
    Case("data.kalloc.1024", "data.kalloc.#", .pattern),
    Case("data_shared.kalloc.1024", "data.kalloc.#", .pattern),
    Case("data_shakalloc.1024", "data.kalloc.#", .pattern),
    Case("KHEAP_DATA_BUFFERS", "data.kalloc.#", .alias),
    Case("default.kalloc.64", "kalloc.#", .pattern),
    Case("kext.kalloc.64", "kalloc.#", .pattern),
    Case("early.kalloc.64", "kalloc.#", .pattern),
    Case("kalloc", "kalloc.#", .alias),
    Case("kalloc.large", "kalloc.large", .name),
    Case("kalloc.type3.1280", "kalloc.type#.#", .pattern),
    Case("kalloc.type.var1.64", "kalloc.type.var*", .pattern),
    Case("vm.object.hash.en$", "vm.object.hash.entries", .truncated),
    Case("vm.object.hash.en", "vm.object.hash.entries", .truncated),
    Case("vm object hash entries", "vm.object.hash.entries", .name),
    Case("VM.map.entries", "vm.map.entries", .alias),
    Case("VM map entries", "vm.map.entries", .alias),
    Case("VM_KERN_MEMORY_PTE", "VM_KERN_MEMORY_PTE", .name),
    Case("PTE", "VM_KERN_MEMORY_PTE", .alias),
    Case("24", "VM_KERN_MEMORY_MLOCK", .number),
    Case("VM_KERN_MEMORY_41", "VM_KERN_MEMORY_#", .pattern),
    Case("VM_KERN_MEMORY_BSD[zone]", "breakdown row", .pattern),
    Case("data.kalloc.64[raw]", "zone view", .pattern),
    Case("com.example.driver", "kext heap", .pattern),
    Case("IOGPUMemory::allocate(unsigned long long)", "allocation site", .pattern),
    Case("PHYS_FOOTPRINT", "phys_footprint", .caseInsensitive),
    Case("page table", "page table", .name),
    Case("tag 22", "tag #", .pattern),
  ]

  @Test(arguments: cases)
  func `a name leads to its entry`(_ expected: Case) throws {
    let match = try #require(Self.match(expected.name))
    #expect(match.entry.name == expected.entry)
    #expect(match.way == expected.way)
  }

  @Test(arguments: SectionKind.allCases)
  func `a section answers to its kind, title, tools and members`(_ kind: SectionKind) {
    let section = kind.descriptor
    // A member that holds several sections leads to the first.
    let members = section.members.map { $0.pattern.replacing("*", with: "2026-01-01") }
      .filter { SectionCatalog.kind(ofMember: $0) == kind }
    for name in [kind.rawValue, section.title] + section.tools + members {
      let entry = Self.match(name)?.entry
      #expect(entry?.name == section.title, "\(name)")
      #expect(entry?.kind == .section, "\(name)")
      #expect(entry?.meaning == section.meaning, "\(name)")
    }
  }

  @Test func `unknown names give the nearest`() {
    #expect(Self.nearest("VM_KERN_MEMORY_PTEE").first == "VM_KERN_MEMORY_PTE")
    #expect(Self.nearest("phys_footprnt").first == "phys_footprint")
    #expect(Self.nearest("qqqqqqqqqqqq").isEmpty)
    #expect(Self.nearest("").isEmpty)
    #expect(Self.nearest(String(repeating: "(*, *)", count: 80)).isEmpty)
  }

  @Test func `a hostile name takes no time`() {
    let name = String(repeating: "a(", count: 250)
    #expect(Self.nearest(name).isEmpty)
    let long = String(repeating: "x", count: 1 << 20)
    #expect(Self.dictionary.answer(for: long) == .unknown(nearest: []))
  }

  static let families = [
    ("data_shared.kalloc.1024", "data.kalloc.1024"), ("data_shakalloc.1024", "data.kalloc.1024"),
    ("shared.kalloc.64", "kalloc.64"), ("default.kalloc.64", "kalloc.64"),
    ("early.kalloc.64", "kalloc.64"), ("kext.kalloc.64", "kalloc.64"),
    ("KHEAP_DATA_BUFFERS", "data.kalloc"), ("data.kalloc.1024", "data.kalloc.1024"),
    ("vnodes", "vnodes"),
  ]

  @Test(arguments: families)
  func `aliases share a family, and its entry`(_ zone: String, _ family: String) throws {
    #expect(Self.dictionary.family(of: zone) == family)
    #expect(Self.match(zone)?.entry.name == Self.match(family)?.entry.name)
  }

  @Test(arguments: ["data.kalloc.1024", "VM_KERN_MEMORY_PTE", "phys_footprint"])
  func `what people ask has sources`(_ name: String) throws {
    let entry = try #require(Self.match(name)).entry
    #expect(!entry.sources.isEmpty)
    #expect(!entry.cautions.isEmpty)
  }

  static func match(_ name: String) -> NameMatch? {
    guard case .found(let match) = dictionary.answer(for: name) else { return nil }
    return match
  }

  static func nearest(_ name: String) -> [String] {
    guard case .unknown(let nearest) = dictionary.answer(for: name) else { return [] }
    return nearest
  }
}

/// The names in whole archives.
@Suite struct NameCoverageTests {
  @Test(arguments: ["macos-26-zone-leak", "macos-12-healthy", "osx-10.8-seed", "ios-17-zprint"])
  func `the largest zones and all wired rows are known`(_ archive: String) throws {
    let truth = try TestArchive(name: archive).truth()
    let zones = try #require(truth.zones).sorted {
      ($0.currentBytes.exactBytes ?? 0) > ($1.currentBytes.exactBytes ?? 0)
    }
    let names = zones.prefix(60).map(\.name) + (truth.wired ?? []).map(\.name)
    #expect(names.count >= 60)
    #expect(names.filter { NameDictionaryTests.match($0) == nil } == [])
  }
}
