import AllocationBalance
import MemoryAnalysis
import ReportRendering

/// A user's rules: parsed or rejected with a message, then evaluated without a trap.
enum RulesTarget {
  private static let snapshot = ReportTarget.base

  static func run(_ bytes: UnsafeRawBufferPointer) {
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(RuleError) {
      let rules = try RuleSet.shipped.overridden(by: text)
      require(rules.rules.count >= RuleSet.shipped.rules.count, "a rule was lost")
      ReportTarget.check(Report(snapshot, rules: rules))
    } catch {
      require(!error.description.isEmpty, "refused without a reason")
    }
  }
}
