public import MemorySections

/// The steps that lead from one size to another, such as the kernel's components between two captures.
///
/// The steps add up to the difference of the two sizes.
public struct Waterfall: Sendable, Hashable {
  /// What the sizes are.
  public var title: String
  /// The first size and its name.
  public var start: Total
  /// The differences, in the order of drawing.
  public var steps: [Step]
  /// The last size and its name.
  public var end: Total

  /// The size at an end.
  public struct Total: Sendable, Hashable {
    /// What it is.
    public var name: String
    /// The size.
    public var size: Quantity
  }

  /// One difference.
  public struct Step: Sendable, Hashable {
    /// What differs.
    public var name: String
    /// The difference, positive for growth.
    public var delta: Quantity
    /// Whether no component explains the difference.
    public var isUnexplained: Bool
  }
}
