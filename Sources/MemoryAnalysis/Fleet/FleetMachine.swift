public import AllocationBalance

/// A machine of a fleet, by its latest snapshot.
public struct FleetMachine: Sendable, Hashable {
  /// The machine's own name; where the archive does not say, the archive's.
  public var name: String
  /// The archive that the snapshot was read from, to look it up by.
  public var archivePath: String
  /// The snapshot's number in its store; nil when it is in none.
  public var snapshotID: Int?
  /// The machine's model; nil when not known.
  public var model: String?
  /// The OS build; nil when not known.
  public var build: String?
  /// The OS version; nil when not known.
  public var osVersion: String?
  /// When it was captured: RFC 3339 with the machine's own offset.
  ///
  /// Nil when not known.
  public var capturedAt: String?
  /// From boot to capture, in seconds; nil when either is not known.
  public var uptimeSeconds: Int?
  /// Memory built into the machine; nil when not known.
  public var installedBytes: Int?
  /// What the kernel holds; nil when no section says.
  public var kernelBytes: Int?
  /// Where the kernel's figure comes from; nil when there is none.
  public var kernelOrigin: KernelFigure.Origin?
  /// Whether the kernel holds at least so much, and an unknown part more.
  public var kernelIsLowerBound = false
  /// What the processes hold; nil when no section says.
  public var userBytes: Int?
  /// Whether the archive says which kexts were loaded.
  public var saysKexts = false

  /// Creates a machine of which only the name and the archive are known.
  public init(name: String, archivePath: String) {
    self.name = name
    self.archivePath = archivePath
  }

  /// The kernel's part of kernel and user together, 0 to 1; nil when either is not known.
  public var kernelShare: Double? {
    guard let kernelBytes, let userBytes else { return nil }
    let all = Double(kernelBytes) + Double(userBytes)
    return all > 0 ? Double(kernelBytes) / all : nil
  }
}
