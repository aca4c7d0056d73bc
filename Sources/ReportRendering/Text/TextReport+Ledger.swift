internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// Where the memory is, component by component.
extension TextReport {
  func ledger() -> [String] {
    let entries = report.ledger.entries
    guard !entries.isEmpty else { return [] }
    var table = TextTable([.left, .right, .right, .left, .left])
    for side in [LedgerEntry.Side.kernel, .user, .machine] {
      add(side, entries.filter { $0.side == side && $0.isCounted }, to: &table)
    }
    if let unexplained = report.ledger.unexplained, let installed = balance.installed {
      table.add(row("unexplained", unexplained, note: "installed less all of the above"))
      let source = installed.source.map(place)
      table.add(row("installed", installed, place: source, note: ""))
    }
    return [style.heading("Ledger") + style.dim("  each byte counted once")] + table.lines()
      + repeated(entries)
  }

  /// A side's sum, then its largest entries below it.
  private func add(
    _ side: LedgerEntry.Side, _ entries: [LedgerEntry], to table: inout TextTable
  ) {
    let sized = entries.filter { $0.quantity != nil }
    if side != .machine, entries.count > 1 {
      let isOpen = sized.count < entries.count
      table.add(
        row(side.rawValue, report.ledger.counted(side), note: isOpen ? "and what is unknown" : ""))
    }
    let indent = side != .machine && entries.count > 1 ? "  " : ""
    for group in LedgerGroup.allCases {
      let members = entries.filter { LedgerGroup(of: $0) == group }
      if let title = group.title, let first = members.first {
        let sum = members.compactMap(\.quantity).sum()
        let largest = "largest \(first.component)" + (first.note.map { ": \($0)" } ?? "")
        table.add(row("\(indent)\(title) (\(members.count))", sum, note: largest))
      } else {
        for entry in members { add(entry, indent: indent, to: &table) }
      }
    }
  }

  /// What is shown but not summed: its bytes are in a line above.
  private func repeated(_ entries: [LedgerEntry]) -> [String] {
    var table = TextTable([.left, .right, .right, .left, .left])
    for entry in entries.filter(\.isShownApart) { add(entry, indent: "", to: &table) }
    let lines = table.lines()
    return lines.isEmpty ? [] : [style.dim("  not added, being part of the above:")] + lines
  }

  private func add(_ entry: LedgerEntry, indent: String, to table: inout TextTable) {
    let relation: String? =
      switch entry.relation {
      case .counted: nil
      case .subset(let whole): "part of \(whole)"
      case .overlaps(let other): "overlaps \(other)"
      }
    let note = [relation, entry.note].compactMap { $0 }.joined(separator: ": ")
    table.add(
      row(indent + entry.component, entry.quantity, place: entry.source.map(place), note: note))
  }

  private func row(
    _ name: String, _ quantity: Quantity?, place: String? = nil, note: String
  ) -> [String] {
    [
      Shortened.middle(name), quantity.map { SizeText.short($0.bytes) } ?? "unknown",
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

/// Rows of the wired table that the ledger's text adds up by what they are; the list of wired
/// memory has them one by one.
private enum LedgerGroup: CaseIterable {
  case single
  case tags
  case counters
  case sites

  init(of entry: LedgerEntry) {
    if entry.side != .kernel || LedgerComponent.kernelSums.contains(entry.component) {
      self = .single
    } else if entry.component.hasPrefix("VM_KERN_MEMORY_") {
      self = .tags
    } else if entry.component.hasPrefix("VM_KERN_COUNT_") {
      self = .counters
    } else {
      self = .sites
    }
  }

  /// What stands for the group's entries; nil when each stands for itself.
  var title: String? {
    switch self {
    case .single: nil
    case .tags: "wired tags"
    case .counters: "boot memory"
    case .sites: "allocation sites"
    }
  }
}
