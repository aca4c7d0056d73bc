internal import MemoryAnalysis
internal import MemorySections

extension Zone: LoadableRow, ListRow {
  static var table: String { "zone" }
  static let columns =
    "name_id, family_id, is_truncated, element_bytes, in_use_count, capacity_count, flags, "
    + QuantityColumns.names(
      "current", "maximum", "collectable", "fragmented", "lifetime", "used") + ", line"

  func fill(_ row: inout some RowSink) {
    row.add(name: name)
    row.add(name: family)
    row.add(nameIsTruncated)
    row.add(elementBytes)
    row.add(inUseCount)
    row.add(capacityCount)
    row.add(Int(flags.rawValue))
    row.add(current)
    row.add(maximum)
    row.add(collectable)
    row.add(fragmented)
    row.add(lifetime)
    row.add(used)
    row.add(line)
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

extension WiredRow: LoadableRow, ListRow {
  static var table: String { "wired" }
  static let columns =
    "name_id, kind, tag, load_tag, " + QuantityColumns.names("size", "peak") + ", line"

  func fill(_ row: inout some RowSink) {
    row.add(name: name)
    row.add(kind.rawValue)
    row.add(tag)
    row.add(loadTag)
    row.add(size)
    row.add(peak)
    row.add(line)
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

  func fill(_ row: inout some RowSink) {
    row.add(name: name)
    row.add(size)
    row.add(free)
    row.add(largestFree)
    row.add(peak)
    row.add(line)
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

  func fill(_ row: inout some RowSink) {
    row.add(name: name)
    row.add(inUse)
    row.add(line)
  }

  init(row: inout RowReader) throws {
    self.init(name: try row.name(), inUse: try row.knownQuantity(), line: try row.next())
  }
}
