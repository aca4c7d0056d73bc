import AllocationBalance
import MemoryAnalysis
import Foundation
import MemorySections
import ReportRendering
import SnapshotStore
import Testing

@testable import TestSupport

/// A stored snapshot loads with the same content.
struct RoundTripTests {
  @Test("the report is the same, except for the processes' categories", arguments: TestArchives.all)
  func report(_ name: String) throws {
    let original = try TestArchives.snapshot(name)
    let loaded = try Stored.again(original)
    let before = try Self.object(original, withoutCategories: true)
    let after = try Self.object(loaded, withoutCategories: false)
    #expect(before == after)
  }

  @Test("a comparison of stored snapshots equals that of the archives")
  func comparison() throws {
    let names = ["macos-26-healthy.tar.gz", "macos-26-zone-leak.tar.gz"]
    let original = try names.map { try TestArchives.snapshot($0) }
    let loaded = try original.map { try Stored.again($0) }
    let before = try JSONRenderer.document(Comparison(original[0], original[1]))
    #expect(try JSONRenderer.document(Comparison(loaded[0], loaded[1])) == before)
    #expect(before.contains("\"categories\""))
    #expect(!Comparison(loaded[0], loaded[1]).categories.isEmpty)
  }

  @Test("a trend of stored snapshots equals that of the archives")
  func trend() throws {
    let original = try TestArchives.all.filter { $0.hasPrefix("series-leak/") }
      .map { try TestArchives.snapshot($0) }
    #expect(original.count == 6)
    let loaded = try original.map { try Stored.again($0) }
    let before = try JSONRenderer.document(Trend(Series(original)))
    #expect(try JSONRenderer.document(Trend(Series(loaded))) == before)
  }

  /// The JSON as values, to remove a key.
  private static func object(_ snapshot: Snapshot, withoutCategories: Bool) throws -> NSDictionary {
    let text = try JSONRenderer.line(Report(snapshot))
    var object =
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    if withoutCategories, var user = object["user"] as? [String: Any],
      let processes = user["processes"] as? [[String: Any]]
    {
      user["processes"] = processes.map { $0.filter { $0.key != "categories" } }
      object["user"] = user
    }
    return object as NSDictionary
  }
}
