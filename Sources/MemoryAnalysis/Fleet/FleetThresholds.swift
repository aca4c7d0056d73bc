/// The limits beyond which a machine is an outlier.
///
/// This project chose them so that, in generated fleets, machines with a leak of a few gigabytes
/// are outliers and healthy ones are not. Each gives its rationale.
public struct FleetThresholds: Sendable, Hashable {
  /// The fewest machines in a group; with fewer, a median is not reliable.
  public var groupSize = 8
  /// The smallest excess in robust standard deviations.
  public var robustDeviations = 6.0
  /// The smallest multiple of the median for a part, after adding `timesBaseBytes` to both.
  ///
  /// Healthy machines of one kind differ by tens of percent, more upwards than downwards. Among
  /// hundreds, some reach three times the median even when most are alike.
  public var timesMedian = 4.0
  /// The smallest multiple for the kernel as a whole; a sum varies less.
  public var kernelTimesMedian = 2.5
  /// Added to a part and its median before they are compared.
  ///
  /// A difference of 256 MiB is unremarkable even when the median is tiny.
  public var timesBaseBytes = 256 << 20
  /// The smallest excess over the median in bytes, regardless of the spread.
  ///
  /// The heap that leaks on macOS 26 held up to 1.37 GiB on a healthy machine after twelve busy
  /// days. People who watch for the leak warn from 1 to 4 GiB on (issues of anthropics/claude-code
  /// and anomalyco/opencode).
  public var excessBytes = 3 << 29
  /// The smallest excess of the kernel's share over the median.
  ///
  /// The share is large on any idle machine. The kernel must therefore also exceed its median by
  /// `excessBytes`.
  public var excessShare = 0.15
  /// The smallest spread, as a fraction of the median.
  ///
  /// Equal sizes have a MAD of 0, and one extra byte would be an unbounded deviation.
  public var leastSpread = 0.05
  /// The smallest spread in bytes.
  public var leastSpreadBytes = 16 << 20
  /// A measure below this size on every machine is neither listed nor used for outliers.
  public var noteworthyBytes = 1 << 20
  /// The fewest outliers with a kext for it to be compared.
  public var kextMachines = 2
  /// The highest corrected probability at which a kext counts as shared.
  public var kextChance = 0.01

  /// This project's thresholds.
  public static let standard = FleetThresholds()

  /// Creates the standard thresholds, to be modified.
  public init() {}
}
