internal import AllocationBalance
internal import GRDB
internal import MemorySections

/// The kernel's tables.
extension SnapshotReader {
  func zprint(_ head: StoredContent.ZprintHead, _ rows: StoredRows?) throws -> Zprint {
    Zprint(
      generation: head.generation, zones: try rows.map { try zones($0) } ?? [],
      wired: try rows.map { try wired($0) } ?? [], zonesRow: head.zonesRow,
      printedTotal: head.printedTotal, maps: try rows.map { try maps($0) } ?? [],
      views: try rows.map { try views($0) } ?? [], totals: head.totals)
  }

  private func zones(_ rows: StoredRows) throws -> [Zone] {
    let columns =
      "name_id, is_truncated, element_bytes, in_use_count, capacity_count, flags, "
      + QuantityColumns.names(
        "current", "maximum", "collectable", "fragmented", "lifetime", "used") + ", line"
    return try values("zone", columns, of: rows) { row in
      let name = try name(row.next() as Int64)
      let (isTruncated, element): (Bool, Int) = (row.next(), row.next())
      let (inUse, capacity): (Int, Int?) = (row.next(), row.maybe())
      let flags: Int = row.next()
      let (current, maximum, collectable) = (row.quantity(), row.quantity(), row.quantity())
      let (fragmented, lifetime) = (row.quantity(), row.quantity())
      return Zone(
        name: name, nameIsTruncated: isTruncated, elementBytes: element, current: current,
        maximum: maximum, inUseCount: inUse, capacityCount: capacity,
        flags: Zone.Flags(rawValue: UInt8(truncatingIfNeeded: flags)), collectable: collectable,
        fragmented: fragmented, lifetime: lifetime, used: row.knownQuantity(), line: row.next())
    }
  }

  private func wired(_ rows: StoredRows) throws -> [WiredRow] {
    let columns =
      "name_id, kind, tag, load_tag, " + QuantityColumns.names("size", "peak") + ", line"
    return try values("wired", columns, of: rows) { row in
      let name = try name(row.next() as Int64)
      let kind = WiredRow.Kind(rawValue: row.next()) ?? .tag
      return WiredRow(
        name: name, kind: kind, tag: row.maybe(), loadTag: row.maybe(), size: row.knownQuantity(),
        peak: row.quantity(), line: row.next())
    }
  }

  private func maps(_ rows: StoredRows) throws -> [KernelMap] {
    let columns =
      "name_id, " + QuantityColumns.names("size", "free", "largest_free", "peak") + ", line"
    return try values("kernel_map", columns, of: rows) { row in
      KernelMap(
        name: try name(row.next() as Int64), size: row.knownQuantity(), free: row.quantity(),
        largestFree: row.quantity(), peak: row.quantity(), line: row.next())
    }
  }

  private func views(_ rows: StoredRows) throws -> [ZoneView] {
    try values("zone_view", "name_id, \(QuantityColumns.names("in_use")), line", of: rows) { row in
      ZoneView(
        name: try name(row.next() as Int64), inUse: row.knownQuantity(), line: row.next())
    }
  }

  func kexts(_ rows: StoredRows) throws -> [Kext] {
    let columns =
      "name_id, version_id, uuid_id, load_index, reference_count, address, size_bytes, "
      + "wired_bytes, linked_id, line"
    return try values("kext", columns, of: rows) { row in
      let name = try name(row.next() as Int64)
      let version = try self.name(row.next() as Int64)
      let uuid = try self.name(row.maybe() as Int64?)
      let (index, references): (Int?, Int?) = (row.maybe(), row.maybe())
      let (address, size, wired): (Int64?, Int?, Int?) = (row.maybe(), row.maybe(), row.maybe())
      let linked = try self.name(row.next() as Int64)
      let source = row.source
      return Kext(
        index: index, references: references, address: address.map { UInt64(bitPattern: $0) },
        size: size.map { Quantity(bytes: $0, source: source) },
        wired: wired.map { Quantity(bytes: $0, source: source) }, name: name, version: version,
        uuid: uuid, linkedAgainst: linked.split(separator: " ").compactMap { Int($0) },
        line: row.next())
    }
  }
}
