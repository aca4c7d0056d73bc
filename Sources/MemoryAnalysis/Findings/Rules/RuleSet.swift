/// The rules that judge archives: the shipped ones and a user's own.
public struct RuleSet: Sendable {
  /// The rules: the shipped ones in file order, then a user's new ones.
  public private(set) var rules: [Rule]

  /// The shipped rules (`Resources/ShippedRules.swift`).
  ///
  /// They are parsed on first use; a test ensures that they parse.
  public static let shipped: RuleSet = {
    (try? RuleSet(rules: []).overridden(by: ShippedRules.yaml)) ?? RuleSet(rules: [])
  }()

  /// These rules combined with those of a file.
  ///
  /// An entry with the id of an existing rule changes only its given keys (`enabled: false`
  /// switches the rule off). Any other entry is a new rule.
  ///
  /// - Parameter yaml: the text of the file.
  /// - Returns: the combined rules.
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

  /// The rule with an id; nil when there is none.
  public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
