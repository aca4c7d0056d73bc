public import MemorySections

/// One component of the machine's memory, counted here or elsewhere.
public struct LedgerEntry: Sendable, Hashable {
  /// The component; for wired memory, the name printed by zprint.
  public let component: String
  /// The owner of the memory.
  public let side: Side
  /// The bytes; nil when the component exists but its size is unknown.
  public let quantity: Quantity?
  /// Whether the bytes are added up.
  public let relation: Relation
  /// The source of the bytes; nil for a sum over lines, and when unknown.
  public let source: Source?
  /// Whether the size is a lower bound.
  public var isLowerBound = false
  /// An explanation; nil when the name is enough.
  public let note: String?

  /// The owner of a component.
  public enum Side: String, Sendable, Codable {
    case kernel
    case user
    /// Neither the kernel nor a process: caches, the compressor, free pages.
    case machine
  }

  /// The relation of a component's bytes to others.
  public enum Relation: Sendable, Hashable {
    /// Added up.
    case counted
    /// Part of another component: shown, but not added up.
    case subset(of: String)
    /// Fully or partly the same bytes as another component: shown, but not added up.
    case overlaps(with: String)
  }
}
