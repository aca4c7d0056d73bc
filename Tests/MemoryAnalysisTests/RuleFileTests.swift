import Testing

@testable import AllocationBalance
@testable import MemoryAnalysis
@testable import TestSupport

struct RuleFileTests {
  private static let own = """
    - id: own
      for: zone
      name: vnodes
      info: bytes >= 50 MiB
      title: "{name} is there"
      detail: "{bytes}"
      recommendation: nothing
    """

  @Test("every shipped rule parses, and has sources, advice and a subject")
  func readsShippedRules() throws {
    let entries = try RuleFile(ShippedRules.yaml).entries
    #expect(entries.count >= 20)
    #expect(RuleSet.shipped.rules.count == entries.count)
    for rule in RuleSet.shipped.rules {
      #expect(!rule.sources.isEmpty, "\(rule.id)")
      #expect(!rule.recommendation.isEmpty, "\(rule.id)")
      #expect(!rule.levels.isEmpty, "\(rule.id)")
      #expect(rule.isEnabled)
    }
    #expect(Set(RuleSet.shipped.rules.map(\.subject)) == Set(SubjectKind.allCases))
  }

  @Test("an entry with a known id changes only its given keys")
  func overridesKeys() throws {
    let yaml = """
      - id: zone-leak
        critical: bytes >= 3 GiB
        warning: []
      """
    let rule = try #require(try RuleSet.shipped.overridden(by: yaml).rule("zone-leak"))
    let shipped = try #require(RuleSet.shipped.rule("zone-leak"))
    #expect(rule.levels.map(\.severity) == [.critical])
    #expect(rule.levels.first?.texts == ["bytes >= 3 GiB"])
    #expect(rule.title == shipped.title)
    #expect(rule.sources == shipped.sources)
  }

  @Test("an entry with a new id is a new rule after the shipped ones")
  func addsRule() throws {
    let set = try RuleSet.shipped.overridden(by: Self.own)
    #expect(set.rules.count == RuleSet.shipped.rules.count + 1)
    #expect(set.rules.last?.id == "own")
    #expect(set.rules.last?.names == ["vnodes"])
  }

  @Test("a rule can be disabled")
  func switchesOff() throws {
    let set = try RuleSet.shipped.overridden(by: "- {id: zone-leak, enabled: false}")
    #expect(set.rule("zone-leak")?.isEnabled == false)
    #expect(set.rule("zone-large")?.isEnabled == true)
  }

  @Test(
    "an error in a file is one sentence that names the rule",
    arguments: [
      ("", "no rules in it"),
      ("zone-leak: 1", "not a list of rules"),
      ("- 1", "line 1: not a rule"),
      ("- {for: zone}", "line 1: a rule without an id"),
      ("- {id: a, when: now}", "rule a: unknown key when"),
      ("- {id: a}", "rule a: for is missing"),
      ("- {id: a, for: zone}", "rule a: title is missing"),
      ("- {id: zone-leak, enabled: perhaps}", "rule zone-leak: enabled takes true or false"),
      (
        "- {id: zone-leak, critical: [bytes >= 6 GB]}",
        "rule zone-leak: critical “bytes >= 6 GB”: GB may mean two things: write GiB for base 1024"
      ),
      (
        "- {id: zone-leak, for: process}",
        "rule zone-leak: it is for zone; a rule for process takes an id of its own"
      ),
      (
        "- {id: zone-leak, title: 'too {big'}", "rule zone-leak: “too {big”: { is not closed"
      ),
      (
        "- {id: zone-leak, needs: size}",
        "rule zone-leak: needs: zone has no measure size: it has bytes, elements, shareOfKernel, "
          + "shareOfInstalled, shareOfZoneMap, zoneMap, platform"
      ),
      (
        "- {id: zone-leak, critical: [], warning: []}",
        "rule zone-leak: no condition for any severity"
      ),
      ("- {id: a, enabled: true}\n- {id: a}", "rule a: stands there twice"),
    ])
  func refuses(_ yaml: String, _ sentence: String) {
    #expect(throws: RuleError(sentence)) { try RuleSet.shipped.overridden(by: yaml) }
  }

  @Test("text that is not YAML is refused with its location, on one line")
  func refusesNoYAML() throws {
    let error = #expect(throws: RuleError.self) { try RuleFile("- id: a\n  x: [\n") }
    let sentence = try #require(error?.description)
    #expect(sentence.hasPrefix("not YAML: line "))
    #expect(!sentence.contains("\n"))
  }
}
