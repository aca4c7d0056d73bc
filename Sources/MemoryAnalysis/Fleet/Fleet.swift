internal import MemorySections

/// Many machines held against their like: which stand out, by how much, and what they share.
public struct Fleet: Sendable {
  /// All machines.
  public let machines: [FleetMachine]
  /// The machines that are alike, by model, memory and build.
  public let groups: [FleetGroup]
  /// The machines that stand out, the largest excess of the kernel first.
  public let outliers: [FleetOutlier]
  /// Machines of which there are too few to tell what is usual, by what they have in common.
  public let tooFew: [(kind: FleetGroup.Kind, machines: [Int])]
  /// Machines whose model or kernel is not known.
  public let unknown: [Int]
  /// What the machines that stand out share, over all models and for each of them.
  public let sharedKexts: [KextComparison]
  /// By what they were judged.
  public let thresholds: FleetThresholds

  /// The kexts of the machines that stand out against those of the others.
  public struct KextComparison: Sendable {
    /// The model; nil over all models.
    public let model: String?
    /// How many machines stand out.
    public let outliers: Int
    /// How many of them do not say which kexts they have.
    public let silentOutliers: Int
    /// The kexts, the least chance first.
    public let kexts: [SharedKext]
  }

  /// Judges a fleet.
  ///
  /// - Parameters:
  ///   - machines: each machine once, by its latest snapshot.
  ///   - columns: the parts of their kernels, apart from each other; machines by their places.
  ///   - kexts: their third-party kexts; machines by their places.
  ///   - thresholds: from where on a machine stands out.
  public init(
    _ machines: [FleetMachine], _ columns: FleetColumns, _ kexts: FleetKexts,
    thresholds: FleetThresholds = .standard
  ) {
    self.machines = machines
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

  /// How many machines were held against their like.
  public var judgedCount: Int { groups.map(\.judged.count).reduce(0, +) }

  /// What each judged machine's kernel is against the median of its like, by the machine's place.
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
