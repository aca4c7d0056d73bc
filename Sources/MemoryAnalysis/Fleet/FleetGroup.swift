public import AllocationBalance

/// A group of similar machines with its baseline.
public struct FleetGroup: Sendable {
  /// The properties that its machines share.
  public let kind: Kind
  /// The machines that define the baseline, by index in the fleet.
  public let machines: [Int]
  /// The machines compared with the baseline.
  ///
  /// These are all of them; or, for a model over all builds, the machines whose build has too few.
  public let judged: [Int]
  /// The kernel as a whole, in bytes.
  public internal(set) var kernel: Spread
  /// The kernel's share; nil when too few machines have a figure for processes.
  public internal(set) var kernelShare: Spread?
  /// The noteworthy measures, largest MAD first.
  public internal(set) var measures: [Usual] = []

  /// The baseline of a measure.
  public struct Usual: Sendable, Hashable {
    /// The measure.
    public let measure: FleetMeasure
    /// Its spread over the group's machines, in bytes.
    public let spread: Spread
  }

  /// The properties that machines must share to be compared.
  ///
  /// Installed memory is one: the kernel reserves part of it, and its tables grow with it. The
  /// source of the kernel's figure is another: each source names and counts the parts differently.
  public struct Kind: Sendable, Hashable {
    /// The machine's model.
    public let model: String
    /// Installed memory; nil when no section states it.
    public let installedBytes: Int?
    /// The OS build; nil for all builds.
    public internal(set) var build: String?
    /// The source of the kernel's figure.
    public let origin: KernelFigure.Origin
    /// Whether the figure is a lower bound.
    public let isLowerBound: Bool

    /// The kind of a machine; nil when its model or its kernel is unknown.
    init?(_ machine: FleetMachine) {
      guard let model = machine.model, let origin = machine.kernelOrigin,
        machine.kernelBytes != nil
      else { return nil }
      self.model = model
      installedBytes = machine.installedBytes
      build = machine.build
      self.origin = origin
      isLowerBound = machine.kernelIsLowerBound
    }

    /// The same kind for all builds.
    var overBuilds: Kind {
      var kind = self
      kind.build = nil
      return kind
    }

    static func order(_ left: Kind, _ right: Kind) -> Bool { left.key < right.key }

    private var key: (String, Int, String, String, Int) {
      (model, installedBytes ?? 0, build ?? "", origin.rawValue, isLowerBound ? 1 : 0)
    }
  }
}
