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
    Dictionary(grouping: processes, by: \.app).map { app, processes in
      let sizes = processes.compactMap(\.footprint)
      return AppGroup(
        app: app, processCount: processes.count, footprint: sizes.sum(),
        isLowerBound: sizes.count < processes.count)
    }.sorted { ($0.footprint.bytes, $1.app) > ($1.footprint.bytes, $0.app) }
  }
}
