/// The third-party kexts of a fleet's machines.
public struct FleetKexts: Sendable {
  /// The machines with each version of each kext.
  public private(set) var machines: [String: [String: Set<Int>]] = [:]

  /// Creates an empty list.
  public init() {}

  /// Adds a kext of a machine.
  ///
  /// - Parameters:
  ///   - name: the bundle identifier.
  ///   - version: its version.
  ///   - machine: the machine's index in the fleet.
  public mutating func add(_ name: String, version: String, of machine: Int) {
    machines[name, default: [:]][version, default: []].insert(machine)
  }
}
