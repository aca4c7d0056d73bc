public import AllocationBalance

/// A machine of a fleet, with its latest snapshot.
public struct FleetMachine: Sendable, Hashable {
  /// The host name; or the archive's name when the host name is unknown.
  public var name: String
  /// The path of the snapshot's archive.
  public var archivePath: String
  /// The snapshot's number in the store; nil outside a store.
  public var snapshotID: Int?
  /// The machine's model; nil when unknown.
  public var model: String?
  /// The OS build; nil when unknown.
  public var build: String?
  /// The OS version; nil when unknown.
  public var osVersion: String?
  /// The capture time: RFC 3339 with the machine's own offset; nil when unknown.
  public var capturedAt: String?
  /// Seconds from boot to capture; nil when either is unknown.
  public var uptimeSeconds: Int?
  /// Installed memory; nil when unknown.
  public var installedBytes: Int?
  /// Kernel memory; nil when no section states it.
  public var kernelBytes: Int?
  /// The source of the kernel's figure; nil when there is none.
  public var kernelOrigin: KernelFigure.Origin?
  /// Whether the kernel's figure is a lower bound.
  public var kernelIsLowerBound = false
  /// Process memory; nil when no section states it.
  public var userBytes: Int?
  /// Whether the archive lists the loaded kexts.
  public var saysKexts = false

  /// Creates a machine with only a name and an archive.
  public init(name: String, archivePath: String) {
    self.name = name
    self.archivePath = archivePath
  }

  /// The kernel's share of kernel plus user memory, 0 to 1; nil when either is unknown.
  public var kernelShare: Double? {
    guard let kernelBytes, let userBytes else { return nil }
    let all = Double(kernelBytes) + Double(userBytes)
    return all > 0 ? Double(kernelBytes) / all : nil
  }
}
