/// The parts of one size at each capture of a series, stacked.
///
/// The parts are disjoint: at each capture they add up to the whole.
public struct AreaChart: Sendable, Hashable {
  /// What is stacked.
  public var title: String
  /// The captures in time order.
  public var captures: [Capture]
  /// The parts, from the bottom up, each with a size for each capture.
  public var layers: [Layer]
  /// When the zone map will be full; nil when that is not known.
  public var exhaustion: Exhaustion?

  /// A moment of the series.
  public struct Capture: Sendable, Hashable {
    /// Seconds from the first capture.
    public var seconds: Double
    /// The time of capture as the archive states it.
    public var time: String
    /// The number of the boot, from 1.
    ///
    /// Areas are not joined across boots.
    public var boot: Int
  }

  /// One part.
  public struct Layer: Sendable, Hashable {
    /// What it is.
    public var name: String
    /// Bytes at each capture; nil where the capture does not state it.
    public var sizes: [Int?]
    /// Whether no component explains it.
    public var isUnexplained: Bool
  }

  /// A moment after the last capture.
  public struct Exhaustion: Sendable, Hashable {
    /// Seconds from the first capture.
    public var seconds: Double
    /// What happens then, in one sentence.
    public var sentence: String
  }
}
