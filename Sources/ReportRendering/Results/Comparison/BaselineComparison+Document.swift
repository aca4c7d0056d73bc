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
    let items = [kernel].compactMap { $0 } + components
    let since = DocumentSection(
      "since-clean-boot", heading: "Since a clean boot",
      summary: "the first machine, then the second", isFirstScreen: true,
      contents: [.table(Table(Self.accumulated, items.map { Table.Row(Self.cells($0)) }))])
    document.sections.insert(since, at: 0)
    return document
  }

  private var verdict: Verdict {
    guard let kernel else {
      return Verdict(
        "No common baseline: no source for kernel memory is in all four archives.")
    }
    return Verdict(
      "Since a clean boot the kernel changed by \(SizeText.signed(kernel.oldAbove.bytes)) on the "
        + "first machine, by \(SizeText.signed(kernel.newAbove.bytes)) on the second.",
      nextStep: "Look at the components with the largest difference; a clean boot itself takes "
        + "\(SizeText.short(kernel.oldClean?.bytes ?? 0)) and "
        + "\(SizeText.short(kernel.newClean?.bytes ?? 0)), by machine and not by use.")
  }

  private static func cells(_ item: Accumulation) -> [Cell] {
    let size = { (quantity: Quantity?) -> Cell in quantity.map { .size($0) } ?? .empty }
    let above = { (quantity: Quantity) -> Cell in .size(quantity.bytes, form: .difference) }
    return [
      .name(item.name), size(item.oldClean), size(item.oldNow), above(item.oldAbove),
      size(item.newClean), size(item.newNow), above(item.newAbove),
      .size(item.difference, form: .difference),
    ]
  }
}
