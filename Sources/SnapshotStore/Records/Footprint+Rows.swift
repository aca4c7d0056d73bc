internal import MemorySections

/// A process with the row TOTAL of its own memory; its categories stand in no table.
extension FootprintProcess: LoadableRow {
  static var table: String { "process" }
  static let columns =
    "name_id, pid, is_translated, page_bytes, "
    + QuantityColumns.names("footprint", "peak", "ledger")
    + ", peak_line, ledger_line, regions, total_line, "
    + QuantityColumns.names("dirty", "swapped", "clean", "reclaimable", "wired")
    + ", errors, line"

  func bind(to row: inout some RowSink) throws {
    try row.add(name: name)
    try row.add(pid)
    try row.add(isTranslated)
    try row.add(pageSize)
    try row.add(footprint)
    try row.add(peak)
    try row.add(ledgerFootprint)
    try row.add(peak?.line)
    try row.add(ledgerFootprint?.line)
    try row.add(total?.regions)
    try row.add(total?.line)
    try row.add(total?.dirty)
    try row.add(total?.swapped)
    try row.add(total?.clean)
    try row.add(total?.reclaimable)
    try row.add(total?.wired)
    try row.add(errors.isEmpty ? nil : errors.joined(separator: "\n"))
    try row.add(line)
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

  func bind(to row: inout some RowSink) throws {
    try row.add(name: name)
    try row.add(detail)
    try row.add(dirty)
    try row.add(swapped)
    try row.add(clean)
    try row.add(reclaimable)
    try row.add(wired)
    try row.add(regions)
    try row.add(line)
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

  func bind(to row: inout some RowSink) throws {
    try row.add(name: name)
    try row.add(dirty)
  }

  init(row: inout RowReader) throws {
    self.init(name: try row.name(), dirty: try row.knownQuantity())
  }
}
