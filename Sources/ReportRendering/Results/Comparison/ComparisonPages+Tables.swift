internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The part of a comparison's row that readers see.
private struct ComparedSizes: Hashable {
  let name: String
  let old: Quantity?
  let new: Quantity?

  init(_ change: Change) {
    (name, old, new) = (change.name, change.old, change.new)
  }
}

/// What differs, list by list.
extension ComparisonPages {
  /// The tables; readers see a row that is a component of its own, or all of an app, only once.
  var lists: [DocumentSection] {
    let known = Set(comparison.components.map(\.name))
    let isRepeated = { (change: Change) in
      known.contains(change.name) || known.contains("zone " + change.name)
    }
    let apps = Set(comparison.apps.map(ComparedSizes.init))
    return [
      list(
        "Kernel memory by component", ComparisonTables.components, comparison.components,
        figure: comparison.kernel, isFirstScreen: true),
      list(
        "Zones", ComparisonTables.zones, comparison.zones, of: .zprint, isRepeated: isRepeated),
      list(
        "Wired memory", ComparisonTables.wired, comparison.wired, of: .zprint,
        isRepeated: isRepeated),
      list("Kext code", ComparisonTables.kexts, comparison.kexts, of: .kextstat),
      list(
        "Processes by app", ComparisonTables.apps, comparison.apps, of: .footprint,
        figure: comparison.user),
      list(
        "Processes", ComparisonTables.processes, comparison.processes, of: .footprint,
        isRepeated: { apps.contains(ComparedSizes($0)) }),
      list(
        "Categories of the processes' own memory", ComparisonTables.categories,
        comparison.categories, of: .footprint),
    ]
  }

  /// A table for readers, without what did not change, and the whole one for programs.
  private func list(
    _ heading: String, _ shape: TableShape, _ changes: [Change], of kind: SectionKind? = nil,
    figure: FigureChange? = nil, isFirstScreen: Bool = false,
    isRepeated: (Change) -> Bool = { _ in false }
  ) -> DocumentSection {
    var contents: [DocumentSection.Content] = []
    if let side = Comparison.missingSide(changes) {
      contents.append(.paragraph(absence(of: kind, changes.count, shape.rowNoun, side)))
    } else {
      let shown = changes.filter { $0.status != .same && !isRepeated($0) }
      contents.append(.table(table(shape, shown, audience: .readers)))
    }
    contents.append(.table(table(shape, changes, audience: .programs)))
    return DocumentSection(
      shape.name, heading: heading, summary: figure.map(sum), isFirstScreen: isFirstScreen,
      contents: contents)
  }

  private func table(
    _ shape: TableShape, _ changes: [Change], audience: Table.Audience
  ) -> Table {
    Table(shape, changes.map { Table.Row(cells($0)) }, audience: audience)
  }

  /// Why a table is not compared: `Not compared: no kextstat in the new archive (it failed)`.
  private func absence(
    of kind: SectionKind?, _ count: Int, _ noun: String, _ side: Change.Side
  ) -> String {
    let (lacking, other) =
      side == .old ? (comparison.old, "new") : (comparison.new, "old")
    // `zones that differ` are `zones` here.
    let rows = SizeText.exact(count) + " " + (noun.split(separator: " ").first ?? "rows")
    let rest = "; the \(other) one has \(rows)."
    guard let kind, lacking.section(kind) == nil else {
      return "Not compared: the \(side.rawValue) archive does not list them" + rest
    }
    let reason = lacking.missing.first { $0.kind == kind && $0.reason != .absent }?.words
    return "Not compared: no \(kind.descriptor.title) in the \(side.rawValue) archive"
      + (reason.map { " (\($0))" } ?? "") + rest
  }

  private func sum(_ figure: FigureChange) -> String {
    let parts =
      figure.explained.flatMap { explained in
        figure.unexplained.map {
          "explained \(SizeText.signed(explained.bytes)), "
            + "unexplained \(SizeText.signed($0.bytes))"
        }
      } ?? "not broken down"
    return "\(SizeText.signed(figure.delta.bytes)): \(parts) (\(figure.origin))"
  }

  private func cells(_ change: Change) -> [Cell] {
    [
      .name(change.name), size(change.old, isUnknown: change.unknownIn == .old),
      size(change.new, isUnknown: change.unknownIn == .new),
      change.delta.map { .size($0, form: .difference) } ?? .empty,
      comparison.perHour(change).map { .size($0, form: .perHour) } ?? .empty,
      .name(word(change.status)),
    ]
  }

  private func size(_ size: Quantity?, isUnknown: Bool) -> Cell {
    size.map { .size($0) } ?? (isUnknown ? .unknown(nil) : .empty)
  }

  private func word(_ status: Change.Status) -> String {
    guard !isOneMachine else { return status.rawValue }
    return switch status {
    case .grew: "more"
    case .shrank: "less"
    case .same: "same"
    case .new: "only second"
    case .gone: "only first"
    case .unknown: "unknown"
    }
  }
}
