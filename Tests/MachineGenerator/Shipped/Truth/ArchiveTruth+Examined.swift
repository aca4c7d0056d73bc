/// What vmmap, heap and leaks say of a process.
extension ArchiveTruth {
  var examined: [String: JSONText] {
    guard let examined = archive.examined else { return [:] }
    return [
      "examined": [
        "name": .string(examined.process.name), "pid": .int(examined.process.pid),
        "footprintBytes": .int(examined.footprint), "blocks": .int(examined.blocks),
        "blockBytes": .int(examined.blockBytes), "leakCount": .int(examined.leakCount),
        "leakedBytes": .int(examined.leakedBytes),
        "mallocBytes": .int(
          examined.types.filter { $0.name.hasPrefix("MALLOC") }.map(\.footprint).reduce(0, +)),
        "fragmentationBytes": .int(examined.zones.map(\.fragmentation).reduce(0, +)),
        "types": .array(examined.types.map(type)), "zones": .array(examined.zones.map(zone)),
        "classes": .array(examined.classes.map(row)),
      ]
    ]
  }

  private func type(_ type: ExaminedProcess.RegionType) -> JSONText {
    [
      "name": .string(type.name), "virtualBytes": .int(type.virtual),
      "residentBytes": .int(type.resident), "dirtyBytes": .int(type.dirty),
      "swappedBytes": .int(type.swapped), "footprintBytes": .int(type.footprint),
      "regions": .int(type.regions),
    ]
  }

  private func zone(_ zone: ExaminedProcess.Zone) -> JSONText {
    [
      "name": .string(zone.name), "dirtyBytes": .int(zone.dirty),
      "swappedBytes": .int(zone.swapped), "allocatedBytes": .int(zone.allocated),
      "fragmentationBytes": .int(zone.fragmentation), "blocks": .int(zone.blocks),
      "regions": .int(zone.regions),
    ]
  }

  private func row(_ row: ExaminedProcess.Class) -> JSONText {
    [
      "name": .string(row.name), "count": .int(row.count), "bytes": .int(row.bytes),
      "type": JSONText(row.type), "binary": JSONText(row.binary),
    ]
  }
}
