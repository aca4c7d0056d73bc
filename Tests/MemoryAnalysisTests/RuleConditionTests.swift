import Testing

@testable import AllocationBalance
@testable import MemoryAnalysis
@testable import TestSupport

struct RuleConditionTests {
  static let numbers: [(String, Double)] = [
    ("bytes >= 6 GiB", 6 * 0x1p30), ("bytes>=6GiB", 6 * 0x1p30), ("bytes > 1.5 MiB", 0x1.8p20),
    ("bytes < 4096", 4096), ("bytes <= 10 KiB", 10_240), ("bytes == 0 B", 0),
    ("shareOfKernel >= 0.4", 0.4), ("shareOfKernel >= 40 %", 0.4), ("shareOfKernel > 5%", 0.05),
    ("elements != 75000", 75_000), ("  bytes  >=\t1 TiB ", 0x1p40),
  ]

  @Test("a condition's number is read with its unit", arguments: numbers)
  func readsNumber(_ text: String, _ number: Double) throws {
    let condition = try RuleCondition(text, for: .zone)
    guard case .number(let limit) = condition.limit else {
      Issue.record("not a number: \(text)")
      return
    }
    #expect(abs(limit - number) < 1e-9)
  }

  @Test("a condition's word is one of the measure's words")
  func readsWord() throws {
    let condition = try RuleCondition("reason == notCollected", for: .section)
    #expect(condition.limit == .word("notCollected"))
    #expect(condition.relation == .equal)
    #expect(try RuleCondition("state != missing", for: .section).relation == .different)
  }

  @Test(
    "an error in a condition is one sentence",
    arguments: [
      ("bytes", "has no comparison (>=, <=, >, <, == or !=)"),
      ("bytes >=", "has nothing to compare with"),
      ("bytes >= many", "many is no number"),
      ("bytes >= 6 GB", "GB may mean two things: write GiB for base 1024"),
      ("bytes >= 6 %", "% is no unit of it: it takes B, KiB, MiB, GiB or TiB"),
      ("elements >= 6 KiB", "KiB is no unit of it: it takes a bare number"),
      (
        "size >= 6 GiB",
        "zone has no measure size: it has bytes, elements, shareOfKernel, shareOfInstalled, shareOfZoneMap, zoneMap, platform"
      ),
    ])
  func refuses(_ text: String, _ sentence: String) {
    #expect(throws: RuleError(sentence)) { try RuleCondition(text, for: .zone) }
  }

  @Test("an impossible word for a measure, or an ordering of words, is refused")
  func refusesWords() {
    #expect(throws: RuleError.self) { try RuleCondition("reason == lost", for: .section) }
    #expect(throws: RuleError("compares words: only == and != will do")) {
      try RuleCondition("reason >= failed", for: .section)
    }
  }

  @Test(
    "a comparison holds at its limit or beside it",
    arguments: [
      (">=", [false, true, true]), ("<=", [true, true, false]), (">", [false, false, true]),
      ("<", [true, false, false]), ("==", [false, true, false]), ("!=", [true, false, true]),
    ])
  func compares(_ relation: String, _ expected: [Bool]) throws {
    let condition = try RuleCondition("bytes \(relation) 10", for: .zone)
    let results = [9.0, 10, 11].map { bytes in
      var subject = Subject(name: "zone")
      subject.set(.bytes, bytes)
      return condition.holds(for: subject)
    }
    #expect(results == expected)
  }

  @Test("a condition on an unknown measure neither holds nor fails")
  func leavesUnknownOpen() throws {
    let condition = try RuleCondition("bytes >= 10", for: .zone)
    #expect(condition.holds(for: Subject(name: "zone")) == nil)
  }
}
