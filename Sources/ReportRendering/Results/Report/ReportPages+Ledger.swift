internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// Where the memory is, component by component.
extension ReportPages {
  var ledger: DocumentSection? {
    let entries = report.ledger.entries
    guard !entries.isEmpty else { return nil }
    var rows: [Table.Row] = []
    for side in [LedgerEntry.Side.kernel, .user, .machine] {
      rows += self.rows(side, entries.filter { $0.side == side && $0.isCounted })
    }
    if let unexplained = report.ledger.unexplained, let installed = balance.installed {
      rows.append(
        row("unexplained", unexplained, note: "installed memory minus everything above"))
      rows.append(row("installed", installed, source: .source(installed.source)))
    }
    var contents: [DocumentSection.Content] = [
      .table(table(ReportTables.ledger, rows, audience: .readers, isWhole: true))
    ]
    // A process that is all that is known has a section of its own.
    let repeated = isOnlyOfProcesses ? [] : entries.filter(\.isShownApart)
    if !repeated.isEmpty {
      contents.append(.subheading("already included above"))
      contents.append(
        .table(
          table(
            ReportTables.ledger, repeated.map { row($0) }, audience: .readers, isWhole: true)))
    }
    contents.append(
      .table(table(ReportTables.ledger, entries.map { row($0) }, audience: .programs)))
    return DocumentSection(
      "ledger", heading: "Ledger", summary: "each byte is counted once", contents: contents)
  }

  /// A side's sum, then its entries below it.
  private func rows(_ side: LedgerEntry.Side, _ entries: [LedgerEntry]) -> [Table.Row] {
    let hasSum = side != .machine && entries.count > 1
    var rows: [Table.Row] = []
    if hasSum {
      let isOpen = entries.contains { $0.quantity == nil }
      rows.append(
        row(
          side.rawValue, report.ledger.counted(side),
          note: isOpen ? "plus an unknown amount" : nil))
    }
    for group in LedgerGroup.allCases {
      let members = entries.filter { LedgerGroup(of: $0) == group }
      if let title = group.title, let first = members.first {
        let largest = "largest: \(first.component)" + (first.note.map { ", \($0)" } ?? "")
        rows.append(
          row(
            "\(title) (\(members.count))", members.compactMap(\.quantity).sum(), note: largest,
            level: hasSum ? 1 : 0))
      } else {
        rows += members.map { row($0, level: hasSum ? 1 : 0) }
      }
    }
    return rows
  }

  private func row(_ entry: LedgerEntry, level: Int = 0) -> Table.Row {
    let (relation, whole): (String, String?) =
      switch entry.relation {
      case .counted: ("counted", nil)
      case .subset(let whole): ("subset", whole)
      case .overlaps(let other): ("overlaps", other)
      }
    let words =
      whole.map { (relation == "subset" ? "part of " : "overlaps ") + $0 }
    return Table.Row(
      [
        .name(entry.component), .size(entry.quantity), .name(entry.side.rawValue),
        .name(relation), .text(whole), .source(entry.source),
        .text([words, entry.note].compactMap { $0 }.joined(separator: ": ")),
      ], level: level)
  }

  private func row(
    _ name: String, _ quantity: Quantity?, source: Cell = .empty, note: String? = nil,
    level: Int = 0
  ) -> Table.Row {
    Table.Row(
      [.name(name), .size(quantity), .empty, .empty, .empty, source, .text(note)], level: level)
  }
}

extension LedgerEntry {
  /// Whether readers see the entry below the sum; parts of a list have a list of their own.
  fileprivate var isShownApart: Bool {
    switch relation {
    case .counted: false
    // The parts of a process have a section of their own.
    case .subset(let whole) where side == .user: whole == LedgerComponent.processes
    case .subset(let whole):
      whole != LedgerComponent.kextHeap && whole != LedgerComponent.kernelTask
    case .overlaps: true
    }
  }
}

/// Rows of the wired table that readers see added up; the list of wired memory has them one by one.
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
