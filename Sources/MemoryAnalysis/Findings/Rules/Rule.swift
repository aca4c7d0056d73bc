/// When something is worth a finding, and what to say then: data, read from YAML.
public struct Rule: Sendable {
  /// The rule's name, unique in a set.
  public let id: String
  /// What it is about.
  public var subject: SubjectKind
  /// Patterns (`*` for any characters, `#` for a number) of the names that it is about; empty for every name.
  public var names: [String] = []
  /// Patterns of names that it is not about.
  public var exceptions: [String] = []
  /// The measures that must be known before anything is judged, beyond those of the conditions.
  public var needs: [String] { neededMeasures.map(\.rawValue) }
  /// What must hold for each severity, the most severe first.
  public var levels: [Level] = []
  /// What it is, in a few words, with placeholders such as `{name}`.
  public var title: String
  /// The numbers behind it, with placeholders.
  public var detail: String
  /// What to do about it, with placeholders.
  public var recommendation: String
  /// Where its thresholds and its knowledge come from.
  public var sources: [String] = []
  /// Whether it is evaluated at all.
  public var isEnabled = true

  var neededMeasures: [MeasureName] = []

  /// One severity, and the conditions that must all hold for it.
  public struct Level: Sendable {
    /// The finding's severity.
    public let severity: Severity
    let conditions: [RuleCondition]

    /// The conditions as they stand in the rule's file.
    public var texts: [String] { conditions.map(\.text) }
  }
}
