internal import AllocationBalance
public import MemoryAnalysis

/// A fleet as comma-separated values, one table at a time.
public enum FleetCSV {
  /// Which table.
  public enum Table: String, Sendable, CaseIterable {
    /// A row for each machine that stands out and each part of its kernel above the median.
    case outliers
    /// A row for each machine.
    case machines
    /// A row for each group and measure: what is usual.
    case measures
    /// A row for each kext and model that machines that stand out share.
    case kexts
  }

  /// A table with the names of its columns.
  public static func render(_ fleet: Fleet, _ table: Table) -> String {
    switch table {
    case .outliers: outliers(fleet)
    case .machines: machines(fleet)
    case .measures: measures(fleet)
    case .kexts: kexts(fleet)
    }
  }

  private static let machineColumns = [
    "machine", "model", "installedBytes", "build", "uptimeSeconds", "archivePath",
  ]
  private static let deviationColumns = [
    "bytes", "medianBytes", "madBytes", "excessBytes", "robustDeviations",
  ]

  private static func cells(_ machine: FleetMachine) -> [CSVTable.Cell] {
    [
      .text(machine.name), CSVTable.Cell(machine.model), CSVTable.Cell(machine.installedBytes),
      CSVTable.Cell(machine.build), CSVTable.Cell(machine.uptimeSeconds),
      .text(machine.archivePath),
    ]
  }

  private static func cells(_ deviation: FleetDeviation) -> [CSVTable.Cell] {
    [deviation.value, deviation.usual.median, deviation.usual.mad, deviation.excess]
      .map { .number(TextFleet.bytes($0)) } + [.ratio(deviation.robustDeviations)]
  }

  private static func outliers(_ fleet: Fleet) -> String {
    var table = CSVTable(machineColumns + ["kind", "name"] + deviationColumns + ["standsOut"])
    for outlier in fleet.outliers {
      let machine = cells(fleet.machines[outlier.machine])
      for deviation in [outlier.kernel] + outlier.parts {
        let measure: [CSVTable.Cell] = [
          .text(deviation.measure.kind.rawValue), .text(deviation.measure.name),
        ]
        let stands = outlier.standingOut.contains(deviation)
        table.add(machine + measure + cells(deviation) + [.text(stands ? "yes" : "no")])
      }
    }
    return table.text
  }

  private static func machines(_ fleet: Fleet) -> String {
    var table = CSVTable(machineColumns + deviationColumns + ["kernelShare", "judgement"])
    let kernels = fleet.kernels
    let standing = Set(fleet.outliers.map(\.machine))
    for (place, machine) in fleet.machines.enumerated() {
      let kernel = kernels[place]
      let judgement =
        standing.contains(place) ? "standsOut" : kernel == nil ? "notJudged" : "usual"
      let deviation =
        kernel.map(cells)
        ?? [CSVTable.Cell(machine.kernelBytes)] + [CSVTable.Cell](repeating: .unknown, count: 4)
      table.add(
        cells(machine) + deviation + [CSVTable.Cell(machine.kernelShare), .text(judgement)])
    }
    return table.text
  }

  private static func measures(_ fleet: Fleet) -> String {
    var table = CSVTable([
      "model", "installedBytes", "build", "kernelSource", "machines", "kind", "name",
      "medianBytes", "madBytes",
    ])
    for group in fleet.groups {
      let rows =
        [(FleetMeasure.kernel, group.kernel)] + group.measures.map { ($0.measure, $0.spread) }
      for (measure, spread) in rows {
        table.add([
          .text(group.kind.model), CSVTable.Cell(group.kind.installedBytes),
          CSVTable.Cell(group.kind.build), .text(group.kind.origin.rawValue),
          .number(group.machines.count), .text(measure.kind.rawValue),
          .text(measure.name), .number(TextFleet.bytes(spread.median)),
          .number(TextFleet.bytes(spread.mad)),
        ])
      }
    }
    return table.text
  }

  private static func kexts(_ fleet: Fleet) -> String {
    var table = CSVTable([
      "model", "kext", "version", "outliers", "ofOutliers", "others", "ofOthers", "lift", "chance",
      "isShared",
    ])
    for comparison in fleet.sharedKexts {
      for kext in comparison.kexts {
        table.add([
          CSVTable.Cell(comparison.model), .text(kext.name), CSVTable.Cell(kext.version),
          .number(kext.outliers), .number(kext.allOutliers), .number(kext.others),
          .number(kext.allOthers), CSVTable.Cell(kext.lift), .text("\(kext.chance)"),
          .text(kext.isShared ? "yes" : "no"),
        ])
      }
    }
    return table.text
  }
}
