/// From where on a machine stands out from its like.
///
/// All of them were chosen by this project, so that in generated fleets machines with a leak of some
/// gigabytes stand out and healthy ones do not; each says what it is guided by.
public struct FleetThresholds: Sendable, Hashable {
  /// How many machines there must be to tell what is usual: with less, a median says little.
  public var groupSize = 8
  /// How many robust standard deviations above the median a value must be.
  public var robustDeviations = 6.0
  /// How many times the median a part of the kernel must be, `timesBaseBytes` added to both.
  ///
  /// Healthy machines of one kind differ by tens of percent and more upwards than downwards, so that
  /// among hundreds some are three times the median, however alike most of them are.
  public var timesMedian = 4.0
  /// The same for the kernel as a whole, which as a sum differs less.
  public var kernelTimesMedian = 2.5
  /// What is added to a part and its median before they are compared: 256 MiB more or less is no
  /// news, however small the median is.
  public var timesBaseBytes = 256 << 20
  /// How far above the median a size must be, in bytes, whatever the spread.
  ///
  /// The heap that leaks on macOS 26 held up to 1.37 GiB on a healthy machine that was busy for twelve
  /// days; those who watch for the leak warn from 1 to 4 GiB on (issues of anthropics/claude-code and
  /// anomalyco/opencode).
  public var excessBytes = 3 << 29
  /// How far above the median the kernel's share must be.
  ///
  /// The share is large on any machine on which little runs, so that the kernel must be above its
  /// median by the bytes above as well.
  public var excessShare = 0.15
  /// The least spread that is believed, as a part of the median: sizes that are all the same have no
  /// MAD, and a byte more would be without bounds.
  public var leastSpread = 0.05
  /// The least spread that is believed, in bytes.
  public var leastSpreadBytes = 16 << 20
  /// Measures of which no machine has so much are not listed, and no machine stands out by them.
  public var noteworthyBytes = 1 << 20
  /// On how many of the machines that stand out a kext must be to be compared with the others.
  public var kextMachines = 2
  /// From which chance on, times the kexts tested, a kext is no longer named as shared.
  public var kextChance = 0.01

  /// The thresholds of this project.
  public static let standard = FleetThresholds()

  /// Creates the thresholds of this project, to change some of them.
  public init() {}
}
