/// An outlier machine and the breakdown of its excess.
public struct FleetOutlier: Sendable {
  /// The machine's index in the fleet.
  public let machine: Int
  /// The index of its group.
  public let group: Int
  /// Its kernel as a whole, compared with the group.
  public let kernel: FleetDeviation
  /// Its kernel's share, compared with the group; nil when unknown.
  public let kernelShare: FleetDeviation?
  /// The deviations beyond the thresholds, largest excess first, including `kernel` and
  /// `kernelShare`.
  public let standingOut: [FleetDeviation]
  /// The noteworthy parts of its kernel above their median, largest excess first.
  ///
  /// Zone families, tags and heaps are disjoint; no byte counts twice.
  public let parts: [FleetDeviation]
  /// The kernel's excess minus the sum of its parts' deviations from their medians, in bytes.
  ///
  /// It is seldom 0: the median of sums is not the sum of medians.
  public let unexplained: Double
}
