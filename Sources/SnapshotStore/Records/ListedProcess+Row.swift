internal import MemorySections

/// A process of a section that lists them.
struct ListedProcessRow: LoadableRow, ListRow {
  /// The word of the section.
  let list: String
  let process: ListedProcess

  static var table: String { "listed_process" }
  static var keys: String { "snapshot_id, ordinal" }
  static let columns =
    "list, name_id, pid, footprint_line, "
    + QuantityColumns.names("footprint", "peak", "compressed")
    + ", path_id, parent_pid, responsible_pid, coalition, line"

  init(_ process: ListedProcess, list: String) {
    self.process = process
    self.list = list
  }

  func fill(_ row: inout some RowSink) {
    row.add(list)
    row.add(name: process.name)
    row.add(process.pid)
    row.add(process.footprint?.line)
    row.add(process.footprint)
    row.add(process.lifetimePeak)
    row.add(process.compressed)
    row.add(name: process.path)
    row.add(process.parent)
    row.add(process.responsible)
    row.add(process.coalition)
    row.add(process.line)
  }

  init(row: inout RowReader) throws {
    list = try row.next()
    let name = try row.name()
    let (pid, line): (Int?, Int?) = try (row.maybe(), row.maybe())
    let (footprint, peak) = try (row.quantity(line: line), row.quantity(line: line))
    let compressed = try row.quantity(line: line)
    let path = try row.maybeName()
    let (parent, responsible): (Int?, Int?) = try (row.maybe(), row.maybe())
    process = ListedProcess(
      name: name, pid: pid, footprint: footprint, lifetimePeak: peak, compressed: compressed,
      path: path, parent: parent, responsible: responsible, coalition: try row.maybe(),
      line: try row.next())
  }
}
