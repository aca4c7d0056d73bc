import AllocationBalance
import Foundation
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

/// Archives without footprint against the truth of their models.
struct ListedTruthTests {
  static let names = ["ios-16-no-footprint", "macos-14-taskinfo-only"]

  private func truth(_ name: String) throws -> Truth { try TestArchive(name: name).truth() }

  private func report(_ name: String) throws -> Report {
    try #require(ArchiveTexts.all.first { $0.name == name }).report()
  }

  @Test(arguments: names)
  func `user memory is that of the model`(_ name: String) throws {
    let (truth, report) = (try #require(try truth(name).balance.user), try report(name))
    let user = try #require(report.balance.user)
    #expect(user.origin.rawValue == truth.source)
    #expect(user.quantity.bytes == truth.printedBytes)
    let (exact, tolerance) = (
      try #require(truth.exactBytes), try #require(truth.toleranceBytes)
    )
    #expect(user.quantity.tolerance == tolerance)
    #expect(abs(exact - user.quantity.bytes) <= tolerance)
    #expect(user.isLowerBound == false)
  }

  @Test(arguments: names)
  func `each process is that of the model`(_ name: String) throws {
    let (truth, report) = (try truth(name), try report(name))
    let found = (report.balance.processes?.processes ?? []).map { process in
      Truth.ListedProcess(
        name: process.name, pid: process.pid ?? -1, app: process.app,
        printedBytes: process.footprint?.bytes ?? -1,
        toleranceBytes: process.footprint?.tolerance ?? -1,
        peakBytes: process.lifetimePeak?.bytes ?? -1)
    }
    let expected = try #require(truth.listedProcesses)
    #expect(found.sorted { $0.pid < $1.pid } == expected.sorted { $0.pid < $1.pid })
  }

  @Test(arguments: names)
  func `helpers stand with their apps`(_ name: String) throws {
    let (truth, report) = (try truth(name), try report(name))
    let found = (report.balance.processes?.groups ?? []).map { group in
      Truth.Group(
        app: group.app, processCount: group.processCount, printedBytes: group.footprint.bytes)
    }
    let expected = try #require(truth.groups)
    #expect(found.sorted { $0.app < $1.app } == expected.sorted { $0.app < $1.app })
  }

  /// The lists of one machine at one moment agree within their rounding.
  @Test func `no list differs from another`() throws {
    let processes = try #require(try report("ios-16-no-footprint").balance.processes)
    #expect(processes.processes.filter { !$0.otherFootprints.isEmpty }.map(\.name) == [])
    #expect(processes.processes.count > 100)
  }

  @Test(arguments: names)
  func `the ledger closes`(_ name: String) throws {
    let report = try report(name)
    let counted = report.ledger.entries.filter(\.isCounted).compactMap(\.quantity?.bytes)
    let (installed, unexplained) = (
      try #require(report.balance.installed), try #require(report.ledger.unexplained)
    )
    #expect(counted.reduce(0, +) + unexplained.bytes == installed.bytes)
    #expect(Double(unexplained.bytes.magnitude) < Double(installed.bytes) * 0.1)
  }
}
