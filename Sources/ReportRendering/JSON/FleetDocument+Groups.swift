internal import AllocationBalance
internal import MemoryAnalysis

/// What is usual in a fleet, and what its outliers share.
extension FleetDocument {
  /// What machines of a group have in common; without a build it is over all builds.
  struct Kind: Encodable {
    let model: String
    let installedBytes: Int?
    let build: String?
    let kernelSource: KernelFigure.Origin
    let kernelIsLowerBound: Bool

    init(_ kind: FleetGroup.Kind) {
      model = kind.model
      installedBytes = kind.installedBytes
      build = kind.build
      kernelSource = kind.origin
      kernelIsLowerBound = kind.isLowerBound
    }
  }

  struct TooFew: Encodable {
    let kind: Kind
    let machines: [Machine]
  }

  struct Group: Encodable {
    let kind: Kind
    let machineCount: Int
    let judgedCount: Int
    let kernelMedianBytes: Int
    let kernelMadBytes: Int
    let kernelShareMedian: Double?
    let kernelShareMad: Double?
    let measures: [Measure]

    init(_ group: FleetGroup) {
      kind = Kind(group.kind)
      machineCount = group.machines.count
      judgedCount = group.judged.count
      kernelMedianBytes = FleetNumber.bytes(group.kernel.median)
      kernelMadBytes = FleetNumber.bytes(group.kernel.mad)
      kernelShareMedian = group.kernelShare.map { Deviation.rounded($0.median) }
      kernelShareMad = group.kernelShare.map { Deviation.rounded($0.mad) }
      measures = group.measures.map(Measure.init)
    }
  }

  struct Measure: Encodable {
    let kind: FleetMeasure.Kind
    let name: String
    let medianBytes: Int
    let madBytes: Int

    init(_ usual: FleetGroup.Usual) {
      kind = usual.measure.kind
      name = usual.measure.name
      medianBytes = FleetNumber.bytes(usual.spread.median)
      madBytes = FleetNumber.bytes(usual.spread.mad)
    }
  }

  /// Kexts of the machines that stand out; without a model it is over all models.
  struct Kexts: Encodable {
    let model: String?
    let outlierCount: Int
    let outliersWithoutKextsCount: Int
    let kexts: [Kext]

    init(_ comparison: Fleet.KextComparison) {
      model = comparison.model
      outlierCount = comparison.outliers
      outliersWithoutKextsCount = comparison.silentOutliers
      kexts = comparison.kexts.map(Kext.init)
    }
  }

  struct Kext: Encodable {
    let name: String
    let version: String?
    let outliers: Int
    let ofOutliers: Int
    let others: Int
    let ofOthers: Int
    let lift: Double?
    let chance: Double
    let isShared: Bool

    init(_ kext: SharedKext) {
      name = kext.name
      version = kext.version
      outliers = kext.outliers
      ofOutliers = kext.allOutliers
      others = kext.others
      ofOthers = kext.allOthers
      lift = kext.lift.map(Deviation.rounded)
      chance = kext.chance
      isShared = kext.isShared
    }
  }

  /// An app over the machines that run it, and the machine on which it is largest.
  struct App: Encodable {
    let name: String
    let machineCount: Int
    let medianBytes: Int
    let madBytes: Int
    let largestBytes: Int
    let timesMedian: Double?
    let robustDeviations: Double
    let standsOut: Bool
    let machine: Machine

    init(_ app: FleetApp, _ fleet: Fleet) {
      name = app.name
      machineCount = app.machineCount
      medianBytes = FleetNumber.bytes(app.largest.usual.median)
      madBytes = FleetNumber.bytes(app.largest.usual.mad)
      largestBytes = FleetNumber.bytes(app.largest.value)
      timesMedian = app.largest.ratio.map(Deviation.rounded)
      robustDeviations = Deviation.rounded(app.largest.robustDeviations)
      standsOut = app.standsOut
      machine = Machine(fleet.machines[app.machine])
    }
  }

  /// How often a rule found something on machines of one model and build.
  struct Finding: Encodable {
    let id: String
    let severity: Severity
    let model: String?
    let build: String?
    let machineCount: Int
    let ofMachines: Int
    let archivePath: String

    init(_ finding: FleetFinding) {
      id = finding.id
      severity = finding.severity
      model = finding.model
      build = finding.build
      machineCount = finding.machines
      ofMachines = finding.ofMachines
      archivePath = finding.archivePath
    }
  }

  struct Thresholds: Encodable {
    let groupSize: Int
    let robustDeviations: Double
    let timesMedian: Double
    let kernelTimesMedian: Double
    let excessBytes: Int
    let excessShare: Double
    let kextChance: Double

    init(_ thresholds: FleetThresholds) {
      groupSize = thresholds.groupSize
      robustDeviations = thresholds.robustDeviations
      timesMedian = thresholds.timesMedian
      kernelTimesMedian = thresholds.kernelTimesMedian
      excessBytes = thresholds.excessBytes
      excessShare = thresholds.excessShare
      kextChance = thresholds.kextChance
    }
  }
}
