import Foundation
import MemorySections
import Testing

/// Real outputs of vmmap, heap and leaks, against expressions of the test's own.
@Suite(.enabled(if: RealOutputTests.areHere, "the real outputs are not beside the project"))
struct ProcessToolSampleTests {
  static func text(_ path: String) throws -> String {
    try String(
      contentsOf: RealOutputTests.root.appending(path: "samples/" + path), encoding: .utf8)
  }

  /// Bytes of `20.1M`, computed with floating point.
  static func bytes(_ word: Substring) -> Int {
    let units: [Character: Double] = ["K": 1024, "M": 1_048_576, "G": 1_073_741_824]
    guard let last = word.last, let unit = units[last], let number = Double(word.dropLast()) else {
      return Int(word) ?? -1
    }
    return Int((number * unit).rounded())
  }

  private func vmmap(_ name: String) throws -> (Section, VmmapProcess) {
    let section = try read(Self.text("vmmap/" + name), as: .vmmap)
    let process = try #require((section.content as? Vmmap)?.processes.first)
    return (section, process)
  }

  /// The rows of the region table with `sizes` sizes, by their form alone.
  private func rows(_ text: String, sizes: Int, hasCount: Bool) throws -> [[Substring]] {
    let count = hasCount ? #"(\d+)"# : "()"
    let form = try Regex(
      #"^(\S.*?)\s+((?:[\d.]+[KMGT]?\s+){\#(sizes - (hasCount ? 0 : 1))}"#
        + (hasCount ? ")" : #"[\d.]+[KMGT]?)"#) + count + #"(?:\s+([a-z]\S.*?))?\s*$"#)
    return lines(of: text).compactMap { line in
      guard let match = line.firstMatch(of: form), !line.contains("_0x"), !line.contains("["),
        !line.contains(":")
      else { return nil }
      return [match.output[1].substring ?? ""]
        + (match.output[2].substring ?? "").split(separator: " ")
        + [match.output[3].substring ?? ""]
    }
  }

  struct Table: Sendable {
    let name: String
    let sizes: Int
    var hasCount = true
    let rowCount: Int
    var unread = 0
    var isPages = false
    /// Whether each count is one too high.
    var isOneTooMany = false
  }

  @Test(arguments: [
    Table(
      name: "ios-simulator-2018-performance-tool-data-excerpt.txt", sizes: 7, rowCount: 22,
      isOneTooMany: true),
    Table(name: "macos10.12.0-summary-complete.txt", sizes: 1, rowCount: 24, isOneTooMany: true),
    Table(name: "macos10.14.4-pages-summary-excerpt.txt", sizes: 7, rowCount: 13, isPages: true),
    Table(name: "macos26.6-arm64-summary-complete.txt", sizes: 7, rowCount: 51),
    Table(
      name: "osx10.8or9-python-resident-excerpt.txt", sizes: 2, hasCount: false, rowCount: 18,
      unread: 1),
  ])
  func `every row of a table is read`(_ table: Table) throws {
    let text = try Self.text("vmmap/" + table.name)
    let (section, process) = try vmmap(table.name)
    #expect(
      section.coverage.unreadLineCount == table.unread, "\(section.coverage.unreadLines)")
    let expected = try rows(text, sizes: table.sizes, hasCount: table.hasCount)
    #expect(expected.count == table.rowCount)
    let all =
      process.regions + [process.total, process.totalWithoutReserved].compactMap { $0 }
    try #require(all.count == expected.count)
    #expect(process.hasCorrectedCounts == table.isOneTooMany)
    for (row, words) in zip(all, expected) {
      let isTotal = words[0].hasPrefix("TOTAL")
      #expect(row.type == words[0])
      let columns = RegionType.Column.allCases.prefix(table.sizes)
      let page = table.isPages ? 4096 : 1
      #expect(
        columns.map { row[$0]?.bytes } == words[1...table.sizes].map { Self.bytes($0) * page },
        "\(row.type)")
      let count = Int(words[table.sizes + 1])
      #expect(row.regionCount == count.map { $0 - (table.isOneTooMany && !isTotal ? 1 : 0) })
    }
  }

  @Test func `the regions of lists are added up`() throws {
    let form =
      /^(.+?)\s+([0-9a-f]+-[0-9a-f]+|kernel-kernel)\s+\[\s*([^\]]+)\]\s+[r-][w-][x-]\/[r-][w-][x-]\s+SM=/
    for (name, title) in [
      ("macos14.0-arm64-regions-excerpt.txt", "shared_library_demo [66814]"),
      ("macosx10.5-git-fast-import-excerpt.txt", "git-fast-import [27270]"),
    ] {
      let text = try Self.text("vmmap/" + name)
      let section = try read(text, as: .vmmap)
      #expect(section.coverage.unreadLineCount == 0, "\(section.coverage.unreadLines)")
      let process = try #require((section.content as? Vmmap)?.processes.first)
      #expect(process.process.title == title)
      let regions = lines(of: text).compactMap { $0.firstMatch(of: form) }
      #expect(regions.count > 10)
      guard process.isAddedUp else { continue }
      var sums: [String: [Int]] = [:]
      for region in regions {
        let sizes = region.output.3.split(separator: " ").map(Self.bytes)
        sums[String(region.output.1), default: [0, 0, 0, 0]] =
          zip(sums[String(region.output.1)] ?? [0, 0, 0, 0], sizes).map { $0 + $1 }
      }
      #expect(Set(process.regions.map(\.type)) == Set(sums.keys))
      for type in process.regions {
        #expect(
          [type.virtual, type.resident, type.dirty, type.swapped].map { $0?.bytes ?? -1 }
            == sums[type.type], "\(type.type)")
      }
    }
  }

  @Test func `zones of each generation are read`() throws {
    let old = try vmmap("osx10.8or9-python-resident-excerpt.txt").1
    #expect(old.zones.map(\.name) == ["DefaultMallocZone", "GFXMallocZone"])
    #expect(old.zones.map(\.allocationCount) == [23_534, 0])
    #expect(old.zones.map(\.fragmentationPercent) == [nil, nil])
    #expect(old.zonesTotal?.allocated?.bytes == Self.bytes("166.1M"))
    let sierra = try vmmap("macos10.12.0-summary-complete.txt").1
    #expect(sierra.zones.map(\.regionCount) == [11])
    #expect(sierra.zones.map(\.dirty) == [nil])
    let pages = try vmmap("macos10.14.4-pages-summary-excerpt.txt").1
    #expect(pages.pageSize == 4096)
    #expect(pages.zones.map { $0.virtual?.bytes } == [2304 * 4096])
    #expect(pages.zones.map { $0.fragmentation?.bytes } == [15 << 10])
    let new = try vmmap("macos27.0-beta-malloc-zones-excerpt.txt").1
    #expect(new.process.title == "MetagentMenuBar [4242]")
    #expect(new.process.footprint?.bytes == Self.bytes("223.7M"))
    #expect(new.zonesTotal?.fragmentation?.bytes == Self.bytes("94.5M"))
    let summary = try vmmap("macos26.6-arm64-summary-complete.txt").1
    #expect(summary.zones.count == 8)
    #expect(summary.zones.map(\.allocationCount).compactMap { $0 }.reduce(0, +) == 150_732)
    let head = try vmmap("macos10.14.6-pages-summary-head.txt").1
    #expect(head.process.title == "ksh [81463]")
    #expect(head.writable?.written?.bytes == 28 << 10)
  }

  @Test(arguments: [
    ("heap/macos10.13-one-zone-excerpt.txt", 7, 0),
    ("heap/macos1x-human-readable-excerpt.txt", 3, 0),
    ("heap/macos26.6-same-process-excerpt.txt", 14, 0),
    ("heap/osx10.12-13-three-zones-excerpt.txt", 8, 1),
    ("heap/macos12.3.1-sorted-by-size-head.txt", 0, 0),
  ])
  func `every class is read`(_ name: String, _ rowCount: Int, _ unread: Int) throws {
    let form =
      /^\s*(\d+)\s+(\d+[KMGT]?|[\d.]+[KMGT])\s+([\d.]+[KMGT]?)\s{3}(.*?)(?:\s{2,}(ObjC|C\+\+|C|Swift|CFType|malloc)\s+(\S.*?))?\s*$/
    let text = try Self.text(name)
    let section = try read(text, as: .heap)
    #expect(section.coverage.unreadLineCount == unread, "\(section.coverage.unreadLines)")
    let heap = try #require((section.content as? Heap)?.processes.first)
    let rows = lines(of: text).compactMap { $0.wholeMatch(of: form)?.output }
    #expect(rows.count == rowCount)
    var sums: [String: (Int, Int)] = [:]
    for row in rows {
      let key = "\(row.4)|\(row.5 ?? "")|\(row.6 ?? "")"
      let old = sums[key] ?? (0, 0)
      sums[key] = (old.0 + (Int(row.1) ?? 0), old.1 + Self.bytes(row.2))
    }
    #expect(heap.classes.count == sums.count)
    for row in heap.classes {
      let sum = try #require(sums["\(row.name)|\(row.type ?? "")|\(row.binary ?? "")"])
      #expect(row.count == sum.0 && row.bytes.bytes == sum.1)
    }
  }

  /// The list of block sizes adds up to the blocks, to the byte.
  @Test(arguments: [
    ("heap/macos26.6-same-process-excerpt.txt", 150_732, 48_774_664),
    ("heap/osx10.12-13-three-zones-excerpt.txt", 13_994, 164_637_472),
  ])
  func `block sizes add up`(_ name: String, _ nodes: Int, _ bytes: Int) throws {
    let section = try read(Self.text(name), as: .heap)
    let heap = try #require((section.content as? Heap)?.processes.first)
    #expect(heap.nodeCount == nodes)
    #expect(heap.histogramCount == nodes)
    #expect(heap.histogramBytes?.bytes == bytes)
    #expect(heap.nodeBytes?.bytes == bytes || heap.nodeBytes?.tolerance == 512)
    #expect(
      heap.zones.isEmpty || heap.zones.compactMap { $0.nodeBytes?.bytes }.reduce(0, +) == bytes)
  }

  @Test(arguments: [
    ("leaks/macos10.13.3-tail-excerpt.txt", 9619, 194, 0, 0),
    ("leaks/macos10.1x-two-lines-complete.txt", 26_089, 749, 0, 0),
    ("leaks/macos15.0.1-v3-list-tail-excerpt.txt", 8004, 3260, 0, 0),
    ("leaks/macos1x-v3-list-100-leaks-excerpt.txt", 32_984, 269, 100, 3200),
    ("leaks/osx10.9.2-no-leaks-complete.txt", 1195, 16_536, 0, 0),
    ("leaks/macos14-arm64-two-forms-excerpt.txt", 20_815, 206, 13, 2640),
  ])
  func `leaks of each version are read`(
    _ name: String, _ pid: Int, _ nodes: Int, _ count: Int, _ bytes: Int
  ) throws {
    let section = try read(Self.text(name), as: .leaks)
    #expect(section.outcome == .parsed, "\(section.coverage)")
    let leaks = try #require((section.content as? Leaks)?.processes.first)
    #expect(leaks.process.pid == pid)
    #expect(leaks.nodeCount == nodes)
    #expect(leaks.leakCount == count)
    #expect(leaks.leakedBytes?.bytes == bytes)
  }

  @Test(arguments: ["vmmap", "heap", "leaks"])
  func `a sample is known by its text`(_ kind: String) throws {
    let folder = RealOutputTests.root.appending(path: "samples/" + kind)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where !name.hasSuffix("footprint.txt") {
      let bytes = try Data(contentsOf: folder.appending(path: name))
      #expect(SectionCatalog.kind(of: TextHead(Array(bytes)))?.rawValue == kind, "\(name)")
    }
  }
}
