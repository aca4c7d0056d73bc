import Foundation
import MemorySections
import Testing

@testable import TestSupport

/// Every machine of `TestArchives`, member by member.
@Suite struct TestMachineTests {
  /// The name of a section in the truth.
  private static let names: [SectionKind: String] = [
    .zprint: "zprint", .footprint: "footprint", .kextstat: "kextstat", .vmStat: "vmStat",
    .sysctl: "sysctl", .collectionLog: "sysdiagnoseLog", .taskSummary: "taskSummary",
    .vmmap: "vmmap", .heap: "heap", .leaks: "leaks",
  ]

  @Test func everyMachineIsHere() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: TestArchive.folder + "/texts")
    // One machine represents each series.
    let folders = TestMachine.all.map { String($0.name.prefix { $0 != "/" }) }
    #expect(Set(names) == Set(folders))
    #expect(TestMachine.withZprint.count == 19)
    #expect(TestMachine.withFootprint.count == 10)
    #expect(TestMachine.withKextstat.count == 19)
    #expect(TestMachine.withVMStat.count == 15)
  }

  @Test(arguments: TestMachine.all, Array(names.keys))
  func everyLineIsUnderstood(_ machine: TestMachine, _ kind: SectionKind) throws {
    let name = try #require(Self.names[kind])
    let expected = try machine.truth.sections[name]
    guard expected?.outcome == "parsed" else {
      #expect(try machine.member(kind) == nil)
      return
    }
    let section = try machine.section(kind)
    #expect(section.outcome == .parsed)
    #expect(section.coverage.unreadLineCount == 0, "\(section.coverage.unreadLines)")
    #expect(section.coverage.rows > 0)
    #expect(section.coverage.bytes == expected?.bytes)
  }

  @Test(arguments: TestMachine.withVMStat)
  func pagesAreTheTruths(_ machine: TestMachine) throws {
    let vmStat = try #require(try machine.section(.vmStat).vmStat)
    let truth = try #require(try machine.truth.vmStat)
    let names: [VMStat.PageState: String] = [
      .free: "free", .active: "active", .inactive: "inactive", .speculative: "speculative",
      .throttled: "throttled", .wired: "wired", .purgeable: "purgeable", .fileBacked: "file_backed",
      .anonymous: "anonymous", .storedInCompressor: "stored", .occupiedByCompressor: "compressor",
    ]
    #expect(vmStat.pageSize == truth.pageSize)
    let pages = vmStat.pages.map { (names[$0] ?? "", $1.pages) }
    #expect(Dictionary(uniqueKeysWithValues: pages) == truth.pages)
  }

  @Test(arguments: TestMachine.all.filter { $0.name != "no-memory-section" })
  func theMachineIsTheTruths(_ machine: TestMachine) throws {
    let sysctl = try #require(try machine.section(.sysctl).sysctl)
    let truth = try machine.truth
    #expect(sysctl.installed?.bytes == truth.installedBytes)
    #expect(sysctl.pageSize == truth.pageSize)
    #expect(sysctl.bootTime == truth.identity.bootTime)
    #expect(sysctl.build == truth.identity.build)
    #expect(sysctl.model == truth.identity.model)
  }

  /// The machine without a memory section; its logs give the reasons.
  @Test func logsSayWhyASectionIsMissing() throws {
    let machine = try #require(TestMachine.all.first { $0.name == "no-memory-section" })
    let log = try #require(try machine.section(.collectionLog).tasks)
    #expect(log.filter { $0.ending == .notCollected && $0.writes(.zprint) }.count == 1)
    let summary = try #require(try machine.section(.taskSummary).tasks)
    #expect(summary.filter { $0.writes(.footprint) }.map(\.ending) == [.timedOut])
    let kextstat = try #require(summary.first { $0.writes(.kextstat) })
    guard case .failed = kextstat.ending else {
      Issue.record("kextstat ended otherwise: \(kextstat.ending)")
      return
    }
  }
}
