internal import AllocationBalance
public import MemorySections

/// Parts of one whole: no byte is in two of them.
public struct StackedBar: Sendable, Hashable {
  /// What the whole is.
  public var title: String
  /// The whole; nil when it is not known.
  public var total: Quantity?
  /// The parts, in order.
  public var segments: [Segment]

  /// One part.
  public struct Segment: Sendable, Hashable {
    /// What it is.
    public var name: String
    /// Its size, which is negative where the parts add up to more than the whole.
    public var size: Quantity
    /// Whether the true size is this or more.
    public var isLowerBound: Bool
    /// Whose memory it is.
    public var role: MemoryRole
  }
}

/// Whose memory a part of a chart is; it decides the part's colour.
public enum MemoryRole: String, Sendable, Hashable {
  /// The kernel's.
  case kernel
  /// The processes'.
  case user
  /// Neither: caches, the compressor, free pages.
  case machine
  /// No counted entry explains it.
  case unexplained

  init(_ side: LedgerEntry.Side) {
    switch side {
    case .kernel: self = .kernel
    case .user: self = .user
    case .machine: self = .machine
    }
  }
}
