internal import AllocationBalance
internal import MemorySections

/// Where the memory is, component by component.
extension TextReport {
  func ledger() -> [String] {
    let entries = report.ledger.entries
    guard !entries.isEmpty else { return [] }
    var table = TextTable([.left, .right, .right, .left, .left])
    var lines = [style.heading("Ledger: each byte counted once")]
    for side in [LedgerEntry.Side.kernel, .user, .machine] {
      let counted = entries.filter { $0.side == side && $0.isCounted }
      for entry in counted.prefix(top) { add(entry, to: &table) }
      addRest(of: counted, to: &table)
    }
    if let unexplained = report.ledger.unexplained, let installed = balance.installed {
      table.add(row("unexplained", unexplained, note: "installed less all of the above"))
      let source = snapshot.source(.sysctl, installed)
      table.add(row("installed", installed, place: source.map(place), note: "memory built in"))
    }
    lines += table.lines()
    return lines + repeated(entries)
  }

  /// What is shown but not summed: its bytes are in a line above.
  private func repeated(_ entries: [LedgerEntry]) -> [String] {
    var table = TextTable([.left, .right, .right, .left, .left])
    for entry in entries.filter(\.isShownApart) { add(entry, to: &table) }
    let lines = table.lines()
    return lines.isEmpty ? [] : [style.dim("  Not added, since counted above or elsewhere:")] + lines
  }

  private func add(_ entry: LedgerEntry, to table: inout TextTable) {
    let relation: String? =
      switch entry.relation {
      case .counted: nil
      case .subset(let whole): "part of \(whole)"
      case .overlaps(let other): "overlaps \(other)"
      }
    let note = [relation, entry.note].compactMap { $0 }.joined(separator: "; ")
    table.add(row(entry.component, entry.quantity, place: entry.source.map(place), note: note))
  }

  private func addRest(of entries: [LedgerEntry], to table: inout TextTable) {
    guard entries.count > top else { return }
    let rest = entries.dropFirst(top).compactMap(\.quantity).sum()
    table.add(row("\(entries.count - top) smaller ones", rest, note: ""))
  }

  private func row(
    _ name: String, _ quantity: Quantity?, place: String? = nil, note: String
  ) -> [String] {
    [
      name, quantity.map { SizeText.short($0.bytes) } ?? "unknown",
      quantity.flatMap(SizeText.tolerance) ?? "", place ?? "", note,
    ]
  }
}

extension LedgerEntry {
  /// Whether the ledger's text shows it below the sum; parts of a list have a list of their own.
  fileprivate var isShownApart: Bool {
    switch relation {
    case .counted: false
    case .subset(let whole):
      whole != LedgerComponent.kextHeap && whole != LedgerComponent.kernelTask
    case .overlaps: true
    }
  }
}
