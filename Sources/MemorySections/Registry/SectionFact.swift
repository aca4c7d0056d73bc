/// One thing that a section says by itself, ready to be shown beside its name.
///
/// Reports show the facts of any section, so a section that only informs needs no rendering of its
/// own.
public struct SectionFact: Sendable, Hashable {
  /// The word for programs: `used`.
  public let name: String
  /// The words for people; a size or a count stands behind them.
  public let label: String
  /// What is said.
  public let value: Value

  /// What a fact says.
  public enum Value: Sendable, Hashable {
    /// A number of bytes.
    case size(Quantity)
    /// A number of something else.
    case count(Int)
    /// Whether the label is true.
    case flag(Bool)
    /// A word.
    case text(String)
  }

  /// Creates a fact.
  public init(_ name: String, label: String, _ value: Value) {
    self.name = name
    self.label = label
    self.value = value
  }
}
