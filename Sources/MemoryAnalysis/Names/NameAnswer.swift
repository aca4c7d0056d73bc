/// The dictionary's answer for a name.
public enum NameAnswer: Sendable, Hashable {
  /// Exactly one entry matches.
  case found(NameMatch)

  /// Several entries match, with their names.
  case ambiguous([String])

  /// No entry matches, with the nearest names, if any.
  case unknown(nearest: [String])
}

/// An entry and how it was matched.
public struct NameMatch: Sendable, Hashable {
  /// The matched entry.
  public let entry: NameEntry

  /// How it was matched.
  public let way: Way

  /// A way to match an entry.
  public enum Way: String, Sendable, Codable {
    /// By name.
    case name
    /// By alias.
    case alias
    /// By a pattern with a number or text.
    case pattern
    /// By the beginning of a name that zprint truncated.
    case truncated
    /// By a tag's number.
    case number
    /// Ignoring case.
    case caseInsensitive
  }
}
