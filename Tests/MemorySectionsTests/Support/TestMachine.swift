import Foundation
import MemorySections
import Testing

@testable import TestSupport

/// One machine of `TestArchives`: its texts as plain files, and its truth.
struct TestMachine: Sendable, CustomTestStringConvertible {
  let name: String
  var testDescription: String { name }

  /// The machines with texts; the broken archives derive from two of these.
  static let all = [
    "ios-17-zprint", "macos-10.12-total-defect", "macos-10.13.6-g", "macos-10.14-no-zprint",
    "macos-12-healthy", "macos-13-redacted-zprint", "macos-26-healthy", "macos-26-zone-leak",
    "no-memory-section", "osx-10.10-zwaste", "osx-10.8-seed", "seed-older-mac",
    "seed-older-mac-clean", "seed-older-mac-clean-2", "seed-fresh-mac", "seed-fresh-mac-clean",
    "macos-26-after-panic", "macos-26-targeted", "ios-16-no-footprint", "macos-14-taskinfo-only",
    "series-leak/6", "series-reboot/4", "series-healthy/6",
  ].map(TestMachine.init)

  static let withZprint = all.filter { $0.truthSays("zprint") }
  static let withFootprint = all.filter { $0.truthSays("footprint") }
  static let withKextstat = all.filter { $0.truthSays("kextstat") }
  static let withVMStat = all.filter { $0.truthSays("vmStat") }

  /// Whether the truth lists a section.
  private func truthSays(_ section: String) -> Bool {
    (try? truth)?.sections[section]?.outcome == "parsed"
  }

  var truth: Truth {
    get throws { try TestArchive(name: name).truth() }
  }

  /// The member of a kind, in any folder; nil when the machine has none.
  func member(_ kind: SectionKind) throws -> Data? {
    let archive = TestArchive(name: name)
    let member = try archive.members().first { SectionCatalog.kind(ofMember: $0) == kind }
    return try member.map(archive.text)
  }

  /// The section of a kind; fails the test when the machine has none.
  func section(_ kind: SectionKind) throws -> Section {
    try read(try #require(try member(kind)), as: kind)
  }
}
