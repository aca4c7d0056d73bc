/// A machine's size of something, against what is usual among its like.
public struct FleetDeviation: Sendable, Hashable {
  /// What is measured.
  public let measure: FleetMeasure
  /// The machine's value: bytes, of the kernel's share 0 to 1.
  public let value: Double
  /// What is usual.
  public let usual: Spread
  /// The excess over the median, in robust standard deviations: 1.4826 MAD, or the least spread
  /// that is believed.
  public let robustDeviations: Double

  /// What the machine has more than the median; less than it where negative.
  public var excess: Double { value - usual.median }
  /// How many times the median the value is; nil of a median of 0.
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

  /// Whether the value is out of all proportion.
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
