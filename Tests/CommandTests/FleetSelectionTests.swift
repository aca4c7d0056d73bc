import Foundation
import Testing

@testable import TestSupport

/// Which snapshots of a store a fleet is made of, and what was found on them.
struct FleetSelectionTests {
  /// Four machines, on two days each; 0 and 1 have the kext TestTunnel later, 2 and 3 earlier.
  private static let shared = Shared {
    try await FleetStore(
      (0..<4).flatMap { machine in
        [3, 10].map {
          FleetArchive(machine: machine, day: $0, leaks: (machine < 2) == ($0 == 10))
        }
      })
  }

  /// The version of TestTunnel in the text that these archives are made of.
  private static func version() throws -> String {
    let text = try String(
      contentsOfFile: Project.root + "/TestArchives/texts/series-leak/1/kextstat.txt",
      encoding: .utf8)
    let match = try #require(text.firstMatch(of: #/com\.example\.nke\.TestTunnel \((.+?)\)/#))
    return String(match.1)
  }

  @Test("a selection by time takes each machine's latest capture in it")
  func time() async throws {
    let filled = try await Self.shared.get()
    let store = filled.store
    for (options, day) in [
      ([], "10"), (["--until", "2026-03-09"], "03"), (["--until", "2026-03-10"], "10"),
      (["--since", "2026-03-04"], "10"), (["--until", "2026-03-03T10:00:00Z"], "03"),
    ] {
      let run = try await Program.run(
        ["fleet", store, "--format", "csv", "--table", "machines"] + options)
      let rows = run.output.split(separator: "\r\n").dropFirst()
      #expect(rows.count == 4, "\(options)")
      #expect(
        rows.allSatisfy { $0.contains("_2026.03.\(day)_") || $0.contains("-\(Int(day) ?? 0)/") })
    }
    let none = try await Program.run(["fleet", store, "--until", "2026-03-02"])
    #expect(none.status == 1)
  }

  @Test("a selection by kext takes the snapshots that have it, in the versions that count")
  func kext() async throws {
    let filled = try await Self.shared.get()
    let store = filled.store
    let name = "com.example.nke.TestTunnel"
    let version = try Self.version()
    for (kext, snapshots) in [
      (name, 4), ("\(name)@\(version)", 4), ("\(name)@0.1..", 4), ("\(name)@..999", 4),
      ("\(name)@\(version)..\(version)", 4), ("\(name)@999..", 0), ("\(name)@..0.0.1", 0),
      ("com.example.nothing", 0), ("com.apple.kpi.bsd", 8),
    ] {
      let run = try await Program.run([
        "store", "list", store, "--format", "csv", "--kext", kext,
      ])
      #expect(run.output.split(separator: "\r\n").dropFirst().count == snapshots, "\(kext)")
    }
    // Of a machine whose latest capture lacks the kext, an earlier one with it is taken.
    let fleet = try await Program.run([
      "fleet", store, "--kext", name, "--format", "csv", "--table", "machines",
    ])
    #expect(fleet.output.split(separator: "\r\n").dropFirst().count == 4)
  }

  @Test("findings are counted as the reports of the latest archives have them")
  func findings() async throws {
    let filled = try await Self.shared.get()
    let store = filled.store
    var expected: [String: Int] = [:]
    for machine in 0..<4 {
      let run = try await Program.run([
        "report", filled.scratch("in/\(machine)-10"), "--format", "json",
      ])
      let report = try JSONSerialization.jsonObject(with: run.outputBytes) as? [String: Any]
      let found = report?["findings"] as? [[String: Any]] ?? []
      let rules = Set(found.map { "\($0["severity"] ?? "") \($0["id"] ?? "")" })
      for rule in rules { expected[rule, default: 0] += 1 }
    }
    let run = try await Program.run(["fleet", store, "--format", "json"])
    let fleet = try JSONSerialization.jsonObject(with: run.outputBytes) as? [String: Any]
    let findings = try #require(fleet?["findings"] as? [[String: Any]])
    let counts = findings.reduce(into: [String: Int]()) { counts, finding in
      counts["\(finding["severity"] ?? "") \(finding["id"] ?? "")"] =
        finding["machineCount"] as? Int
    }
    #expect(!expected.isEmpty)
    #expect(counts == expected)
    #expect(findings.allSatisfy { $0["ofMachines"] as? Int == 4 })
    let text = try await Program.run(["fleet", store])
    #expect(text.output.contains("Findings"))
  }
}
