public import MemorySections

/// One component of the machine's memory, and whether its bytes are counted here or elsewhere.
public struct LedgerEntry: Sendable, Hashable {
  /// What it is; of wired memory, the name that zprint prints.
  public let component: String
  /// Whose memory it is.
  public let side: Side
  /// The bytes; nil when it is known to be there but not how large it is.
  public let quantity: Quantity?
  /// Whether the bytes are summed.
  public let relation: Relation
  /// Where the bytes stand; nil for a sum over lines, and when unknown.
  public let source: Source?
  /// Whether there is at least as much of it, and an unknown part more.
  public var isLowerBound = false
  /// What to know of it; nil when the name says all.
  public let note: String?

  /// Whose memory a component is.
  public enum Side: String, Sendable, Codable {
    case kernel
    case user
    /// Neither the kernel's nor a process's: caches, the compressor, free pages.
    case machine
  }

  /// How a component's bytes relate to the others'.
  public enum Relation: Sendable, Hashable {
    /// Summed.
    case counted
    /// A part of another component: shown, not summed.
    case subset(of: String)
    /// In whole or in part the same bytes as another component's: shown, not summed.
    case overlaps(with: String)
  }
}
