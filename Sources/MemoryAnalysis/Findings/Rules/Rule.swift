/// A condition for a finding and its texts: data, read from YAML.
public struct Rule: Sendable {
  /// The rule's name, unique in a set.
  public let id: String
  /// The kind of subject.
  public var subject: SubjectKind
  /// Patterns of subject names (`*` for any characters, `#` for a number); empty for every name.
  public var names: [String] = []
  /// Patterns of excluded names.
  public var exceptions: [String] = []
  /// The measures that must be known, in addition to those of the conditions.
  public var needs: [String] { neededMeasures.map(\.rawValue) }
  /// The conditions for each severity, most severe first; a severity may have several alternatives.
  public var levels: [Level] = []
  /// The problem in a few words, with placeholders such as `{name}`.
  public var title: String
  /// The numbers behind it, with placeholders.
  public var detail: String
  /// What to do about it, with placeholders.
  public var recommendation: String
  /// What to do in special cases, in place of `recommendation`; the first that holds is taken.
  public var advice: [Advice] = []
  /// The sources of its thresholds and claims.
  public var sources: [String] = []
  /// Whether the rule is evaluated.
  public var isEnabled = true

  var neededMeasures: [MeasureName] = []

  /// What to do in a special case.
  public struct Advice: Sendable {
    let conditions: [RuleCondition]
    /// What to do, with placeholders.
    public let text: String

    /// The conditions as written in the rules file.
    public var texts: [String] { conditions.map(\.text) }
  }

  /// One severity, and the conditions that must all hold for it.
  public struct Level: Sendable {
    /// The finding's severity.
    public let severity: Severity
    let conditions: [RuleCondition]

    /// The conditions as written in the rules file.
    public var texts: [String] { conditions.map(\.text) }
  }
}
