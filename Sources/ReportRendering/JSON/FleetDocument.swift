internal import AllocationBalance
internal import MemoryAnalysis

/// The JSON of a fleet: sizes are bytes, absent is unknown.
struct FleetDocument: Encodable {
  let schemaVersion = 1
  let tool = ToolDocument()
  let machineCount: Int
  let judgedCount: Int
  let outliers: [Outlier]
  let sharedKexts: [Kexts]
  let groups: [Group]
  let tooFew: [TooFew]
  let unknown: [Machine]
  let apps: [App]
  let findings: [Finding]
  let thresholds: Thresholds

  init(_ fleet: Fleet) {
    machineCount = fleet.machines.count
    judgedCount = fleet.judgedCount
    outliers = fleet.outliers.map { Outlier($0, fleet) }
    sharedKexts = fleet.sharedKexts.map(Kexts.init)
    groups = fleet.groups.map(Group.init)
    tooFew = fleet.tooFew.map { kind, machines in
      TooFew(kind: Kind(kind), machines: machines.map { Machine(fleet.machines[$0]) })
    }
    unknown = fleet.unknown.map { Machine(fleet.machines[$0]) }
    apps = fleet.apps.map { App($0, fleet) }
    findings = fleet.findings.map(Finding.init)
    thresholds = Thresholds(fleet.thresholds)
  }

  struct Machine: Encodable {
    let name: String
    let archivePath: String
    let snapshot: Int?
    let model: String?
    let build: String?
    let osVersion: String?
    let capturedAt: String?
    let uptimeSeconds: Int?
    let installedBytes: Int?

    init(_ machine: FleetMachine) {
      name = machine.name
      archivePath = machine.archivePath
      snapshot = machine.snapshotID
      model = machine.model
      build = machine.build
      osVersion = machine.osVersion
      capturedAt = machine.capturedAt
      uptimeSeconds = machine.uptimeSeconds
      installedBytes = machine.installedBytes
    }
  }

  /// A machine's size against the median of similar machines.
  struct Deviation: Encodable {
    let kind: FleetMeasure.Kind
    let name: String
    let bytes: Int?
    let medianBytes: Int?
    let madBytes: Int?
    let excessBytes: Int?
    let timesMedian: Double?
    let robustDeviations: Double
    let standsOut: Bool

    init(_ deviation: FleetDeviation, standsOut: Bool) {
      kind = deviation.measure.kind
      name = deviation.measure.name
      bytes = FleetNumber.bytes(deviation.value)
      medianBytes = FleetNumber.bytes(deviation.usual.median)
      madBytes = FleetNumber.bytes(deviation.usual.mad)
      excessBytes = FleetNumber.bytes(deviation.excess)
      timesMedian = deviation.ratio.map(Self.rounded)
      robustDeviations = Self.rounded(deviation.robustDeviations)
      self.standsOut = standsOut
    }

    static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
  }

  /// A machine's share of the kernel against the median of similar machines.
  struct ShareDeviation: Encodable {
    let share: Double
    let median: Double
    let mad: Double
    let excess: Double
    let robustDeviations: Double
    let standsOut: Bool

    init(_ deviation: FleetDeviation, standsOut: Bool) {
      share = Deviation.rounded(deviation.value)
      median = Deviation.rounded(deviation.usual.median)
      mad = Deviation.rounded(deviation.usual.mad)
      excess = Deviation.rounded(deviation.excess)
      robustDeviations = Deviation.rounded(deviation.robustDeviations)
      self.standsOut = standsOut
    }
  }

  struct Outlier: Encodable {
    let machine: Machine
    /// The place of its group in `groups`, from 0.
    let group: Int
    let kernel: Deviation
    let kernelShare: ShareDeviation?
    let parts: [Deviation]
    let unexplainedBytes: Int

    init(_ outlier: FleetOutlier, _ fleet: Fleet) {
      let standing = Set(outlier.standingOut)
      machine = Machine(fleet.machines[outlier.machine])
      group = outlier.group
      kernel = Deviation(outlier.kernel, standsOut: standing.contains(outlier.kernel))
      kernelShare = outlier.kernelShare.map {
        ShareDeviation($0, standsOut: standing.contains($0))
      }
      parts = outlier.parts.map { Deviation($0, standsOut: standing.contains($0)) }
      unexplainedBytes = FleetNumber.bytes(outlier.unexplained)
    }
  }
}
