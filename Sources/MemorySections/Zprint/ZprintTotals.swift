/// What the zones cost, with zprint's known defects corrected.
///
/// Sources: `formats.md` §1.7 (defects), §1.9; design rule "zones' total".
extension Zprint {
  /// The size of all zones together; nil when there is no way to know it.
  ///
  /// `TOTAL SIZE` where it means zones only, else the row `zones` of the wired table, else the sum
  /// of the rows. When sizes are redacted this is nil, and `zonesLowerBound` is what is known.
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

  /// What the zones hold at least: each zone's size, or what its elements in use take.
  ///
  /// Free elements of a redacted zone are not in it. Nil when there is no row.
  public var zonesLowerBound: Quantity? {
    zones.isEmpty ? nil : zones.map { $0.current ?? $0.used }.sum()
  }

  /// The wired rows that the total is made of: all but the breakdowns, which repeat zone bytes.
  public var countedWired: [WiredRow] { wired.filter { $0.kind != .breakdown } }

  /// All wired memory that the table accounts for (X of `total X of Y`), summed from the rows.
  ///
  /// The sum is exact to its rows' truncation, where the printed X is rounded to 0.01 MiB. Nil
  /// without a wired table.
  public var wiredTotal: Quantity? {
    guard let zonesRow else { return nil }
    return countedWired.map(\.size).sum() + zonesRow
  }
}
