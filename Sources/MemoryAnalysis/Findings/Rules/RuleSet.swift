/// The rules that archives are judged by: those that are shipped, and a user's own.
public struct RuleSet: Sendable {
  /// The rules, the shipped ones in their file's order, then a user's new ones.
  public private(set) var rules: [Rule]

  /// The rules that are shipped (`Resources/ShippedRules.swift`).
  ///
  /// They are read when they are first asked for; a test rules out that they cannot be.
  public static let shipped: RuleSet = {
    (try? RuleSet(rules: []).overridden(by: ShippedRules.yaml)) ?? RuleSet(rules: [])
  }()

  /// These rules with a file's in addition.
  ///
  /// An entry with the id of a rule changes only what it gives (`enabled: false` switches the rule
  /// off); any other entry is a rule of its own.
  ///
  /// - Parameter yaml: the text of the file.
  /// - Returns: the rules together.
  /// - Throws: `RuleError` that says in one sentence what is wrong with the file.
  public func overridden(by yaml: String) throws(RuleError) -> RuleSet {
    var set = self
    for entry in try RuleFile(yaml).entries {
      if let index = rules.firstIndex(where: { $0.id == entry.id }) {
        set.rules[index] = try rules[index].overridden(by: entry)
      } else {
        set.rules.append(try Rule(entry))
      }
    }
    return set
  }

  /// The rule of an id; nil when there is none.
  public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
