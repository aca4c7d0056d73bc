/// How much a finding matters.
public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
  /// Worth knowing; nothing to do.
  case info
  /// To be looked into.
  case warning
  /// The machine is in trouble, or close to it.
  case critical

  /// Whether `left` matters less than `right`.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
