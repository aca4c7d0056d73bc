/// A third-party kext that machines that stand out have, against the others.
public struct SharedKext: Sendable, Hashable {
  /// The bundle identifier.
  public let name: String
  /// The version, where machines with it stand out more clearly than those with any; else nil.
  public let version: String?
  /// How many of the machines that stand out have it.
  public let outliers: Int
  /// How many machines stand out and say which kexts they have.
  public let allOutliers: Int
  /// How many of the other machines have it.
  public let others: Int
  /// How many other machines say which kexts they have.
  public let allOthers: Int
  /// How likely chance alone puts it on so many of those that stand out: Fisher's exact test,
  /// one-sided, times the number of kexts and versions that are on two machines or more (Bonferroni),
  /// at most 1.
  public let chance: Double
  /// Whether chance is no explanation.
  public let isShared: Bool

  /// How many times more frequent it is among the machines that stand out; nil when no other has it.
  public var lift: Double? {
    guard others > 0, allOutliers > 0, allOthers > 0 else { return nil }
    return Double(outliers) / Double(allOutliers) / (Double(others) / Double(allOthers))
  }
}

extension SharedKext {
  /// The kexts that some of the machines that stand out have in common, the least chance first.
  ///
  /// - Parameters:
  ///   - kexts: which machine has which.
  ///   - outliers: the machines that stand out, of those that say which kexts they have.
  ///   - others: the other machines that were judged and say so.
  ///   - thresholds: how many must have it, and when chance is no explanation.
  /// - Returns: one row for each kext that enough of them have.
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
      // A version only where it tells more than the kext as a whole.
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

  /// A kext, or one version of it, before it is known how many are tested.
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
