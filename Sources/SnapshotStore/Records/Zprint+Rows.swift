internal import MemoryAnalysis
internal import MemorySections

extension Zone: LoadableRow {
  static var table: String { "zone" }
  static let columns =
    "name_id, family_id, is_truncated, element_bytes, in_use_count, capacity_count, flags, "
    + QuantityColumns.names(
      "current", "maximum", "collectable", "fragmented", "lifetime", "used") + ", line"

  func bind(to row: inout some RowSink) throws {
    try row.add(name: name)
    try row.add(name: family)
    try row.add(nameIsTruncated)
    try row.add(elementBytes)
    try row.add(inUseCount)
    try row.add(capacityCount)
    try row.add(Int(flags.rawValue))
    try row.add(current)
    try row.add(maximum)
    try row.add(collectable)
    try row.add(fragmented)
    try row.add(lifetime)
    try row.add(used)
    try row.add(line)
  }

  init(row: inout RowReader) throws {
    let name = try row.name()
    row.skip()
    let (isTruncated, element): (Bool, Int) = try (row.next(), row.next())
    let (inUse, capacity): (Int, Int?) = try (row.next(), row.maybe())
    let flags: Int = try row.next()
    let (current, maximum, collectable) = try (row.quantity(), row.quantity(), row.quantity())
    let (fragmented, lifetime) = try (row.quantity(), row.quantity())
    self.init(
      name: name, nameIsTruncated: isTruncated, elementBytes: element, current: current,
      maximum: maximum, inUseCount: inUse, capacityCount: capacity,
      flags: Zone.Flags(rawValue: UInt8(truncatingIfNeeded: flags)), collectable: collectable,
      fragmented: fragmented, lifetime: lifetime, used: try row.knownQuantity(),
      line: try row.next())
  }
}

extension WiredRow: LoadableRow {
  static var table: String { "wired" }
  static let columns =
    "name_id, kind, tag, load_tag, " + QuantityColumns.names("size", "peak") + ", line"

  func bind(to row: inout some RowSink) throws {
    try row.add(name: name)
    try row.add(kind.rawValue)
    try row.add(tag)
    try row.add(loadTag)
    try row.add(size)
    try row.add(peak)
    try row.add(line)
  }

  init(row: inout RowReader) throws {
    self.init(
      name: try row.name(), kind: try Kind(rawValue: row.next()) ?? .tag, tag: try row.maybe(),
      loadTag: try row.maybe(), size: try row.knownQuantity(), peak: try row.quantity(),
      line: try row.next())
  }
}

extension KernelMap: LoadableRow, ListRow {
  static var table: String { "kernel_map" }
  static let columns =
    "name_id, " + QuantityColumns.names("size", "free", "largest_free", "peak") + ", line"

  func bind(to row: inout some RowSink) throws {
    try row.add(name: name)
    try row.add(size)
    try row.add(free)
    try row.add(largestFree)
    try row.add(peak)
    try row.add(line)
  }

  init(row: inout RowReader) throws {
    self.init(
      name: try row.name(), size: try row.knownQuantity(), free: try row.quantity(),
      largestFree: try row.quantity(), peak: try row.quantity(), line: try row.next())
  }
}

extension ZoneView: LoadableRow, ListRow {
  static var table: String { "zone_view" }
  static let columns = "name_id, " + QuantityColumns.names("in_use") + ", line"

  func bind(to row: inout some RowSink) throws {
    try row.add(name: name)
    try row.add(inUse)
    try row.add(line)
  }

  init(row: inout RowReader) throws {
    self.init(name: try row.name(), inUse: try row.knownQuantity(), line: try row.next())
  }
}
