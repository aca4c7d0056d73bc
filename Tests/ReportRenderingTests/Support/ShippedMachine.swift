import AllocationBalance
import MemoryAnalysis
import Foundation
import MemorySections
import Testing

@testable import TestSupport

/// A report of the texts of an archive that the project ships, some of them left out or replaced.
struct ShippedMachine: Sendable, CustomTestStringConvertible {
  let name: String
  /// Members that are left out, by their last path component.
  var without: Set<String> = []
  /// Members whose text is another, or that the archive does not have.
  var replaced: [String: String] = [:]
  var outcome = ScanSummary.Outcome.complete
  var testDescription: String { name + without.sorted().map { " without \($0)" }.joined() }

  static let seed = ShippedMachine(name: "osx-10.8-seed")
  static let leak = ShippedMachine(name: "macos-26-zone-leak")
  static let redacted = ShippedMachine(name: "macos-13-redacted-zprint")
  static let withoutZprint = ShippedMachine(name: "macos-10.14-no-zprint")
  static let withoutMemory = ShippedMachine(name: "no-memory-section")

  /// The leaking Mac with nothing but one member.
  static func only(_ member: String, _ text: String) -> ShippedMachine {
    let all: Set = [
      "zprint.txt", "footprint-all.txt", "kextstat.txt", "vm_stat.txt", "sysctl.txt",
      "sysdiagnose.log", "taskSummary.csv", "sw_vers.txt",
    ]
    return ShippedMachine(name: leak.name, without: all, replaced: [member: text])
  }

  /// The names of all shipped archives but the series, sorted.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: TestArchive.folder + "/texts")
      .filter { !$0.hasPrefix("series-") && !$0.hasPrefix(".") }.sorted()
  }

  func report() throws -> Report {
    let texts = TestArchive(name: name)
    let names = try texts.members()
    var sections: [Section] = []
    for member in names where !without.contains(Self.last(member)) && replaced[member] == nil {
      guard SectionCatalog.kind(ofMember: member) != nil else { continue }
      sections += section(member, [UInt8](try texts.text(member)))
    }
    for (member, text) in replaced { sections += section(member, Array(text.utf8)) }
    var archive = CapturedArchive(path: "archives/\(name).tar.gz")
    archive.name = name
    archive.compressedBytes = 12_345
    archive.capturedAt = "2026-03-14T16:42:08+01:00"
    archive.platform = "macOS"
    archive.build = "25D2128"
    let scan = ScanSummary(
      outcome: outcome, compressedBytesRead: 12_345, uncompressedBytesRead: 1 << 20,
      membersSeen: names.count)
    return Report(Snapshot(archive: archive, scan: scan, sections: sections))
  }

  private func section(_ member: String, _ bytes: [UInt8]) -> [Section] {
    guard let kind = SectionCatalog.kind(ofMember: member) else { return [] }
    let reader = SectionCatalog.reader(for: kind, member: "top/\(member)")
    bytes.withUnsafeBytes { reader.read($0.bytes) }
    return [reader.finish(isWhole: true)]
  }

  private static func last(_ member: String) -> String {
    member.split(separator: "/").last.map(String.init) ?? member
  }
}
