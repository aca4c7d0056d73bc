/// How much a finding matters.
public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
  /// Worth knowing; no action needed.
  case info
  /// Needs a look.
  case warning
  /// The machine is in trouble, or close to it.
  case critical

  /// Whether `left` is less severe than `right`.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
