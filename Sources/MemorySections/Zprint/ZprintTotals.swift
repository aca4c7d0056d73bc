/// The size of the zones, corrected for zprint's known defects.
///
/// Sources: <doc:ZprintFormats#Known-defects>, <doc:ZprintFormats#Totals>.
extension Zprint {
  /// The total size of all zones; nil when it cannot be determined.
  ///
  /// It is `TOTAL SIZE` when that includes only zones, or else the row `zones` of the wired table,
  /// or else the sum of the rows. When sizes are redacted it is nil; use `zonesLowerBound` instead.
  public var zonesSize: Quantity? {
    if isRedacted { return nil }
    if let size = totals.size, !(generation.totalHoldsWiredTags && !wired.isEmpty) { return size }
    if let zonesRow { return zonesRow }
    let sizes = zones.compactMap(\.current)
    return sizes.isEmpty ? nil : sizes.sum()
  }

  /// Whether any zone's size is hidden: `0K` beside elements in use (13.3 and later, not root).
  public var isRedacted: Bool {
    zones.contains { $0.current == nil && $0.inUseCount > 0 }
  }

  /// A lower bound of the zones' size: each zone's size, or else the size of its elements in use.
  ///
  /// Free elements of a redacted zone are not included. Nil when there is no row.
  public var zonesLowerBound: Quantity? {
    zones.isEmpty ? nil : zones.map { $0.current ?? $0.used }.sum()
  }

  /// The wired rows in the total: all except breakdowns, which repeat zone bytes.
  public var countedWired: [WiredRow] { wired.filter { $0.kind != .breakdown } }

  /// All wired memory in the table (X of `total X of Y`), summed from the rows.
  ///
  /// The sum is as exact as its truncated rows; the printed X is rounded to 0.01 MiB. Nil without a
  /// wired table.
  public var wiredTotal: Quantity? {
    guard let zonesRow else { return nil }
    return countedWired.map(\.size).sum() + zonesRow
  }
}
