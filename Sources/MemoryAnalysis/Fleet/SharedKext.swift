/// A third-party kext on outliers, compared with the other machines.
public struct SharedKext: Sendable, Hashable {
  /// The bundle identifier.
  public let name: String
  /// The version, if it separates the outliers better than the kext as a whole; else nil.
  public let version: String?
  /// The number of outliers with the kext.
  public let outliers: Int
  /// The number of outliers with kext information.
  public let allOutliers: Int
  /// The number of other machines with the kext.
  public let others: Int
  /// The number of other machines with kext information.
  public let allOthers: Int
  /// The probability of so many outliers with the kext by chance.
  ///
  /// Fisher's exact test, one-sided, times the number of kexts and versions found on at least two
  /// machines (Bonferroni), at most 1.
  public let chance: Double
  /// Whether chance is an unlikely explanation.
  public let isShared: Bool

  /// The kext's frequency among outliers relative to the others; nil when no other machine has it.
  public var lift: Double? {
    guard others > 0, allOutliers > 0, allOthers > 0 else { return nil }
    return Double(outliers) / Double(allOutliers) / (Double(others) / Double(allOthers))
  }
}

extension SharedKext {
  /// The kexts shared by outliers, lowest probability first.
  ///
  /// - Parameters:
  ///   - kexts: the kexts of each machine.
  ///   - outliers: the outliers with kext information.
  ///   - others: the other compared machines with kext information.
  ///   - thresholds: the fewest machines and the highest probability.
  /// - Returns: one row for each kext on enough outliers.
  static func compare(
    _ kexts: FleetKexts, outliers: Set<Int>, others: Set<Int>, _ thresholds: FleetThresholds
  ) -> [SharedKext] {
    let test = FisherTest(upTo: outliers.count + others.count)
    var tested = 0
    var rows: [Row] = []
    for (name, versions) in kexts.machines {
      let all = versions.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
      var candidates = [(nil as String?, all)]
      if versions.count > 1 { candidates += versions.map { ($0.key, $0.value) } }
      let common = candidates.map { version, machines in
        Row(name, version, machines, outliers, others, test)
      }.filter { $0.outliers + $0.others >= thresholds.kextMachines }
      tested += common.count
      // A version is listed only when it says more than the kext as a whole.
      let best = common.filter { $0.outliers >= thresholds.kextMachines }
        .min { $0.precedes($1) }
      if let best { rows.append(best) }
    }
    return rows.sorted { $0.precedes($1) }.map { row in
      let chance = min(row.chance * Double(tested), 1)
      return SharedKext(
        name: row.name, version: row.version, outliers: row.outliers,
        allOutliers: outliers.count, others: row.others, allOthers: others.count, chance: chance,
        isShared: chance <= thresholds.kextChance)
    }
  }

  /// A kext or one of its versions, before the number of tests is known.
  private struct Row {
    let name: String
    let version: String?
    let outliers: Int
    let others: Int
    let chance: Double

    init(
      _ name: String, _ version: String?, _ machines: Set<Int>, _ outlying: Set<Int>,
      _ other: Set<Int>, _ test: FisherTest
    ) {
      self.name = name
      self.version = version
      outliers = machines.count { outlying.contains($0) }
      others = machines.count { other.contains($0) }
      chance = test.chance(
        marked: outliers, of: outlying.count, allMarked: outliers + others,
        of: outlying.count + other.count)
    }

    func precedes(_ other: Row) -> Bool {
      (chance, other.outliers, name, version ?? "")
        < (other.chance, outliers, other.name, other.version ?? "")
    }
  }
}
