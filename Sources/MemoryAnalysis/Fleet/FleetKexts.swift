/// Which third-party kexts the machines of a fleet have.
public struct FleetKexts: Sendable {
  /// The machines that have each version of each kext.
  public private(set) var machines: [String: [String: Set<Int>]] = [:]

  /// Creates an account of no kext.
  public init() {}

  /// Adds a kext of a machine.
  ///
  /// - Parameters:
  ///   - name: the bundle identifier.
  ///   - version: its version.
  ///   - machine: the machine's place in the fleet.
  public mutating func add(_ name: String, version: String, of machine: Int) {
    machines[name, default: [:]][version, default: []].insert(machine)
  }
}
