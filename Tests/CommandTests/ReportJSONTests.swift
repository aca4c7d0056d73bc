import Foundation
import Testing

@testable import TestSupport

/// `report --format json` of every archive against its model.
struct ReportJSONTests {
  private static func report(_ archive: TestArchive) async throws -> ReportObject {
    try await ShippedReports.shared.of(archive).report
  }

  @Test("the exit code tells whether the archive is intact", arguments: TestArchive.telling)
  func exitCode(_ archive: TestArchive) async throws {
    let run = try await ShippedReports.shared.of(archive).run
    let isBroken = archive.name.hasPrefix("broken-")
    #expect(run.status == (isBroken ? 5 : 0))
    #expect(run.errorLines.count == (isBroken ? 1 : 0))
  }

  @Test(
    "the kernel's figure, source and bound match the model", arguments: TestArchive.telling)
  func kernel(_ archive: TestArchive) async throws {
    let truth = try #require(try archive.truth().balance.kernel)
    let kernel = try #require(try await Self.report(archive).balance.kernel)
    #expect(kernel.bytes == truth.printedBytes)
    #expect(kernel.source == truth.source)
    #expect(kernel.isLowerBound == truth.isLowerBound)
    if let tolerance = truth.toleranceBytes { #expect(kernel.toleranceBytes == tolerance) }
  }

  @Test("the users' figure and its tolerance are those of the model", arguments: TestArchive.whole)
  func user(_ archive: TestArchive) async throws {
    let truth = try archive.truth().balance.user
    let user = try await Self.report(archive).balance.user
    #expect(user?.bytes == truth?.printedBytes)
    #expect(user?.source == truth?.source)
    #expect(user?.toleranceBytes == truth?.toleranceBytes)
    #expect(user?.isLowerBound == truth?.processesWithoutFootprint.map { $0 > 0 })
  }

  @Test("the processes before the break of a truncated footprint are a lower bound")
  func truncatedUser() async throws {
    let cut = try #require(try TestArchive.truncated.truth().footprintBeforeCut)
    let before = (cut.wholeProcesses + [cut.endsInTheTableOf]).filter { $0.name != "kernel_task" }
    let user = try #require(try await Self.report(.truncated).balance.user)
    #expect(user.isLowerBound)
    #expect(user.bytes == before.compactMap(\.footprint?.printedBytes).reduce(0, +))
  }

  @Test(
    "the share is the kernel's fraction, or absent", arguments: TestArchive.whole)
  func share(_ archive: TestArchive) async throws {
    let truth = try archive.truth().balance
    let share = try await Self.report(archive).balance.kernelShare
    guard let kernel = truth.kernel?.printedBytes, let user = truth.user?.printedBytes else {
      #expect(share == nil)
      return
    }
    let expected = Double(kernel) / Double(kernel + user)
    #expect(abs(try #require(share) - expected) <= 0.00005)
  }

  @Test("zones, wired rows and maps are complete", arguments: TestArchive.telling)
  func zprintRows(_ archive: TestArchive) async throws {
    let truth = try archive.truth()
    let kernel = try await Self.report(archive).kernel
    #expect(kernel.zones?.count == truth.zoneRowCount)
    #expect(kernel.wired?.count == truth.wiredRowCount)
    #expect(kernel.wiredTotalBytes == truth.wiredTotal?.printedBytes)
    if truth.wiredRowCount != nil { #expect(kernel.maps?.count == truth.mapCount) }
  }

  @Test("every zone has the model's name, size and count", arguments: TestArchive.telling)
  func zones(_ archive: TestArchive) async throws {
    let truth = try archive.truth()
    let zones = try await Self.report(archive).kernel.zones
    #expect(zones?.map(\.name) == truth.zones?.map(\.name))
    #expect(zones?.map(\.inUseCount) == truth.zones?.map(\.inUseCount))
    // A redacted size is unknown, not zero.
    let isRedacted = truth.isRedacted == true
    #expect(
      zones?.map(\.currentBytes)
        == truth.zones?.map { isRedacted ? nil : $0.currentBytes.printedBytes })
  }

  @Test("kexts are complete, and pseudo-kexts are in no sum", arguments: TestArchive.telling)
  func kexts(_ archive: TestArchive) async throws {
    let truth = try archive.truth()
    let kernel = try await Self.report(archive).kernel
    #expect(kernel.kexts?.count == truth.kextCount)
    #expect(kernel.kextImageBytes == truth.kextImageBytes?.withoutKpi)
    #expect(
      kernel.kexts?.filter(\.isThirdParty).map(\.name).sorted() == truth.thirdPartyKexts?.sorted())
  }

  @Test("every process has the model's footprint", arguments: TestArchive.whole)
  func processes(_ archive: TestArchive) async throws {
    let truth = try archive.truth()
    let report = try await Self.report(archive)
    let listed = truth.listedProcesses
    #expect(report.user.processes?.count == listed?.count ?? truth.processCount)
    let found = report.user.processes?.map { [$0.pid, $0.footprintBytes] }
    let expected: [[Int?]]? =
      listed?.map { [$0.pid, $0.printedBytes] }
      ?? truth.processes?.filter { $0.name != "kernel_task" }
      .map { [$0.pid, $0.footprint?.printedBytes] }
    #expect(Set(found ?? []) == Set(expected ?? []))
    let sizes = (report.user.processes ?? []).map { $0.footprintBytes ?? -1 }
    #expect(sizes == sizes.sorted(by: >))
  }

  @Test(
    "a section is complete, partial, or missing for its reason",
    arguments: TestArchive.telling)
  func sections(_ archive: TestArchive) async throws {
    let truth = try archive.truth()
    let report = try await Self.report(archive)
    for (kind, expected) in truth.sections {
      let kind = kind == "sysdiagnoseLog" ? "collectionLog" : kind
      let isMain = ["zprint", "footprint", "kextstat", "vmStat"].contains(kind)
      guard isMain || expected.outcome != "missing" else {
        #expect(report.section(kind) == nil)
        continue
      }
      let section = try #require(report.section(kind), "\(kind)")
      #expect(section.outcome == expected.outcome, "\(kind)")
      #expect(section.member == expected.member)
      if expected.outcome == "missing" { #expect(section.reason == expected.reason, "\(kind)") }
      if expected.outcome == "parsed" { #expect(section.bytes == expected.bytes, "\(kind)") }
      #expect((section.generation == nil) == (expected.generations == nil), "\(kind)")
      if let generation = section.generation, let possible = expected.generations {
        #expect(!Self.letters(generation).isDisjoint(with: possible), "\(kind)")
      }
    }
  }

  /// The layouts of a range such as `K2-K4`: the parser may know more or less than the text shows.
  private static func letters(_ range: String) -> Set<String> {
    let ends = range.split(separator: "-").map(String.init)
    let all = ["A", "B", "C", "D", "E", "F", "G", "H", "I"] + (1...6).map { "K\($0)" }
    guard let first = ends.first.flatMap(all.firstIndex),
      let last = ends.last.flatMap(all.firstIndex)
    else { return [] }
    return Set(all[first...last])
  }

  /// The models' words for a problem, if the reader uses others.
  private static let problemCodes = ["gzipTruncated": "truncated"]

  @Test("the scan's outcome and problem are those of the model", arguments: TestArchive.telling)
  func scan(_ archive: TestArchive) async throws {
    let truth = try archive.truth().scan
    let scan = try await Self.report(archive).scan
    #expect(scan.outcome == truth.outcome)
    let expected = truth.problem.map { Self.problemCodes[$0] ?? $0 }
    #expect(scan.problems.map(\.code) == [expected].compactMap { $0 })
  }

  @Test("the machine is that of the model", arguments: TestArchive.telling)
  func identity(_ archive: TestArchive) async throws {
    let truth = try archive.truth()
    let report = try await Self.report(archive)
    #expect(report.archive.name == truth.identity.name)
    #expect(report.archive.model == truth.identity.model)
    #expect(report.archive.build == truth.identity.build)
    #expect(report.archive.osVersion == truth.identity.osVersion)
    #expect(report.archive.platform == truth.identity.platform)
    #expect(report.archive.path == archive.path)
    #expect(report.balance.installedBytes == truth.installedBytes)
    // A name without an offset gives a local time; its UTC time is unknown.
    let hasOffset = truth.identity.capturedAt.count > 19
    #expect(report.archive.capturedAt == (hasOffset ? truth.identity.capturedAt : nil))
    #expect(report.archive.capturedAtLocal == String(truth.identity.capturedAt.prefix(19)))
  }

  @Test("jsonl is the object of json on one line", arguments: [TestArchive.seed, .leak])
  func line(_ archive: TestArchive) async throws {
    let run = try await Program.run(["report", archive.path, "--format", "jsonl"])
    #expect(run.output.filter { $0 == "\n" }.count == 1)
    #expect(try await ReportObject(run.outputBytes) == Self.report(archive))
  }

  @Test("two runs give the same bytes")
  func repeatable() async throws {
    let arguments = ["report", TestArchive.leak.path, "--format", "json"]
    let first = try await ShippedReports.shared.of(.leak).run
    #expect(try await Program.run(arguments).outputBytes == first.outputBytes)
  }
}
