import Foundation
import Platform
import Testing

@testable import MemorySections

/// Values that write their members to the program's own encoder without a container.
@Suite struct MembersOfJSONTests {
  private static let member = "crashes/log.txt"

  /// What any encoder makes of a value.
  private static func expected(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func source(_ line: Int) -> Source { Source(member: member, line: line) }

  private static let quantities = [
    Quantity(bytes: 0), Quantity(bytes: -7, tolerance: 3),
    Quantity(bytes: .max, tolerance: .max, source: source(1)),
    Quantity(bytes: 95_232, tolerance: 1_023, source: Source(member: "a \"b\"", line: 12)),
  ]

  private static let tasks = [
    CollectionTask(name: "zprint", command: "/usr/bin/zprint -t", ending: .ran, line: 1),
    CollectionTask(name: nil, command: "", ending: .notCollected, line: 2),
    CollectionTask(name: "é", command: "a\\b", ending: .failed(status: -9), line: 3),
    CollectionTask(name: "", command: "/bin/ps", ending: .timedOut, line: .max),
  ]

  @Test("their text is the one that any encoder gives")
  func equal() throws {
    var vmStat = VMStat(pageSize: 4096)
    vmStat.pages = [
      .free: VMStat.PageCount(pages: 5, tolerance: 999, source: Self.source(2)),
      .wired: VMStat.PageCount(pages: 7, tolerance: 0, source: nil),
    ]
    let swap = ["total": Self.quantities[2], "used": Self.quantities[1]]
    func check(_ value: some Encodable) throws {
      #expect(try JSONTextEncoder.text(of: value, isPretty: false) == Self.expected(value))
    }
    try Self.quantities.forEach(check)
    try Self.tasks.forEach(check)
    try check(Self.quantities)
    try check(CollectionLog(tasks: Self.tasks))
    try check(vmStat)
    try check(swap)
  }

  @Test("the member that a text is of is left out, and read back")
  func shared() throws {
    let path = SourcePath(Self.member)
    let json = Data(try JSONTextEncoder.line(of: Self.quantities, shared: path))
    #expect(!String(decoding: json, as: UTF8.self).contains(Self.member))
    let decoder = JSONDecoder()
    decoder.userInfo = path.userInfo
    #expect(try decoder.decode([Quantity].self, from: json) == Self.quantities)
  }
}
