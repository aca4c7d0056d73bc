internal import AllocationBalance
public import MemoryAnalysis

/// A fleet as a document: the outliers and what they share, first.
extension Fleet: Presentable {
  /// The tables of a fleet, the outliers first.
  public static var tables: [TableShape] {
    [
      FleetTables.outliers, FleetTables.machines, FleetTables.measures, FleetTables.kexts,
      FleetTables.apps, FleetTables.findings,
    ]
  }

  /// The fleet's JSON.
  public var contract: any Encodable { FleetDocument(self) }

  /// The outliers, what they share, and what they were compared with.
  public var document: Document {
    let pages = FleetPages(fleet: self)
    var document = Document()
    document.verdict = pages.verdict
    document.sections = [
      pages.outliers, pages.kexts, pages.apps, pages.findings, pages.groups, pages.spreads,
      pages.tooFew, pages.data,
    ]
    document.foot = [Document.units]
    return document
  }
}

/// Builds the sections of a fleet's document.
struct FleetPages {
  let fleet: Fleet

  /// How many parts of a kernel readers see of each outlier.
  private static let parts = 3

  /// How many machines are outliers, and what they have in common.
  var verdict: Verdict {
    guard fleet.judgedCount > 0 else {
      return Verdict(
        "\(SizeText.counted(fleet.machines.count, "machine")): too few similar Macs to compare.",
        nextStep: "A group needs \(fleet.thresholds.groupSize) Macs of one model and memory.")
    }
    let compared = SizeText.counted(fleet.judgedCount, "compared machine")
    guard let worst = fleet.outliers.first else {
      return largeApp(beside: "None of \(compared) is an outlier.")
    }
    let count = fleet.outliers.count
    let words = count == 1 ? "is an outlier" : "are outliers"
    return Verdict(
      "\(SizeText.exact(count)) of \(compared) \(words). \(shared)", tone: .alarming,
      nextStep: "Report the worst: `sysbalance report "
        + "\(fleet.machines[worst.machine].archivePath)`")
  }

  /// The same for a fleet without an outlier: an app may be far larger on one machine than on others.
  private func largeApp(beside sentence: String) -> Verdict {
    guard let app = fleet.apps.first, app.standsOut else { return Verdict(sentence) }
    let machine = fleet.machines[app.machine]
    return Verdict(
      "\(sentence) \(app.name) is abnormally large on \(machine.name): "
        + "\(SizeText.short(FleetNumber.bytes(app.largest.value))), median "
        + "\(SizeText.short(FleetNumber.bytes(app.largest.usual.median))).",
      tone: .alarming, nextStep: "Report it: `sysbalance report \(machine.archivePath)`")
  }

  /// What the outliers have in common, over all models or in one.
  private var shared: String {
    for comparison in fleet.sharedKexts {
      guard let kext = comparison.kexts.first, kext.isShared else { continue }
      let model = comparison.model.map { fleet.sharedKexts.count > 1 ? "\($0): " : "" } ?? ""
      let also = comparison.kexts.dropFirst().count { $0.isShared }
      let name = [kext.name, kext.version].compactMap { $0 }.joined(separator: " ")
      let more = also > 0 ? "; they share \(SizeText.counted(also, "more kext"))" : ""
      return "\(model)\(name) is on \(kext.outliers) of \(kext.allOutliers) outliers and on "
        + "\(kext.others) of \(kext.allOthers) others\(more)."
    }
    return "They share no third-party kext beyond chance."
  }

  /// The outliers: what each has more than the median of similar Macs.
  var outliers: DocumentSection {
    DocumentSection(
      "outliers", heading: "Outliers",
      summary: fleet.outliers.isEmpty ? nil : "vs similar Macs; z = robust standard deviations",
      isFirstScreen: true,
      contents: [
        .chart(.strip(strips)),
        .table(Table(FleetTables.outliersToRead, fleet.outliers.flatMap(rows), audience: .readers)),
        .table(
          Table(FleetTables.outliers, fleet.outliers.flatMap(allRows), audience: .programs)),
      ])
  }

  private func rows(_ outlier: FleetOutlier) -> [Table.Row] {
    let machine = fleet.machines[outlier.machine]
    var deviations = [outlier.kernel]
    if let share = outlier.kernelShare, outlier.standingOut.contains(share) {
      deviations.append(share)
    }
    let standing = outlier.standingOut.filter { $0.measure.kind.isPart }
    let others = outlier.parts.filter {
      !standing.contains($0) && $0.excess * 10 >= outlier.kernel.excess
    }
    deviations += (standing + others).prefix(max(Self.parts, standing.count))
    var rows = deviations.enumerated().map { place, deviation -> Table.Row in
      let head: [Cell] =
        place > 0
        ? [Cell](repeating: .empty, count: 4)
        : [
          .name(machine.name), .name(machine.model), .name(machine.build),
          machine.uptimeSeconds.map { .text(SizeText.hours($0)) } ?? .unknown(nil),
        ]
      let values = self.values(deviation)
      return Table.Row(head + values + [place > 0 ? .empty : .name(machine.archivePath)])
    }
    // What no part explains, where it is worth a reader's eye.
    if abs(outlier.unexplained) * 4 > outlier.kernel.excess {
      rows.append(
        Table.Row(
          [Cell](repeating: .empty, count: 4) + [
            .name("in no part"), .empty,
            .size(FleetNumber.bytes(outlier.unexplained), form: .difference), .empty, .empty,
            .empty,
          ]))
    }
    return rows
  }

  /// The part, its value, the excess, the ratio and z.
  private func values(_ deviation: FleetDeviation) -> [Cell] {
    let isShare = deviation.measure.kind == .kernelShare
    return [
      .name(deviation.measure.text),
      isShare
        ? .share(deviation.value, of: "kernel and user")
        : .size(FleetNumber.bytes(deviation.value)),
      isShare
        ? .number(deviation.excess, text: "+" + Cell.percent(deviation.excess))
        : .size(FleetNumber.bytes(deviation.excess), form: .difference),
      deviation.ratio.map { .number($0, text: FleetNumber.decimal($0) + "×") } ?? .empty,
      .number(
        deviation.robustDeviations, text: FleetNumber.decimal(deviation.robustDeviations)),
    ]
  }

  private func allRows(_ outlier: FleetOutlier) -> [Table.Row] {
    let machine = FleetCells.machine(fleet.machines[outlier.machine])
    return ([outlier.kernel] + outlier.parts).map { deviation in
      Table.Row(
        machine + [.name(deviation.measure.kind.rawValue), .name(deviation.measure.name)]
          + FleetCells.deviation(deviation)
          + [.name(outlier.standingOut.contains(deviation) ? "yes" : "no")])
    }
  }

  /// Each group's machines by their kernels.
  private var strips: [StripGroup] {
    let outlying = Set(fleet.outliers.map(\.machine))
    return fleet.groups.map { group in
      StripGroup(
        name: [
          group.kind.model, group.kind.installedBytes.map { SizeText.short($0) }, group.kind.build,
        ].compactMap { $0 }.joined(separator: " "),
        median: FleetNumber.bytes(group.kernel.median),
        dots: group.judged.compactMap { place in
          fleet.machines[place].kernelBytes.map {
            StripGroup.Dot(
              name: fleet.machines[place].name, bytes: $0, isOutlier: outlying.contains(place),
              snapshot: fleet.machines[place].snapshotID)
          }
        })
    }
  }

  /// The kexts that chance may not explain over all models, and for each model those shared there
  /// alone.
  var kexts: DocumentSection {
    let all = fleet.sharedKexts.first
    let shared = Set(all?.kexts.filter(\.isShared).map(\.name) ?? [])
    let toRead = fleet.sharedKexts.enumerated().flatMap { place, comparison in
      comparison.kexts.filter {
        place == 0 ? $0.chance < 1 : $0.isShared && !shared.contains($0.name)
      }.map { FleetCells.kext($0, comparison.model) }
    }
    let rows = fleet.sharedKexts.flatMap { comparison in
      comparison.kexts.map { FleetCells.kext($0, comparison.model) }
    }
    var contents: [DocumentSection.Content] = [
      .table(Table(FleetTables.kexts, toRead, audience: .readers)),
      .table(Table(FleetTables.kexts, rows, audience: .programs)),
    ]
    if let silent = all?.silentOutliers, silent > 0 {
      contents.append(.note("\(SizeText.counted(silent, "outlier")) without a list of kexts"))
    }
    return DocumentSection(
      "kexts", heading: "Third-party kexts on outliers",
      summary: "p: Fisher's exact test, corrected for all kexts tested", isFirstScreen: true,
      contents: contents)
  }
}
