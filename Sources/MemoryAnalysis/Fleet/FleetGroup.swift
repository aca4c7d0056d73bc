public import AllocationBalance

/// Machines that are alike, and what is usual among them.
public struct FleetGroup: Sendable {
  /// What they have in common.
  public let kind: Kind
  /// The machines that the usual is told from, by their places in the fleet.
  public let machines: [Int]
  /// The machines that are held against it: all of them, or where builds with too few machines are
  /// held against the model over all builds, those machines.
  public let judged: [Int]
  /// The kernel as a whole, in bytes.
  public internal(set) var kernel: Spread
  /// The kernel's share; nil where less machines than a group needs say what the processes hold.
  public internal(set) var kernelShare: Spread?
  /// The noteworthy measures, the largest MAD first.
  public internal(set) var measures: [Usual] = []

  /// What is usual of a measure.
  public struct Usual: Sendable, Hashable {
    /// What is measured.
    public let measure: FleetMeasure
    /// Its spread over the group's machines, in bytes.
    public let spread: Spread
  }

  /// What machines must have in common to be held against each other.
  ///
  /// Installed memory is part of it, since the kernel sets aside a part of it and its tables grow with
  /// it; so is the source of the kernel's figure, since each names and counts the parts in its own way.
  public struct Kind: Sendable, Hashable {
    /// The machine's model.
    public let model: String
    /// Memory built in; nil when no section says.
    public let installedBytes: Int?
    /// The OS build; nil over all builds.
    public internal(set) var build: String?
    /// Where the kernel's figure comes from.
    public let origin: KernelFigure.Origin
    /// Whether that is a lower bound.
    public let isLowerBound: Bool

    /// The kind of a machine; nil when its model or its kernel is not known.
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

    /// The same over all builds.
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
