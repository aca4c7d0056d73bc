/// Compares machines with their groups, one measure at a time.
struct FleetJudgement {
  private(set) var groups: [FleetGroup]
  private let machines: [FleetMachine]
  private let thresholds: FleetThresholds
  /// Each machine's two groups: its own build, and its model over all builds; -1 for none.
  private var ownGroup: [Int]
  private var poolGroup: [Int]
  /// The group that each machine is compared with; -1 for none.
  private var judgingGroup: [Int]
  /// Each machine's deviations beyond the thresholds.
  private var standingOut: [Int: [FleetDeviation]] = [:]
  private var buckets: [[Double]]

  init(_ machines: [FleetMachine], _ grouping: FleetGrouping, _ thresholds: FleetThresholds) {
    self.machines = machines
    self.thresholds = thresholds
    ownGroup = [Int](repeating: -1, count: machines.count)
    poolGroup = ownGroup
    judgingGroup = ownGroup
    groups = []
    buckets = [[Double]](repeating: [], count: grouping.groups.count)
    for (place, group) in grouping.groups.enumerated() {
      for machine in group.machines {
        if group.kind.build == nil { poolGroup[machine] = place } else { ownGroup[machine] = place }
      }
      for machine in group.judged { judgingGroup[machine] = place }
      groups.append(judgeWhole(group.kind, group.machines, group.judged))
    }
  }

  /// Compares the whole kernels of a group.
  private mutating func judgeWhole(
    _ kind: FleetGroup.Kind, _ members: [Int], _ judged: [Int]
  ) -> FleetGroup {
    let kernels = members.compactMap { machines[$0].kernelBytes }.map(Double.init)
    let kernel = Spread(kernels, count: kernels.count)
    let shares = members.compactMap { machines[$0].kernelShare }
    let share =
      shares.count >= thresholds.groupSize ? Spread(shares, count: shares.count) : nil
    for machine in judged {
      guard let bytes = machines[machine].kernelBytes else { continue }
      let whole = FleetDeviation(.kernel, Double(bytes), usual: kernel, thresholds: thresholds)
      if whole.standsOut(thresholds) { standingOut[machine, default: []].append(whole) }
      guard let share, let part = machines[machine].kernelShare,
        whole.excess >= Double(thresholds.excessBytes)
      else { continue }
      let deviation = FleetDeviation(.kernelShare, part, usual: share, thresholds: thresholds)
      if deviation.standsOut(thresholds) { standingOut[machine, default: []].append(deviation) }
    }
    return FleetGroup(
      kind: kind, machines: members, judged: judged, kernel: kernel, kernelShare: share)
  }

  /// Compares one measure across its machines.
  mutating func judge(
    _ measure: FleetMeasure, _ columns: FleetColumns.Sorted, _ range: Range<Int>
  ) {
    var touched: [Int] = []
    for entry in range {
      let machine = Int(columns.machines[entry])
      collect(columns.bytes[entry], ownGroup[machine], &touched)
      collect(columns.bytes[entry], poolGroup[machine], &touched)
    }
    for group in touched {
      let values = buckets[group]
      buckets[group].removeAll(keepingCapacity: true)
      guard values.contains(where: { $0 >= Double(thresholds.noteworthyBytes) }) else { continue }
      let spread = Spread(values, count: groups[group].machines.count)
      groups[group].measures.append(FleetGroup.Usual(measure: measure, spread: spread))
      guard measure.isJudged else { continue }
      judge(measure, columns, range, group, spread)
    }
  }

  private mutating func collect(_ value: Double, _ group: Int, _ touched: inout [Int]) {
    guard group >= 0 else { return }
    if buckets[group].isEmpty { touched.append(group) }
    buckets[group].append(value)
  }

  private mutating func judge(
    _ measure: FleetMeasure, _ columns: FleetColumns.Sorted, _ range: Range<Int>,
    _ group: Int, _ usual: Spread
  ) {
    for entry in range {
      let machine = Int(columns.machines[entry])
      guard judgingGroup[machine] == group else { continue }
      let deviation = FleetDeviation(
        measure, columns.bytes[entry], usual: usual, thresholds: thresholds)
      if deviation.standsOut(thresholds) { standingOut[machine, default: []].append(deviation) }
    }
  }
}

extension FleetJudgement {
  /// The outliers, with the parts of their kernels.
  ///
  /// From here on, measures are sorted by spread.
  mutating func outliers(
    _ measures: [FleetMeasure], _ columns: FleetColumns.Sorted
  ) -> [FleetOutlier] {
    for place in groups.indices {
      groups[place].measures.sort {
        ($0.spread.mad, $0.spread.median, $1.measure.name)
          > ($1.spread.mad, $1.spread.median, $0.measure.name)
      }
    }
    var sizes: [Int: [FleetMeasure: Double]] = [:]
    for (place, measure) in measures.enumerated() {
      for entry in columns.range(place) where standingOut[Int(columns.machines[entry])] != nil {
        sizes[Int(columns.machines[entry]), default: [:]][measure] = columns.bytes[entry]
      }
    }
    return standingOut.keys.sorted().compactMap { outlier($0, sizes[$0] ?? [:]) }
      .sorted { ($0.kernel.excess, $1.machine) > ($1.kernel.excess, $0.machine) }
  }

  private func outlier(_ machine: Int, _ sizes: [FleetMeasure: Double]) -> FleetOutlier? {
    let group = groups[judgingGroup[machine]]
    guard let bytes = machines[machine].kernelBytes else { return nil }
    let kernel = FleetDeviation(.kernel, Double(bytes), usual: group.kernel, thresholds: thresholds)
    let share = machines[machine].kernelShare.flatMap { part in
      group.kernelShare.map {
        FleetDeviation(.kernelShare, part, usual: $0, thresholds: thresholds)
      }
    }
    let parts = group.measures.map { usual in
      FleetDeviation(
        usual.measure, sizes[usual.measure] ?? 0, usual: usual.spread, thresholds: thresholds)
    }
    let noteworthy = Double(thresholds.noteworthyBytes)
    return FleetOutlier(
      machine: machine, group: judgingGroup[machine], kernel: kernel, kernelShare: share,
      standingOut: (standingOut[machine] ?? []).sorted(by: FleetDeviation.order),
      parts: parts.filter { $0.excess >= noteworthy }.sorted(by: FleetDeviation.order),
      unexplained: kernel.excess - parts.map(\.excess).reduce(0, +))
  }
}

extension FleetDeviation {
  /// Largest excess first; the share has no bytes and comes last.
  static func order(_ left: FleetDeviation, _ right: FleetDeviation) -> Bool {
    (left.excess, right.measure.name) > (right.excess, left.measure.name)
  }
}
