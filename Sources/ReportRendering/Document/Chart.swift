internal import AllocationBalance
public import MemorySections

/// Data of a chart; each renderer draws what its medium can.
public enum Chart: Sendable, Hashable {
  /// Parts of one whole, side by side.
  case stackedBar(StackedBar)
  /// A tree of sizes: each level splits the one above it.
  case icicle([IcicleNode])
  /// Sizes over time.
  case lines([ChartLine])
  /// One value per machine, by group.
  case strip([StripGroup])
}

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
    public var role: Role
  }

  /// Whose memory a part is.
  public enum Role: Sendable, Hashable {
    case kernel, user, machine, unexplained
  }
}

/// A node of an icicle: a counted size and what it is made of.
public struct IcicleNode: Sendable, Hashable {
  /// What it is.
  public var name: String
  /// Its size.
  public var size: Quantity
  /// Its parts, the largest first; they may add up to less.
  public var children: [IcicleNode]
}

/// One thing's sizes over time.
public struct ChartLine: Sendable, Hashable {
  /// The thing.
  public var name: String
  /// Seconds from the first capture, and bytes then.
  public var points: [Point]

  /// A size at a time.
  public struct Point: Sendable, Hashable {
    /// Seconds from the first capture.
    public var seconds: Int
    /// Bytes then.
    public var bytes: Int
  }
}

/// Values of machines that are alike.
public struct StripGroup: Sendable, Hashable {
  /// What the machines have in common.
  public var name: String
  /// The median, in bytes.
  public var median: Int
  /// The machines' values.
  public var dots: [Dot]

  /// One machine.
  public struct Dot: Sendable, Hashable {
    /// The machine.
    public var name: String
    /// Its value in bytes.
    public var bytes: Int
    /// Whether it is an outlier.
    public var isOutlier: Bool
  }
}
