/// What the dictionary says to a name.
public enum NameAnswer: Sendable, Hashable {
  /// It is one entry's name.
  case found(NameMatch)

  /// It may be one of several entries; their names.
  case ambiguous([String])

  /// Nothing is known of it; the nearest names, which may be none.
  case unknown(nearest: [String])
}

/// An entry, and how a name led to it.
public struct NameMatch: Sendable, Hashable {
  /// What the name stands for.
  public let entry: NameEntry

  /// How it was found.
  public let way: Way

  /// How a name led to an entry.
  public enum Way: String, Sendable, Codable {
    /// By the entry's name.
    case name
    /// By another name of it.
    case alias
    /// By a name with a number or text left open.
    case pattern
    /// By the beginning of a name that zprint cut short.
    case truncated
    /// By the number of a tag.
    case number
    /// Without regard to upper and lower case.
    case caseInsensitive
  }
}
