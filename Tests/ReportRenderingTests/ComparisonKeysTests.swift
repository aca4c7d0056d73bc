import AllocationBalance
import MemoryAnalysis
import Foundation
import Testing

@testable import ReportRendering

/// The keys of `compare --format json`, which are a contract.
@Suite struct ComparisonKeysTests {
  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static func compared(boots: Int = 0) throws -> [String: Any] {
    try object(
      JSONRenderer.document(
        Comparison(
          TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 6, boots: boots))))
  }

  @Test func `a comparison has the keys of the contract`() throws {
    let document = try Self.compared()
    let keys = [
      "schemaVersion", "old", "new", "sameMachine", "sameBoot", "elapsedSeconds", "caveats",
      "kernel", "user", "zones", "wired", "kexts", "processes", "categories",
    ]
    #expect(keys.filter { document[$0] == nil } == [])
    #expect(document["schemaVersion"] as? Int == 1)
    #expect(document["sameMachine"] as? Bool == true)
    #expect(document["sameBoot"] as? Bool == true)
    #expect(document["elapsedSeconds"] as? Int == 14_400)
  }

  @Test(arguments: ["kernel", "user"])
  func `a figure has the keys of the contract, and adds up`(_ side: String) throws {
    let figure = try #require(try Self.compared()[side] as? [String: Any])
    let sizes = ["oldBytes", "newBytes", "deltaBytes", "explainedBytes", "unexplainedBytes"]
      .map { figure[$0] as? Int }
    let bytes = sizes.compactMap { $0 }
    try #require(bytes.count == 5)
    #expect(bytes[2] == bytes[1] - bytes[0])
    #expect(bytes[3] + bytes[4] == bytes[2])
  }

  @Test(arguments: ["zones", "wired", "kexts", "processes"])
  func `rows have the keys of the contract, the largest difference first`(_ list: String) throws {
    let rows = try #require(try Self.compared()[list] as? [[String: Any]])
    #expect(!rows.isEmpty)
    let deltas = rows.compactMap { ($0["deltaBytes"] as? Int)?.magnitude }
    #expect(deltas.count == rows.count)
    #expect(deltas == deltas.sorted(by: >))
    for row in rows {
      let status = try #require(row["status"] as? String)
      #expect(["grew", "shrank", "same", "new", "gone"].contains(status))
      #expect(row["name"] is String)
      #expect((row["family"] is String) == (list == "zones"))
      #expect((row["oldBytes"] == nil) == (status == "new"))
      #expect((row["newBytes"] == nil) == (status == "gone"))
      #expect(row["bytesPerHour"] is Int)
    }
  }

  @Test func `the leaking zone's row`() throws {
    let zones = try #require(try Self.compared()["zones"] as? [[String: Any]])
    let leak = try #require(zones.first)
    #expect(leak["name"] as? String == "data.kalloc.1024")
    #expect(leak["deltaBytes"] as? Int == 4 << 30)
    #expect(leak["bytesPerHour"] as? Int == 1 << 30)
    #expect(leak["status"] as? String == "grew")
  }

  @Test func `over a reboot there is no key of a rate`() throws {
    let text = try JSONRenderer.document(
      Comparison(TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 6, boots: 1)))
    #expect(!text.contains("bytesPerHour"))
    #expect(try Self.object(text)["sameBoot"] as? Bool == false)
  }
}
