internal import MemorySections

/// A process with the row TOTAL of its own memory; its categories stand in no table.
extension FootprintProcess: LoadableRow, ListRow {
  static var table: String { "process" }
  static let columns =
    "name_id, pid, is_translated, page_bytes, "
    + QuantityColumns.names("footprint", "peak", "ledger")
    + ", peak_line, ledger_line, regions, total_line, "
    + QuantityColumns.names("dirty", "swapped", "clean", "reclaimable", "wired")
    + ", errors, line"

  func fill(_ row: inout some RowSink) {
    row.add(name: name)
    row.add(pid)
    row.add(isTranslated)
    row.add(pageSize)
    row.add(footprint)
    row.add(peak)
    row.add(ledgerFootprint)
    row.add(peak?.line)
    row.add(ledgerFootprint?.line)
    row.add(total?.regions)
    row.add(total?.line)
    row.add(total?.dirty)
    row.add(total?.swapped)
    row.add(total?.clean)
    row.add(total?.reclaimable)
    row.add(total?.wired)
    row.add(errors.isEmpty ? nil : errors.joined(separator: "\n"))
    row.add(line)
  }

  init(row: inout RowReader) throws {
    let name = try row.name()
    let (pid, isTranslated): (Int, Bool) = try (row.next(), row.next())
    let pageSize: Int? = try row.maybe()
    let footprint = try row.quantity()
    var (peak, ledger) = try (row.quantity(), row.quantity())
    let (peakLine, ledgerLine): (Int?, Int?) = try (row.maybe(), row.maybe())
    peak?.source = row.source(line: peakLine)
    ledger?.source = row.source(line: ledgerLine)
    let total = try FootprintCategory(total: &row)
    let errors: String? = try row.maybe()
    self.init(
      name: name, pid: pid, isTranslated: isTranslated, footprint: footprint, pageSize: pageSize,
      line: try row.next(), peak: peak, ledgerFootprint: ledger, total: total,
      errors: errors?.split(separator: "\n").map(String.init) ?? [], knowsCategories: false)
  }

  /// The same process with its categories.
  func with(_ categories: [FootprintCategory]) -> FootprintProcess {
    FootprintProcess(
      name: name, pid: pid, isTranslated: isTranslated, footprint: footprint, pageSize: pageSize,
      line: line, peak: peak, ledgerFootprint: ledgerFootprint, categories: categories,
      total: total, errors: errors)
  }
}

/// A category of kernel_task.
extension FootprintCategory: LoadableRow, ListRow {
  static var table: String { "kernel_category" }
  static let columns =
    "name_id, detail, "
    + QuantityColumns.names("dirty", "swapped", "clean", "reclaimable", "wired")
    + ", regions, line"

  func fill(_ row: inout some RowSink) {
    row.add(name: name)
    row.add(detail)
    row.add(dirty)
    row.add(swapped)
    row.add(clean)
    row.add(reclaimable)
    row.add(wired)
    row.add(regions)
    row.add(line)
  }

  init(row: inout RowReader) throws {
    let name = try row.name()
    let detail: String? = try row.maybe()
    let (dirty, swapped) = try (row.knownQuantity(), row.quantity())
    let (clean, reclaimable) = try (row.knownQuantity(), row.knownQuantity())
    self.init(
      name: name, detail: detail, dirty: dirty, swapped: swapped, clean: clean,
      reclaimable: reclaimable, wired: try row.quantity(), regions: try row.next(),
      line: try row.next())
  }

  /// Reads the columns of a process's row TOTAL; nil when it had none.
  fileprivate init?(total row: inout RowReader) throws {
    let (regions, line): (Int?, Int?) = try (row.maybe(), row.maybe())
    let (dirty, swapped) = try (row.quantity(line: line), row.quantity(line: line))
    let (clean, reclaimable) = try (row.quantity(line: line), row.quantity(line: line))
    let wired = try row.quantity(line: line)
    guard let dirty, let clean, let reclaimable, let regions, let line else { return nil }
    self.init(
      name: "TOTAL", detail: nil, dirty: dirty, swapped: swapped, clean: clean,
      reclaimable: reclaimable, wired: wired, regions: regions, line: line)
  }
}

/// A category of all processes but kernel_task together.
extension CategoryTotal: LoadableRow, ListRow {
  static var table: String { "user_category" }
  static let columns = "name_id, " + QuantityColumns.names("dirty")

  func fill(_ row: inout some RowSink) {
    row.add(name: name)
    row.add(dirty)
  }

  init(row: inout RowReader) throws {
    self.init(name: try row.name(), dirty: try row.knownQuantity())
  }
}
