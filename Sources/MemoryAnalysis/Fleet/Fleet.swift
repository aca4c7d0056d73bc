internal import MemorySections

/// Many machines compared with similar ones: the outliers, their excess, and what they share.
public struct Fleet: Sendable {
  /// All machines.
  public let machines: [FleetMachine]
  /// Groups of similar machines, by model, memory and build.
  public let groups: [FleetGroup]
  /// The outliers, largest kernel excess first.
  public let outliers: [FleetOutlier]
  /// Groups that are too small to have a baseline.
  public let tooFew: [(kind: FleetGroup.Kind, machines: [Int])]
  /// Machines with an unknown model or kernel.
  public let unknown: [Int]
  /// Kexts shared by outliers, over all models and for each model.
  public let sharedKexts: [KextComparison]
  /// The noteworthy apps, those that stand out on some machine first.
  public let apps: [FleetApp]
  /// How often each rule found something, the most severe first.
  public let findings: [FleetFinding]
  /// The thresholds used.
  public let thresholds: FleetThresholds

  /// The kexts of the outliers against those of the other machines.
  public struct KextComparison: Sendable {
    /// The model; nil for all models.
    public let model: String?
    /// The number of outliers.
    public let outliers: Int
    /// The number of outliers without kext information.
    public let silentOutliers: Int
    /// The kexts, lowest probability first.
    public let kexts: [SharedKext]
  }

  /// Finds the outliers of a fleet.
  ///
  /// - Parameters:
  ///   - machines: each machine once, with its latest snapshot.
  ///   - columns: the disjoint parts of their kernels; machines by index.
  ///   - kexts: their third-party kexts; machines by index.
  ///   - apps: their apps; machines by index.
  ///   - findings: how often each rule found something.
  ///   - thresholds: the limits for outliers.
  public init(
    _ machines: [FleetMachine], _ columns: FleetColumns, _ kexts: FleetKexts,
    apps: FleetApps = FleetApps(), findings: [FleetFinding] = [],
    thresholds: FleetThresholds = .standard
  ) {
    self.machines = machines
    self.apps = FleetApp.compare(apps, thresholds)
    self.findings = findings
    self.thresholds = thresholds
    let grouping = FleetGrouping(machines, least: thresholds.groupSize)
    tooFew = grouping.tooFew
    unknown = grouping.unknown
    var judgement = FleetJudgement(machines, grouping, thresholds)
    let sorted = columns.sorted()
    for (place, measure) in columns.measures.enumerated() {
      judgement.judge(measure, sorted, sorted.range(place))
    }
    let outliers = judgement.outliers(columns.measures, sorted)
    self.outliers = outliers
    groups = judgement.groups
    sharedKexts = Self.compare(
      kexts, machines, judged: grouping.groups.flatMap(\.judged), outliers.map(\.machine),
      thresholds)
  }

  /// The number of machines that were compared.
  public var judgedCount: Int { groups.map(\.judged.count).reduce(0, +) }

  /// The kernel of each compared machine against the median of its group, by machine index.
  public var kernels: [Int: FleetDeviation] {
    var kernels: [Int: FleetDeviation] = [:]
    for group in groups {
      for place in group.judged {
        kernels[place] = machines[place].kernelBytes.map {
          FleetDeviation(.kernel, Double($0), usual: group.kernel, thresholds: thresholds)
        }
      }
    }
    return kernels
  }

  private static func compare(
    _ kexts: FleetKexts, _ machines: [FleetMachine], judged: [Int], _ outliers: [Int],
    _ thresholds: FleetThresholds
  ) -> [KextComparison] {
    let models = Set(outliers.compactMap { machines[$0].model }).sorted()
    let scopes = (models.count > 1 ? [nil] : []) + models.map(Optional.some)
    let standing = Set(outliers)
    return scopes.map { model in
      let scope = judged.filter { model == nil || machines[$0].model == model }
      let outlying = scope.filter(standing.contains)
      let saying = Set(scope.filter { machines[$0].saysKexts })
      return KextComparison(
        model: model, outliers: outlying.count,
        silentOutliers: outlying.count { !machines[$0].saysKexts },
        kexts: SharedKext.compare(
          kexts, outliers: saying.intersection(standing), others: saying.subtracting(standing),
          thresholds))
    }
  }
}
