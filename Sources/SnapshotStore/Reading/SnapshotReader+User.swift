internal import AllocationBalance
internal import GRDB
internal import MemorySections

/// footprint's tables.
extension SnapshotReader {
  func footprint(_ head: StoredContent.FootprintHead, _ rows: StoredRows?) throws -> Footprint {
    let summary = head.summary.map {
      FootprintSummary(footprint: $0, line: head.summaryLine ?? 0)
    }
    return Footprint(
      processes: try rows.map { try processes($0) } ?? [], summary: summary, system: head.system,
      countsByObject: head.countsByObject, messages: head.messages,
      togetherCategories: try rows.map { try userCategories($0) } ?? [])
  }

  private func processes(_ rows: StoredRows) throws -> [FootprintProcess] {
    let columns =
      "name_id, pid, is_translated, page_bytes, "
      + QuantityColumns.names("footprint", "peak", "ledger") + ", regions, total_line, "
      + QuantityColumns.names("dirty", "swapped", "clean", "reclaimable", "wired")
      + ", errors, line"
    let kernel = try kernelCategories(rows)
    var hasKernel = false
    return try values("process", columns, of: rows) { row in
      let name = try name(row.next() as Int64)
      let (pid, isTranslated): (Int, Bool) = (row.next(), row.next())
      let pageSize: Int? = row.maybe()
      let (footprint, peak, ledger) = (row.quantity(), row.quantity(), row.quantity())
      let total = total(&row)
      let errors: String? = row.maybe()
      let isKernel = name == "kernel_task" && !hasKernel
      hasKernel = hasKernel || isKernel
      return FootprintProcess(
        name: name, pid: pid, isTranslated: isTranslated, footprint: footprint,
        pageSize: pageSize, line: row.next(), peak: peak, ledgerFootprint: ledger,
        categories: isKernel ? kernel : [], total: total,
        errors: errors?.split(separator: "\n").map(String.init) ?? [], knowsCategories: isKernel)
    }
  }

  /// The row TOTAL of a process; nil when it had none.
  private func total(_ row: inout RowReader) -> FootprintCategory? {
    let (regions, line): (Int?, Int?) = (row.maybe(), row.maybe())
    let (dirty, swapped) = (row.quantity(line: line), row.quantity(line: line))
    let (clean, reclaimable) = (row.quantity(line: line), row.quantity(line: line))
    let wired = row.quantity(line: line)
    guard let dirty, let clean, let reclaimable, let regions, let line else { return nil }
    return FootprintCategory(
      name: "TOTAL", detail: nil, dirty: dirty, swapped: swapped, clean: clean,
      reclaimable: reclaimable, wired: wired, regions: regions, line: line)
  }

  private func kernelCategories(_ rows: StoredRows) throws -> [FootprintCategory] {
    let columns =
      "name_id, detail, "
      + QuantityColumns.names("dirty", "swapped", "clean", "reclaimable", "wired")
      + ", regions, line"
    return try values("kernel_category", columns, of: rows) { row in
      let name = try name(row.next() as Int64)
      let detail: String? = row.maybe()
      let (dirty, swapped) = (row.knownQuantity(), row.quantity())
      let (clean, reclaimable) = (row.knownQuantity(), row.knownQuantity())
      return FootprintCategory(
        name: name, detail: detail, dirty: dirty, swapped: swapped, clean: clean,
        reclaimable: reclaimable, wired: row.quantity(), regions: row.next(), line: row.next())
    }
  }

  private func userCategories(_ rows: StoredRows) throws -> [CategoryTotal] {
    try values("user_category", "name_id, \(QuantityColumns.names("dirty"))", of: rows) { row in
      CategoryTotal(name: try name(row.next() as Int64), dirty: row.knownQuantity())
    }
  }
}
