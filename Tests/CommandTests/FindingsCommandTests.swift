import Foundation
import Testing

@testable import TestSupport

/// Findings, rules and their exit codes.
struct FindingsCommandTests {
  private static let healthy = TestArchive(name: "macos-26-healthy").path
  private static let redacted = TestArchive(name: "macos-13-redacted-zprint").path
  private static let leak = TestArchive.leak.path
  private static let truncated = TestArchive.truncated.path
  private static let oneBit = TestArchive.oneBit.path

  static let exits: [([String], Int32)] = [
    (["report", leak], 0),
    (["report", leak, "--fail-on", "critical"], 3),
    (["report", leak, "--fail-on", "warning"], 3),
    (["report", healthy, "--fail-on", "critical"], 0),
    (["report", healthy, "--fail-on", "warning"], 0),
    (["report", redacted, "--fail-on", "critical"], 0),
    (["report", redacted, "--fail-on", "warning"], 4),
    (["report", healthy, leak, redacted, "--fail-on", "critical"], 3),
    // The requested failure overrides "partial"; "partial" overrides success.
    (["report", truncated], 5),
    (["report", truncated, "--fail-on", "critical"], 3),
    (["report", oneBit, "--fail-on", "critical"], 5),
    (["report", oneBit, "--fail-on", "warning"], 4),
    (["compare", healthy, leak], 0),
    (["compare", healthy, leak, "--fail-on", "critical"], 3),
    (["compare", leak, leak, "--fail-on", "warning"], 0),
    (["batch", healthy, leak, "--fail-on", "warning"], 3),
    (["batch", healthy, "--fail-on", "warning"], 0),
  ]

  @Test("--fail-on ends with 3 or 4, with complete output", arguments: exits)
  func failsOn(_ arguments: [String], _ status: Int32) async throws {
    let run = try await Program.run(arguments)
    #expect(run.status == status)
    #expect(!run.outputBytes.isEmpty)
  }

  @Test("an unusable rules file ends with 2 and one sentence, without output")
  func refusesRules() async throws {
    let scratch = try Scratch()
    let file = try scratch.file("rules.yaml")
    for yaml in ["- id: [", "- {id: zone-leak, critical: [bytes >= 6 GB]}", "nothing", ""] {
      try Data(yaml.utf8).write(to: file)
      let run = try await Program.run(["report", Self.leak, "--rules", file.path])
      #expect(run.status == 2)
      #expect(run.outputBytes.isEmpty)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.hasPrefix("sysbalance: \(file.path): "))
    }
    let missing = try await Program.run(["rules", "list", "--rules", scratch.path + "/none"])
    #expect(missing.status == 2)
    #expect(missing.errorLines.count == 1)
  }

  @Test("a rules file changes the findings")
  func appliesRules() async throws {
    let scratch = try Scratch()
    let file = try scratch.file("rules.yaml")
    try Data("- {id: zone-leak, critical: [bytes >= 30 GiB]}".utf8).write(to: file)
    let arguments = ["report", Self.leak, "--fail-on", "critical", "--rules", file.path]
    let run = try await Program.run(arguments)
    #expect(run.status == 0)
    #expect(run.output.contains("WARNING   zone-leak"))
  }

  @Test("rules are listed one per line, and explained with thresholds and sources")
  func showsRules() async throws {
    let list = try await Program.run(["rules", "list"])
    #expect(list.status == 0)
    #expect(list.outputLines.contains { $0.hasPrefix("  zone-leak ") })
    let explained = try await Program.run(["rules", "explain", "zone-leak"])
    #expect(explained.output.contains("critical  zoneMap == unknown and bytes >= 6 GiB"))
    #expect(explained.output.contains("anthropics/claude-code #66020"))
    let unknown = try await Program.run(["rules", "explain", "no-such-rule"])
    #expect(unknown.status == 2)
    #expect(unknown.outputBytes.isEmpty)
  }

  @Test("JSON has the finding with its evidence, and the rules that were not evaluated")
  func givesJSON() async throws {
    let run = try await Program.run(["report", Self.truncated, "--format", "json"])
    let document = try JSONDecoder().decode(Document.self, from: run.outputBytes)
    let leak = try #require(document.findings.first)
    #expect(leak.id == "zone-leak")
    #expect(leak.severity == "critical")
    #expect(leak.evidence.first?.line == 186)
    #expect(leak.evidence.first?.member.hasSuffix("/zprint.txt") == true)
    #expect(document.rulesNotEvaluated.contains { $0.id == "panic-zone" })
  }

  private struct Document: Decodable {
    let findings: [Finding]
    let rulesNotEvaluated: [Open]

    struct Finding: Decodable {
      let id: String
      let severity: String
      let evidence: [Row]
    }

    struct Row: Decodable {
      let member: String
      let line: Int?
    }

    struct Open: Decodable { let id: String }
  }
}
