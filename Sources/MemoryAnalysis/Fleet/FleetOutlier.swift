/// A machine that stands out from its like, and what makes up its excess.
public struct FleetOutlier: Sendable {
  /// The machine's place in the fleet.
  public let machine: Int
  /// The place of the group that it was held against.
  public let group: Int
  /// Its kernel as a whole.
  public let kernel: FleetDeviation
  /// Its kernel's share; nil when it is not known.
  public let kernelShare: FleetDeviation?
  /// The measures by which it stands out, the largest excess first; `kernel` and `kernelShare`
  /// among them.
  public let standingOut: [FleetDeviation]
  /// The parts of its kernel that are above their median, the largest excess first, down to the
  /// noteworthy.
  ///
  /// No two hold the same byte: zone families, tags and heaps are apart.
  public let parts: [FleetDeviation]
  /// The kernel's excess less what its parts have more and less than their medians, in bytes.
  ///
  /// The median of sums is not the sum of medians, so that it is seldom 0.
  public let unexplained: Double
}
