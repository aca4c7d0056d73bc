/// The columns of the tables about a process that vmmap, heap and leaks examined.
extension ReportTables {
  private static let process = [
    Column(.name, "process", nil), Column(.count, "pid", nil),
  ]

  static let regionTypes = TableShape(
    "region-types", of: "types",
    process + [
      Column(.name, "type", "type of region"),
      .bytes("footprintBytes", "footprint", tolerance: true),
      Column(.share, "shareOfFootprint", "of footprint"),
      .bytes("dirtyBytes", "dirty", priority: 1),
      .bytes("swappedBytes", "swapped", priority: 1),
      .bytes("residentBytes", "resident", priority: 2),
      .bytes("virtualBytes", "virtual", priority: 3),
      Column(.count, "regionCount", "regions", priority: 3),
      Column(.source, "source", "source", priority: 2),
    ])

  static let mallocZones = TableShape(
    "malloc-zones", of: "zones",
    process + [
      Column(.name, "zone", "malloc zone"), .bytes("footprintBytes", "footprint", tolerance: true),
      .bytes("allocatedBytes", "live blocks"), .bytes("fragmentationBytes", "fragmentation"),
      Column(.share, "fragmentationShare", "of zone", priority: 1),
      Column(.count, "allocationCount", "blocks", priority: 1),
      Column(.source, "source", "source", priority: 2),
    ])

  static let classes = TableShape(
    "classes", of: "classes",
    process + [
      Column(.name, "class", "class"), .bytes("bytes", "size", tolerance: true),
      Column(.share, "shareOfLiveBlocks", "of live blocks"), Column(.count, "count", "blocks"),
      Column(.word, "type", "type", priority: 2), Column(.name, "binary", "library", priority: 1),
      Column(.source, "source", "source", priority: 3),
    ])

  static let agreement = TableShape(
    "footprint-agreement", of: "categories",
    process + [
      Column(.name, "category", "category"), .bytes("footprintBytes", "footprint", tolerance: true),
      .bytes("vmmapBytes", "vmmap", tolerance: true), .bytes("differenceBytes", "difference"),
      Column(.word, "agrees", "agrees"),
    ])
}
