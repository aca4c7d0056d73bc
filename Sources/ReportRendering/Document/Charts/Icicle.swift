public import MemorySections

/// Trees of counted sizes: the memory of one capture, or of two captures side by side.
///
/// With two captures, each node has a place as wide as the larger of its two sizes. It then stands at
/// the same place in both trees, and its lengths can be compared.
public struct Icicle: Sendable, Hashable {
  /// What the trees split, such as `Memory by holder`.
  public var title: String
  /// The names of the trees: one, or `old` and `new`.
  public var captures: [String]
  /// The nodes of the first level, in the order of drawing.
  public var roots: [Node]

  /// A size in each tree, and what it is made of.
  public struct Node: Sendable, Hashable {
    /// What it is.
    public var name: String
    /// Its size in each tree; nil where a tree does not have it.
    public var sizes: [Quantity?]
    /// Whose memory it is.
    public var role: MemoryRole
    /// Its parts, the largest first; they may add up to less.
    public var children: [Node]

    /// Creates a node; without children it is a leaf.
    public init(
      _ name: String, _ sizes: [Quantity?], _ role: MemoryRole, children: [Node] = []
    ) {
      self.name = name
      self.sizes = sizes
      self.role = role
      self.children = children
    }

    /// The larger of its sizes in bytes; 0 when all are unknown or negative.
    public var largestBytes: Int { sizes.compactMap { $0?.bytes }.max().map { max(0, $0) } ?? 0 }
  }
}
