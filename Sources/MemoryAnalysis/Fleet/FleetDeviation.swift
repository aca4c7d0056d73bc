/// A machine's value of a measure against the baseline of its group.
public struct FleetDeviation: Sendable, Hashable {
  /// The measure.
  public let measure: FleetMeasure
  /// The machine's value: bytes, or 0 to 1 for the kernel's share.
  public let value: Double
  /// The baseline.
  public let usual: Spread
  /// The excess over the median in robust standard deviations (1.4826 MAD, with a lower limit).
  public let robustDeviations: Double

  /// The machine's value minus the median; negative when below.
  public var excess: Double { value - usual.median }
  /// The value as a multiple of the median; nil for a median of 0.
  public var ratio: Double? { usual.median > 0 ? value / usual.median : nil }

  init(
    _ measure: FleetMeasure, _ value: Double, usual: Spread, thresholds: FleetThresholds
  ) {
    self.measure = measure
    self.value = value
    self.usual = usual
    let least = measure.kind == .kernelShare ? 0.01 : Double(thresholds.leastSpreadBytes)
    let deviation = max(
      Spread.deviationsPerMAD * usual.mad, thresholds.leastSpread * usual.median, least)
    robustDeviations = (value - usual.median) / deviation
  }

  /// Whether the value exceeds all thresholds.
  func standsOut(_ thresholds: FleetThresholds) -> Bool {
    guard robustDeviations >= thresholds.robustDeviations else { return false }
    if measure.kind == .kernelShare { return excess >= thresholds.excessShare }
    let times =
      measure.kind == .kernel ? thresholds.kernelTimesMedian : thresholds.timesMedian
    let base = Double(thresholds.timesBaseBytes)
    return excess >= Double(thresholds.excessBytes)
      && value + base >= times * (usual.median + base)
  }
}
