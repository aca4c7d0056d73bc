internal import AllocationBalance
internal import GRDB
internal import MemoryAnalysis
internal import MemorySections

/// The rows of the kernel's own tables.
extension SnapshotWriter {
  func writeZprint(_ zprint: Zprint?) throws {
    guard let zprint else { return }
    try writeZones(zprint.zones)
    let wired = try RowWriter(
      database, "wired",
      "snapshot_id, ordinal, name_id, kind, tag, load_tag, "
        + QuantityColumns.names("size", "peak") + ", line")
    for (ordinal, row) in zprint.wired.enumerated() {
      try wired.add(
        [snapshot, ordinal, try names.id(row.name), row.kind.rawValue, row.tag, row.loadTag]
          + QuantityColumns.values(row.size, row.peak) + [row.line])
    }
    let maps = try RowWriter(
      database, "kernel_map",
      "snapshot_id, ordinal, name_id, "
        + QuantityColumns.names("size", "free", "largest_free", "peak") + ", line")
    for (ordinal, map) in zprint.maps.enumerated() {
      try maps.add(
        [snapshot, ordinal, try names.id(map.name)]
          + QuantityColumns.values(map.size, map.free, map.largestFree, map.peak) + [map.line])
    }
    let views = try RowWriter(
      database, "zone_view",
      "snapshot_id, ordinal, name_id, " + QuantityColumns.names("in_use") + ", line")
    for (ordinal, view) in zprint.views.enumerated() {
      try views.add(
        [snapshot, ordinal, try names.id(view.name)] + QuantityColumns.values(view.inUse)
          + [view.line])
    }
  }

  private func writeZones(_ zones: [Zone]) throws {
    let rows = try RowWriter(
      database, "zone",
      "snapshot_id, ordinal, name_id, family_id, is_truncated, element_bytes, in_use_count, "
        + "capacity_count, flags, "
        + QuantityColumns.names(
          "current", "maximum", "collectable", "fragmented", "lifetime", "used") + ", line")
    for (ordinal, zone) in zones.enumerated() {
      try rows.add(
        [
          snapshot, ordinal, try names.id(zone.name), try names.id(zone.family),
          zone.nameIsTruncated, zone.elementBytes, zone.inUseCount, zone.capacityCount,
          Int(zone.flags.rawValue),
        ]
          + QuantityColumns.values(
            zone.current, zone.maximum, zone.collectable, zone.fragmented, zone.lifetime, zone.used)
          + [zone.line])
    }
  }

  func writeKexts(_ kextstat: Kextstat?) throws {
    guard let kextstat else { return }
    let rows = try RowWriter(
      database, "kext",
      "snapshot_id, ordinal, name_id, version_id, uuid_id, load_index, reference_count, address, "
        + "size_bytes, wired_bytes, linked_id, is_third_party, line")
    for (ordinal, kext) in kextstat.kexts.enumerated() {
      let linked = kext.linkedAgainst.map(String.init).joined(separator: " ")
      try rows.add([
        snapshot, ordinal, try names.id(kext.name), try names.id(kext.version),
        try names.id(kext.uuid), kext.index, kext.references,
        kext.address.map { Int64(bitPattern: $0) }, kext.size?.bytes, kext.wired?.bytes,
        try names.id(linked), kext.isThirdParty, kext.line,
      ])
    }
  }

  /// Sizes by name, so that a question over many snapshots need not read their rows.
  func writeComponents(_ snapshot: Snapshot) throws {
    let rows = try RowWriter(database, "component", "snapshot_id, kind, name_id, bytes")
    for (kind, sizes) in ComponentKind.sizes(of: snapshot) {
      for (name, bytes) in sizes.sorted(by: { $0.key < $1.key }) {
        try rows.add([self.snapshot, kind.rawValue, try names.id(name), bytes])
      }
    }
  }
}
