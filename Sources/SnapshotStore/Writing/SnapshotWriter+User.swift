internal import AllocationBalance
internal import MemoryAnalysis
internal import GRDB
internal import MemorySections

/// The rows of footprint, and what follows from all sections.
extension SnapshotWriter {
  func writeFootprint(_ footprint: Footprint?) throws {
    guard let footprint else { return }
    let rows = try RowWriter(
      database, "process",
      "snapshot_id, ordinal, name_id, pid, is_translated, page_bytes, "
        + QuantityColumns.names(
          "footprint", "peak", "ledger", "dirty", "swapped", "clean", "reclaimable", "wired")
        + ", regions, total_line, errors, line")
    for (ordinal, process) in footprint.processes.enumerated() {
      let total = process.total
      let errors = process.errors.joined(separator: "\n")
      try rows.add(
        [
          snapshot, ordinal, try names.id(process.name), process.pid, process.isTranslated,
          process.pageSize,
        ]
          + QuantityColumns.values(
            process.footprint, process.peak, process.ledgerFootprint, total?.dirty, total?.swapped,
            total?.clean, total?.reclaimable, total?.wired)
          + [total?.regions, total?.line, errors.isEmpty ? nil : errors, process.line])
    }
    try writeKernelCategories(footprint.kernelTask?.categories ?? [])
    let totals = try RowWriter(
      database, "user_category",
      "snapshot_id, ordinal, name_id, " + QuantityColumns.names("dirty"))
    for (ordinal, total) in footprint.userCategories.enumerated() {
      try totals.add(
        [snapshot, ordinal, try names.id(total.name)] + QuantityColumns.values(total.dirty))
    }
  }

  private func writeKernelCategories(_ categories: [FootprintCategory]) throws {
    let rows = try RowWriter(
      database, "kernel_category",
      "snapshot_id, ordinal, name_id, detail, "
        + QuantityColumns.names("dirty", "swapped", "clean", "reclaimable", "wired")
        + ", regions, line")
    for (ordinal, category) in categories.enumerated() {
      try rows.add(
        [snapshot, ordinal, try names.id(category.name), category.detail]
          + QuantityColumns.values(
            category.dirty, category.swapped, category.clean, category.reclaimable, category.wired)
          + [category.regions, category.line])
    }
  }

  func writeLedger(_ ledger: Ledger) throws {
    let rows = try RowWriter(
      database, "ledger_entry",
      "snapshot_id, ordinal, component_id, side, bytes, tolerance, relation, of_id, member_id, "
        + "line, note_id")
    for (ordinal, entry) in ledger.entries.enumerated() {
      let (relation, other): (String, String?) =
        switch entry.relation {
        case .counted: ("counted", nil)
        case .subset(let whole): ("subset", whole)
        case .overlaps(let other): ("overlaps", other)
        }
      try rows.add([
        snapshot, ordinal, try names.id(entry.component), entry.side.rawValue,
        entry.quantity?.bytes, entry.quantity?.tolerance, relation, try names.id(other),
        try names.id(entry.source?.member), entry.source?.line, try names.id(entry.note),
      ])
    }
  }

  func writeFindings(_ report: FindingsReport) throws {
    let rows = try RowWriter(
      database, "finding",
      "snapshot_id, ordinal, rule_id, severity, subject_id, bytes, title_id, detail, "
        + "recommendation_id")
    let evidences = try RowWriter(
      database, "evidence", "snapshot_id, finding, ordinal, member_id, line, text")
    for (ordinal, finding) in report.findings.enumerated() {
      try rows.add([
        snapshot, ordinal, try names.id(finding.id), finding.severity.rawValue,
        try names.id(finding.subject), finding.bytes, try names.id(finding.title), finding.detail,
        try names.id(finding.recommendation),
      ])
      for (place, evidence) in finding.evidence.enumerated() {
        try evidences.add([
          snapshot, ordinal, place, try names.id(evidence.member), evidence.line, evidence.text,
        ])
      }
    }
  }
}
