internal import AllocationBalance
internal import MemoryAnalysis

/// The machines that stand out, and the groups that they were held against.
extension TextFleet {
  /// How many parts of a kernel are shown of each machine.
  private static let parts = 3

  func outliers() -> [String] {
    guard !fleet.outliers.isEmpty else { return [] }
    var lines = [
      style.heading("Machines that stand out")
        + style.dim("  by what they have more than the median of their like; z: in 1.4826 MAD")
    ]
    for outlier in fleet.outliers.prefix(top) { lines += self.lines(outlier) }
    let rest = fleet.outliers.count - top
    if rest > 0 { lines.append(style.dim("  and \(SizeText.exact(rest)) more")) }
    return lines
  }

  private func lines(_ outlier: FleetOutlier) -> [String] {
    let machine = fleet.machines[outlier.machine]
    let uptime = machine.uptimeSeconds.map { "up \(SizeText.hours($0))" }
    let head = [
      machine.name, machine.model, machine.build, uptime ?? "uptime not known",
      machine.archivePath,
    ]
    var table = TextTable([.left, .right, .right, .right, .left])
    table.add(row(outlier.kernel))
    if let share = outlier.kernelShare, outlier.standingOut.contains(share) {
      table.add(row(share))
    }
    let standing = outlier.standingOut.filter { $0.measure.kind.isPart }
    let others = outlier.parts.filter {
      !standing.contains($0) && $0.excess * 10 >= outlier.kernel.excess
    }
    for part in (standing + others).prefix(max(Self.parts, standing.count)) { table.add(row(part)) }
    // What lies in no part, or in many that moved a little, where it is worth a reader's eye.
    if abs(outlier.unexplained) * 4 > outlier.kernel.excess {
      table.add(["in none of its parts", "", SizeText.signed(Self.bytes(outlier.unexplained))])
    }
    let line = head.compactMap { $0 }.joined(separator: "  ")
    return ["  " + style.warning(Printable.line(line))] + table.lines(indent: "    ")
  }

  private func row(_ deviation: FleetDeviation) -> [String] {
    let isShare = deviation.measure.kind == .kernelShare
    let value =
      isShare ? Self.percent(deviation.value) : SizeText.short(Self.bytes(deviation.value))
    let excess =
      isShare
      ? "+" + Self.percent(deviation.excess) : SizeText.signed(Self.bytes(deviation.excess))
    return [
      Shortened.middle(deviation.measure.text), value, excess,
      deviation.ratio.map(Self.times) ?? "", "z \(Self.decimal(deviation.robustDeviations))",
    ]
  }

  func groups() -> [String] {
    guard !fleet.groups.isEmpty else { return [] }
    let largest = fleet.groups.indices.sorted {
      (fleet.groups[$1].judged.count, $0) < (fleet.groups[$0].judged.count, $1)
    }
    var table = TextTable([.left, .right, .left, .right, .right, .left, .left])
    for place in largest.prefix(top) { table.add(row(fleet.groups[place], place)) }
    let rest = fleet.groups.count - top
    let more = rest > 0 ? [style.dim("  and \(SizeText.exact(rest)) more groups")] : []
    return [style.heading("Groups") + style.dim("  median ± MAD")] + table.lines() + more
      + spreads(largest)
  }

  private func row(_ group: FleetGroup, _ place: Int) -> [String] {
    let standing = fleet.outliers.count { $0.group == place }
    let share = group.kernelShare.map {
      "\(Self.percent($0.median)) ± \(Self.percent($0.mad)) of kernel and user"
    }
    return [
      group.kind.model, group.kind.installedBytes.map(SizeText.short) ?? "memory unknown",
      build(group.kind), Self.count(group.judged.count, "machine"),
      standing == 0 ? "" : "\(standing) out", "kernel " + Self.text(group.kernel), share ?? "",
    ]
  }

  /// The parts that differ most, each by the group where it does.
  private func spreads(_ groups: [Int]) -> [String] {
    var rows: [(usual: FleetGroup.Usual, group: Int)] = []
    for group in groups {
      rows += fleet.groups[group].measures.prefix(top).map { ($0, group) }
    }
    rows.sort { $0.usual.spread.mad > $1.usual.spread.mad }
    var seen: Set<FleetMeasure> = []
    let shown = rows.filter { $0.usual.spread.mad > 0 && seen.insert($0.usual.measure).inserted }
    guard !shown.isEmpty else { return [] }
    var table = TextTable([.left, .left, .left])
    for (usual, group) in shown.prefix(top) {
      let kind = fleet.groups[group].kind
      let installed = kind.installedBytes.map(SizeText.short) ?? ""
      table.add([
        Shortened.middle(usual.measure.text), Self.text(usual.spread),
        "\(kind.model) \(installed) \(build(kind))",
      ])
    }
    let heading = style.heading("Parts that differ most") + style.dim("  where they do")
    return ["", heading] + table.lines()
  }

  private func build(_ kind: FleetGroup.Kind) -> String {
    let source = kind.origin == .wiredTable ? "" : ", by \(kind.origin.rawValue)"
    return (kind.build ?? "all builds") + source
  }

  private static func text(_ spread: Spread) -> String {
    "\(SizeText.short(bytes(spread.median))) ± \(SizeText.short(bytes(spread.mad)))"
  }

  func notJudged() -> [String] {
    var lines: [String] = []
    if !fleet.tooFew.isEmpty {
      lines.append(
        style.heading("Too few to judge")
          + style.dim("  less than \(fleet.thresholds.groupSize) of one model and memory"))
      var table = TextTable([.left, .right, .left, .right])
      for (kind, machines) in fleet.tooFew.prefix(top) {
        table.add([
          kind.model, kind.installedBytes.map(SizeText.short) ?? "memory unknown",
          kind.build ?? "build unknown", Self.count(machines.count, "machine"),
        ])
      }
      lines += table.lines()
      let rest = fleet.tooFew.dropFirst(top).map(\.machines.count).reduce(0, +)
      if rest > 0 { lines.append(style.dim("  and \(Self.count(rest, "machine")) more")) }
    }
    if !fleet.unknown.isEmpty {
      let count = Self.count(fleet.unknown.count, "machine")
      lines.append("Not judged: \(count) whose model or kernel is not known")
    }
    return lines
  }
}
