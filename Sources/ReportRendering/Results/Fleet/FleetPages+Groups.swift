internal import Platform
internal import AllocationBalance
internal import MemoryAnalysis

/// The groups of similar Macs, and the machines that are in none.
extension FleetPages {
  private var largest: [Int] {
    fleet.groups.indices.sorted {
      (fleet.groups[$1].judged.count, $0) < (fleet.groups[$0].judged.count, $1)
    }
  }

  var groups: DocumentSection {
    let rows = largest.map { place -> Table.Row in
      let group = fleet.groups[place]
      let outliers = fleet.outliers.count { $0.group == place }
      return Table.Row([
        .name(group.kind.model), .size(group.kind.installedBytes), build(group.kind),
        .count(group.judged.count), .count(outliers),
        .size(FleetNumber.bytes(group.kernel.median)), .size(FleetNumber.bytes(group.kernel.mad)),
        group.kernelShare.map { .share($0.median, of: "kernel and user") } ?? .empty,
        group.kind.origin == .wiredTable ? .empty : .name(group.kind.origin.rawValue),
      ])
    }
    return DocumentSection(
      "groups", heading: "Groups of similar Macs",
      summary: "median, and MAD: the median distance from it",
      contents: [.table(Table(FleetTables.groups, rows, audience: .readers))])
  }

  /// Each app over the machines that run it.
  var apps: DocumentSection {
    let rows = fleet.apps.map { app -> Table.Row in
      let machine = fleet.machines[app.machine]
      let isCompared = app.machineCount >= fleet.thresholds.groupSize
      let largest = app.largest
      return Table.Row([
        .name(app.name), .count(app.machineCount),
        .size(FleetNumber.bytes(largest.usual.median)), .size(FleetNumber.bytes(largest.usual.mad)),
        .size(FleetNumber.bytes(largest.value)),
        largest.ratio.map { .number($0, text: FleetNumber.decimal($0) + "×") } ?? .empty,
        isCompared
          ? .number(
            largest.robustDeviations, text: FleetNumber.decimal(largest.robustDeviations)) : .empty,
        .name(machine.name), isCompared ? .name(app.standsOut ? "yes" : "no") : .empty,
        .name(machine.archivePath),
      ])
    }
    return DocumentSection(
      "apps", heading: "Processes by app",
      summary: "footprints on the machines that run the app, and where it is largest",
      contents: [.table(Table(FleetTables.apps, rows))])
  }

  /// What the rules found, and how often.
  var findings: DocumentSection {
    let rows = fleet.findings.map { finding in
      Table.Row([
        .name(finding.severity.rawValue), .name(finding.id), .name(finding.model),
        .name(finding.build), .count(finding.machines), .count(finding.ofMachines),
        .name(finding.archivePath),
      ])
    }
    return DocumentSection(
      "findings", heading: "Findings", summary: "machines whose latest snapshot has the finding",
      contents: [.table(Table(FleetTables.findings, rows))])
  }

  /// The parts that differ most, each by the group where it does.
  var spreads: DocumentSection {
    var usual: [(usual: FleetGroup.Usual, kind: FleetGroup.Kind)] = []
    for group in fleet.groups { usual += group.measures.map { ($0, group.kind) } }
    usual.sort { $0.usual.spread.mad > $1.usual.spread.mad }
    var seen: Set<FleetMeasure> = []
    let rows = usual.filter { $0.usual.spread.mad > 0 && seen.insert($0.usual.measure).inserted }
      .map { usual, kind in
        Table.Row([
          .name(usual.measure.text), .size(FleetNumber.bytes(usual.spread.median)),
          .size(FleetNumber.bytes(usual.spread.mad)), .name(kind.model),
          .size(kind.installedBytes), build(kind),
        ])
      }
    return DocumentSection(
      "spreads", heading: "Parts that differ most", summary: "in the group where they do",
      contents: [.table(Table(FleetTables.spreads, rows, audience: .readers))])
  }

  private func build(_ kind: FleetGroup.Kind) -> Cell {
    .name(kind.build ?? "all builds")
  }

  var tooFew: DocumentSection {
    let rows = fleet.tooFew.map { kind, machines in
      Table.Row([
        .name(kind.model), .size(kind.installedBytes), .name(kind.build), .count(machines.count),
      ])
    }
    var contents: [DocumentSection.Content] = [
      .table(Table(FleetTables.tooFew, rows, audience: .readers))
    ]
    if !fleet.unknown.isEmpty {
      let count = SizeText.counted(fleet.unknown.count, "machine")
      contents.append(.paragraph("Not compared: \(count) with unknown model or kernel size."))
    }
    return DocumentSection(
      "too-few", heading: "Too few similar Macs",
      summary: "fewer than \(fleet.thresholds.groupSize) of one model and memory",
      contents: contents)
  }

  /// What programs get and readers do not: every machine, and what is usual of every measure.
  var data: DocumentSection {
    let kernels = fleet.kernels
    let outlying = Set(fleet.outliers.map(\.machine))
    let machines = fleet.machines.enumerated().map { place, machine -> Table.Row in
      let kernel = kernels[place]
      let judgement =
        outlying.contains(place) ? "standsOut" : kernel == nil ? "notJudged" : "usual"
      let deviation =
        kernel.map(FleetCells.deviation)
        ?? [.size(machine.kernelBytes)] + [Cell](repeating: .unknown(nil), count: 4)
      return Table.Row(
        FleetCells.machine(machine) + deviation + [
          machine.kernelShare.map { .share($0, of: "kernel and user") } ?? .unknown(nil),
          .name(judgement),
        ])
    }
    let measures = fleet.groups.flatMap { group in
      ([(FleetMeasure.kernel, group.kernel)] + group.measures.map { ($0.measure, $0.spread) })
        .map { measure, spread in
          Table.Row([
            .name(group.kind.model), .size(group.kind.installedBytes), .name(group.kind.build),
            .name(group.kind.origin.rawValue), .count(group.machines.count),
            .name(measure.kind.rawValue), .name(measure.name),
            .size(FleetNumber.bytes(spread.median)), .size(FleetNumber.bytes(spread.mad)),
          ])
        }
    }
    return DocumentSection(
      "data", heading: "",
      contents: [
        .table(Table(FleetTables.machines, machines, audience: .programs)),
        .table(Table(FleetTables.measures, measures, audience: .programs)),
      ])
  }
}

/// Cells that several tables of a fleet have.
enum FleetCells {
  static func machine(_ machine: FleetMachine) -> [Cell] {
    [
      .name(machine.name), .name(machine.model), .size(machine.installedBytes),
      .name(machine.build), .count(machine.uptimeSeconds), .name(machine.archivePath),
    ]
  }

  static func deviation(_ deviation: FleetDeviation) -> [Cell] {
    [deviation.value, deviation.usual.median, deviation.usual.mad, deviation.excess]
      .map { .size(FleetNumber.bytes($0)) }
      + [
        .number(
          deviation.robustDeviations, text: FleetNumber.decimal(deviation.robustDeviations))
      ]
  }

  static func kext(_ kext: SharedKext, _ model: String?) -> Table.Row {
    Table.Row([
      model.map { .name($0) } ?? .empty, .name(kext.name),
      kext.version.map { .name($0) } ?? .empty, .count(kext.outliers),
      .count(kext.allOutliers), .count(kext.others), .count(kext.allOthers),
      kext.lift.map { .number($0, text: FleetNumber.decimal($0) + "×") } ?? .empty,
      .number(kext.chance, text: FleetNumber.chance(kext.chance)),
      .name(kext.isShared ? "yes" : "no"),
    ])
  }
}

/// Numbers of a fleet as readers see them.
enum FleetNumber {
  /// Bytes that are kept as a number with a fraction.
  static func bytes(_ value: Double) -> Int { Int(saturating: value.rounded()) }

  /// One decimal below 10, none above; `very large` for what no number can hold.
  static func decimal(_ value: Double) -> String {
    guard abs(value) < 1e15 else { return "very large" }
    if abs(value) >= 9.95 { return SizeText.exact(Int(saturating: value.rounded())) }
    let tenths = Int(saturating: (value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// A chance: `0.24`, `3e-09`.
  static func chance(_ chance: Double) -> String {
    guard chance < 0.01 else { return SizeText.hundredths(chance) }
    guard chance > 1e-300 else { return "< 1e-300" }
    var (mantissa, exponent) = (chance, 0)
    while mantissa < 0.95 {
      mantissa *= 10
      exponent += 1
    }
    return "\(Int(saturating: mantissa.rounded()))e-\(exponent < 10 ? "0" : "")\(exponent)"
  }
}
