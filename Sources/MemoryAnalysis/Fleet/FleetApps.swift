/// The apps that run on a fleet's machines.
public struct FleetApps: Sendable {
  /// The footprints of each app, with the machines that run it.
  private(set) var sizes: [String: [(machine: Int, bytes: Int)]] = [:]

  /// Creates an empty list.
  public init() {}

  /// Adds an app of a machine; each pair of app and machine may be added once.
  ///
  /// - Parameters:
  ///   - bytes: the sum of the footprints of the app's processes.
  ///   - app: the app's name.
  ///   - machine: the machine's index in the fleet.
  public mutating func add(_ bytes: Int, to app: String, of machine: Int) {
    sizes[app, default: []].append((machine, bytes))
  }
}

/// One app over the machines of a fleet that run it.
///
/// The model and the build of a machine say little about an app's size, so all machines that run it
/// are compared.
public struct FleetApp: Sendable, Hashable {
  /// The app's name.
  public let name: String
  /// The number of machines that run it.
  public let machineCount: Int
  /// The machine on which it is largest, by index in the fleet.
  public let machine: Int
  /// Its size there against the median of all machines that run it.
  public let largest: FleetDeviation
  /// Whether it exceeds all thresholds there; never with fewer machines than a group needs.
  public let standsOut: Bool

  /// Compares each app of a fleet: those that stand out first, then the largest excess.
  static func compare(_ apps: FleetApps, _ thresholds: FleetThresholds) -> [FleetApp] {
    apps.sizes.compactMap { FleetApp($0, $1, thresholds) }.sorted { left, right in
      if left.standsOut != right.standsOut { return left.standsOut }
      return FleetDeviation.order(left.largest, right.largest)
    }
  }

  private init?(
    _ name: String, _ sizes: [(machine: Int, bytes: Int)], _ thresholds: FleetThresholds
  ) {
    guard let most = sizes.max(by: { ($0.bytes, $1.machine) < ($1.bytes, $0.machine) }),
      most.bytes >= thresholds.noteworthyBytes
    else { return nil }
    self.name = name
    machineCount = sizes.count
    machine = most.machine
    largest = FleetDeviation(
      FleetMeasure(.app, name), Double(most.bytes),
      usual: Spread(sizes.map { Double($0.bytes) }, count: sizes.count), thresholds: thresholds)
    standsOut = sizes.count >= thresholds.groupSize && largest.standsOut(thresholds)
  }
}
