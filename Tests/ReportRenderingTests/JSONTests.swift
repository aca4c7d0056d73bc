import AllocationBalance
import Foundation
import Testing

@testable import ReportRendering

/// The JSON's form: what is unknown has no key.
struct JSONTests {
  private static func object(_ machine: ShippedMachine) throws -> [String: Any] {
    let text = try JSONRenderer.document(machine.report())
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }

  /// A key by its path, in the first item of a list; nil when it is not there.
  private static func value(_ path: String, _ object: [String: Any]) -> Any? {
    path.split(separator: ".").reduce(object as Any?) { value, key in
      let value = (value as? [Any])?.first ?? value
      return (value as? [String: Any])?[String(key)]
    }
  }

  /// Keys that are there and keys that are not.
  struct Keys: Sendable, CustomTestStringConvertible {
    let machine: ShippedMachine
    let present: [String]
    let absent: [String]
    var testDescription: String { machine.testDescription }
  }

  static let expectations: [Keys] = [
    Keys(
      machine: .leak,
      present: [
        "balance.kernel.bytes", "balance.user.bytes", "balance.kernelShare",
        "balance.installedBytes", "balance.unexplainedBytes", "balance.compressorBytes",
        "kernel.zones.currentBytes", "kernel.wired.bytes", "kernel.maps.bytes",
        "kernel.kernelTask.footprintBytes", "kernel.kextImageBytes", "user.summaryBytes",
        "user.processes.footprintBytes", "reconciliation.zonesBytes", "archive.model",
      ], absent: ["archive.capturedAtLocal", "sections.reason", "panics", "jetsamEvents"]),
    Keys(
      machine: .seed,
      present: [
        "balance.kernel.bytes", "balance.installedBytes", "balance.unexplainedBytes",
        "kernel.zones", "kernel.kexts",
        "reconciliation.zonesBytes", "kernel.zones.lifetimeBytes",
      ],
      absent: [
        "balance.user", "balance.kernelShare", "balance.compressorBytes", "balance.freeBytes",
        "balance.fileBackedBytes", "balance.wiredBytes",
        "kernel.wired", "kernel.wiredTotalBytes", "kernel.maps", "kernel.kernelTask",
        "user.processes", "user.summaryBytes", "kernel.zones.collectableBytes",
        "kernel.kexts.uuid",
      ]),
    Keys(
      machine: .redacted,
      present: [
        "kernel.zones.inUseCount", "kernel.zones.usedBytes", "kernel.zoneTotals.usedBytes",
      ],
      absent: [
        "kernel.zones.currentBytes", "kernel.zones.maximumBytes", "kernel.zones.collectableBytes",
        "kernel.zones.lifetimeBytes", "kernel.zoneTotals.sizeBytes",
        "kernel.zoneTotals.allocatedBytes", "reconciliation.zonesBytes", "kernel.wired",
      ]),
    Keys(
      machine: .withoutZprint, present: ["kernel.kernelTask", "user.processes", "kernel.kexts"],
      absent: ["kernel.zones", "kernel.zoneTotals", "kernel.wired", "reconciliation"]),
    Keys(
      machine: .withoutMemory, present: ["archive.path", "sections", "balance", "findings"],
      absent: [
        "balance.kernel", "balance.user", "balance.kernelShare", "balance.installedBytes",
        "kernel.zones", "kernel.kexts", "user.processes", "reconciliation",
      ]),
  ]

  @Test("a key is there when its value is known, and not when it is not", arguments: expectations)
  func keys(_ expected: Keys) throws {
    let object = try Self.object(expected.machine)
    for path in expected.present { #expect(Self.value(path, object) != nil, "\(path)") }
    for path in expected.absent { #expect(Self.value(path, object) == nil, "\(path)") }
  }

  @Test(
    "nothing is null",
    arguments: [
      ShippedMachine.leak, .seed, .redacted, .withoutZprint, .withoutMemory,
    ])
  func noNull(_ machine: ShippedMachine) throws {
    let text = try JSONRenderer.line(machine.report())
    // A name may hold the word; a value after a colon may not be it.
    #expect(!text.contains(":null"))
    #expect(!text.contains("[null"))
  }

  @Test("a process that could not be examined has no size, and says why")
  func process() throws {
    let user = try #require(try Self.object(.withoutZprint)["user"] as? [String: Any])
    let processes = try #require(user["processes"] as? [[String: Any]])
    let worker = try #require(processes.first { $0["pid"] as? Int == 525 })
    #expect(worker["footprintBytes"] == nil)
    #expect(worker["toleranceBytes"] == nil)
    let errors = try #require(worker["errors"] as? [String])
    #expect(errors.contains("process exited before it could be examined"))
  }

  @Test("memory whose size is not known is in the ledger without bytes")
  func ledger() throws {
    let ledger = try #require(try Self.object(.seed)["ledger"] as? [[String: Any]])
    let outside = try #require(
      ledger.first { $0["component"] as? String == LedgerComponent.outsideZones })
    #expect(outside["bytes"] == nil)
    #expect(outside["relation"] as? String == "counted")
  }

  @Test("the line is the document without its line ends", arguments: [ShippedMachine.leak, .seed])
  func line(_ machine: ShippedMachine) throws {
    let report = try machine.report()
    let line = try JSONRenderer.line(report)
    let document = try JSONRenderer.document(report)
    #expect(line.filter { $0 == "\n" }.count == 1 && line.hasSuffix("\n"))
    let values = try [line, document].map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary
    }
    #expect(values[0] != nil && values[0] == values[1])
  }

  @Test("slashes stay readable and keys are sorted")
  func form() throws {
    let text = try JSONRenderer.document(ShippedMachine.leak.report())
    #expect(text.contains("\"path\" : \"archives/macos-26-zone-leak.tar.gz\""))
    let top = text.matches(of: #/(?m)^  "([A-Za-z]+)" :/#).map { String($0.output.1) }
    #expect(top == top.sorted())
    #expect(top.contains("schemaVersion"))
  }

  @Test("the schema that is shipped names every key of the report")
  func schema() throws {
    let bytes = Data(ReportSchema.report.text.utf8)
    let schema = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let named = try #require(schema["properties"] as? [String: Any])
    for machine in [ShippedMachine.leak, .seed, .withoutMemory] {
      #expect(Set(try Self.object(machine).keys).isSubset(of: Set(named.keys)))
    }
  }
}
