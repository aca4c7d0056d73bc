internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The columns of the tables about a process that was examined in both archives.
extension ComparisonTables {
  static let regionTypes = list("region-types", "type of region", of: "types that differ")
  static let mallocZones = list("malloc-zones", "malloc zone", of: "zones that differ")
  static let classes = list("classes", "class", of: "classes that differ")

  static let examined = [regionTypes, mallocZones, classes]

  private static func list(_ name: String, _ heading: String, of noun: String) -> TableShape {
    TableShape(
      name, of: noun,
      [
        Column(.name, "process", nil), Column(.name, "name", heading),
        .bytes("oldBytes", "old"), .bytes("newBytes", "new"),
        .bytes("deltaBytes", "change", tolerance: true), Column(.word, "status", "", priority: 1),
      ])
  }
}

/// What grew in a process that vmmap, heap or leaks examined in both archives.
extension ComparisonPages {
  /// The answer where nothing but a process can be compared.
  var processVerdict: Verdict? {
    let processes = comparison.examinedProcesses
    guard comparison.kernel == nil, comparison.user == nil,
      let process = processes.max(by: { $0.growth.magnitude < $1.growth.magnitude })
    else { return nil }
    let delta = process.growth
    let size = SizeText.short(Int(clamping: delta.magnitude))
    let change =
      delta == 0
      ? "\(process.title) is of the same size"
      : "\(process.title) \(delta > 0 ? "grew" : "shrank") by \(size)"
    let parts = mainParts(
      of: delta, among: process.types.isEmpty ? process.classes : process.types)
    return Verdict(([change] + parts).joined(separator: ", ") + ".")
  }

  /// A section for each process.
  var examinedProcesses: [DocumentSection] {
    comparison.examinedProcesses.enumerated().map { place, process in
      DocumentSection(
        "process-\(place + 1)", heading: "Inside \(process.title)",
        summary: process.footprint.map(sum), isFirstScreen: place == 0 && comparison.kernel == nil,
        contents: tables(process) + leaks(process))
    }
  }

  private func sum(_ figure: FigureChange) -> String {
    "footprint \(SizeText.short(figure.old.bytes)) to \(SizeText.short(figure.new.bytes)), "
      + "\(SizeText.signed(figure.delta.bytes)); in no type of region "
      + (figure.unexplained.map { SizeText.signed($0.bytes) } ?? "unknown")
  }

  private func tables(_ process: ExaminedProcessComparison) -> [DocumentSection.Content] {
    let lists = [process.types, process.zones, process.classes]
    return zip(ComparisonTables.examined, lists).flatMap { shape, changes in
      let differing = changes.filter { $0.status != .same }
      let tables: [DocumentSection.Content] = [
        .table(Table(shape, rows(differing, process), audience: .readers)),
        .table(Table(shape, rows(changes, process), audience: .programs)),
      ]
      return changes.isEmpty ? [] : tables
    }
  }

  private func rows(_ changes: [Change], _ process: ExaminedProcessComparison) -> [Table.Row] {
    changes.map { change in
      Table.Row([
        .name(process.title), .name(change.name), change.old.map { .size($0) } ?? .empty,
        change.new.map { .size($0) } ?? .empty,
        change.delta.map { .size($0, form: .difference) } ?? .empty,
        .name(change.status.rawValue),
      ])
    }
  }

  private func leaks(_ process: ExaminedProcessComparison) -> [DocumentSection.Content] {
    guard let leaked = process.leaked, let old = leaked.old, let new = leaked.new else { return [] }
    return [
      .paragraph(
        "Leaked blocks: \(SizeText.short(old.bytes)) to \(SizeText.short(new.bytes)).")
    ]
  }
}

extension ExaminedProcessComparison {
  /// The growth of the footprint, or else of the live blocks.
  fileprivate var growth: Int {
    footprint?.delta.bytes ?? classes.compactMap(\.delta).sum().bytes
  }
}
