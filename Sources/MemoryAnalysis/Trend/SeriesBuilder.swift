public import AllocationBalance

/// Makes a series from snapshots given one by one; none of them is kept.
public struct SeriesBuilder: Sendable {
  private var names = NameNumbers()
  private var captures: [SeriesCapture] = []
  private var unreadable: [Series.PassedOver] = []
  private var undated: [Series.PassedOver] = []

  /// Creates a builder without snapshots.
  public init() {}

  /// Adds a snapshot of any machine.
  public mutating func add(_ snapshot: Snapshot) {
    if let capture = SeriesCapture(snapshot, &names) {
      captures.append(capture)
    } else {
      undated.append(
        Series.PassedOver(
          path: snapshot.archive.path, reason: "does not say when it was captured"))
    }
  }

  /// Names an archive that could not be read.
  ///
  /// - Parameters:
  ///   - path: the archive's path.
  ///   - reason: the reason, in words that continue the path.
  public mutating func passOver(_ path: String, _ reason: String) {
    unreadable.append(Series.PassedOver(path: path, reason: reason))
  }

  /// The series of the machine with most captures.
  public var series: Series {
    Series(captures, passedOver: unreadable + undated, names: names.names)
  }
}

extension Series {
  /// Orders snapshots into a series of the machine with most captures.
  public init(_ snapshots: [Snapshot]) {
    var builder = SeriesBuilder()
    for snapshot in snapshots { builder.add(snapshot) }
    self = builder.series
  }
}
