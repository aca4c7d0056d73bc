internal import AllocationBalance
public import MemoryAnalysis
internal import MemorySections

/// What two machines accumulated since a clean boot, then the comparison as they are.
extension BaselineComparison: Presentable {
  private static let accumulated = TableShape(
    "since-clean-boot", of: "components",
    [
      Column(.name, "name", "component"), .bytes("oldCleanBytes", "first: clean", priority: 1),
      .bytes("oldBytes", "now", priority: 1), .bytes("oldAboveBytes", "above"),
      .bytes("newCleanBytes", "second: clean", priority: 1),
      .bytes("newBytes", "now", priority: 1), .bytes("newAboveBytes", "above"),
      .bytes("differenceBytes", "difference", tolerance: true),
    ])

  /// What accumulated, then the tables of the comparison.
  public static var tables: [TableShape] { [accumulated] + Comparison.tables }

  /// The JSON of the baseline comparison.
  public var contract: any Encodable { BaselineDocument(self) }

  /// What accumulated, then the comparison.
  public var document: Document {
    var document = comparison.document
    document.verdict = verdict
    document.cautions = caveats + document.cautions
    document.sections.removeAll { $0.id == "findings" }
    // Readers have the components, with their present sizes, in the first table already.
    for place in document.sections.indices where document.sections[place].id == "components" {
      document.sections[place].contents.removeAll { content in
        if case .table(let table) = content { table.audience == .readers } else { false }
      }
    }
    let rows = kernelRows + components.map { Self.row($0.name, [$0.old, $0.new], $0.difference) }
    let since = DocumentSection(
      "since-clean-boot", heading: "Since a clean boot",
      summary: "the first machine, then the second", isFirstScreen: true,
      contents: [.table(Table(Self.accumulated, rows))])
    document.sections.insert(since, at: 0)
    return document
  }

  private var verdict: Verdict {
    guard let kernel else {
      return Verdict(
        "No common baseline: no source for kernel memory is in all four archives.")
    }
    let growths = [oldGrowth, newGrowth].compactMap { $0 }
    let isKnown = growths.count == 2
    let name =
      isKnown ? growths[0].measure == .wiredTable ? "The kernel" : "kernel_task" : kernel.name
    let sentences =
      isKnown
      ? growths.map { KernelGrowthText($0) }
      : [kernel.old, kernel.new].map { KernelGrowthText($0.delta) }
    let clean = (isKnown ? growths.map(\.old) : [kernel.old.old, kernel.new.old].compactMap { $0 })
      .map { SizeText.short($0.bytes) }.joined(separator: " and ")
    return Verdict(
      "\(name) since a clean boot: first machine \(sentences[0].figures); "
        + "second machine \(sentences[1].sentence).",
      nextStep: "Look at the components with the largest difference; a clean boot itself takes "
        + "\(clean), by machine and not by use.")
  }

  /// The kernel as a whole, and its two parts where a tool shows more than zones.
  private var kernelRows: [Table.Row] {
    let zones = [kernel].compactMap { $0 }.map {
      Self.row($0.name, [$0.old, $0.new], $0.difference)
    }
    guard let oldGrowth, let newGrowth, !newGrowth.isBrokenDown else { return zones }
    let growths = [oldGrowth, newGrowth]
    let whole = Self.row("kernel_task", growths.map { ($0.old, $0.new) })
    let outside = growths.compactMap { growth in
      growth.oldOutsideZones.flatMap { old in growth.newOutsideZones.map { (old, $0) } }
    }
    return [whole] + zones + (outside.count == 2 ? [Self.row("outside zones", outside)] : [])
  }

  private static func row(_ name: String, _ sizes: [(old: Quantity, new: Quantity)]) -> Table.Row {
    let deltas = sizes.map { $0.new - $0.old }
    let cells = zip(sizes, deltas).flatMap { size, delta -> [Cell] in
      [.size(size.old), .size(size.new), .size(delta.bytes, form: .difference)]
    }
    return Table.Row([.name(name)] + cells + [.size(deltas[1] - deltas[0], form: .difference)])
  }

  private static func row(
    _ name: String, _ changes: [Change], _ difference: Quantity?
  ) -> Table.Row {
    let cells = changes.flatMap { change -> [Cell] in
      [
        size(change.old, isUnknown: change.unknownIn == .old),
        size(change.new, isUnknown: change.unknownIn == .new),
        change.delta.map { .size($0.bytes, form: .difference) } ?? .unknown(nil),
      ]
    }
    let last = difference.map { Cell.size($0, form: .difference) } ?? .unknown(nil)
    return Table.Row([.name(name)] + cells + [last])
  }

  private static func size(_ size: Quantity?, isUnknown: Bool) -> Cell {
    size.map { .size($0) } ?? (isUnknown ? .unknown(nil) : .empty)
  }
}
