public import MemorySections

/// The processes of one app together: an app with its helpers, or many processes of one name.
public struct AppGroup: Sendable, Hashable {
  /// The app's name.
  public let app: String
  /// The number of its processes.
  public let processCount: Int
  /// The sum of their footprints.
  public let footprint: Quantity
  /// Whether the footprint of some of them is unknown.
  public let isLowerBound: Bool

  /// Groups processes by app, the largest group first.
  static func groups(of processes: [UserProcess]) -> [AppGroup] {
    var sums: [String: (count: Int, known: Int, size: Quantity?)] = [:]
    for process in processes {
      var sum = sums[process.app] ?? (0, 0, nil)
      sum.count += 1  // checked: processes that were read
      if let size = process.footprint {
        sum.known += 1  // checked: no more than the count
        sum.size = sum.size.map { $0 + size } ?? size
      }
      sums[process.app] = sum
    }
    return sums.map { app, sum in
      AppGroup(
        app: app, processCount: sum.count, footprint: sum.size ?? .zero,
        isLowerBound: sum.known < sum.count)
    }.sorted { ($0.footprint.bytes, $1.app) > ($1.footprint.bytes, $0.app) }
  }
}
