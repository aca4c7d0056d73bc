public import MemorySections

/// The change of a figure of the balance, and how much its components explain.
public struct FigureChange: Sendable, Hashable {
  /// The old figure.
  public let old: Quantity
  /// The new figure.
  public let new: Quantity
  /// The source of both figures.
  public let origin: String
  /// The sum of the components' known differences; nil when no table breaks the figure down.
  public let explained: Quantity?

  /// The difference, positive for growth.
  public var delta: Quantity { new - old }

  /// The difference that no component explains; nil when no table breaks the figure down.
  public var unexplained: Quantity? { explained.map { delta - $0 } }

  /// Creates the change of a figure with its components; none of them explain nothing.
  init(old: Quantity, new: Quantity, origin: String, components: [Change]) {
    self.old = old
    self.new = new
    self.origin = origin
    explained = components.isEmpty ? nil : components.compactMap(\.delta).sum()
  }
}
