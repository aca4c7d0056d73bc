internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The kernel's tables, as its tools print them.
extension ExportTable {
  static let zones = ExportTable(
    "zones", "one zone of zprint", of: { $0.report.snapshot.zprint?.zones ?? [] },
    [
      .text("name", "the name as printed", \.name).required,
      .text("family", "the name without its heap's alias", \.family).required,
      .boolean("name_is_truncated", "whether zprint cut the name", \.nameIsTruncated).required,
      .integer("element_bytes", "the size of one element", \.elementBytes).required,
      .integer("current_bytes", "the size of its pages; unknown where it is redacted") {
        $0.current?.bytes
      },
      .integer("current_tolerance", "by how much current_bytes may be off") {
        $0.current?.tolerance
      },
      .integer("maximum_bytes", "its limit, from macOS 11 on its high-water mark") {
        $0.maximum?.bytes
      },
      .integer("in_use_count", "elements in use", \.inUseCount).required,
      .integer("capacity_count", "elements that its pages hold", \.capacityCount),
      .integer("used_bytes", "elements in use times their size") { $0.used.bytes }.required,
      .integer("collectable_bytes", "what a collection could free now") {
        $0.collectable?.bytes
      },
      .integer("fragmented_bytes", "free elements") { $0.fragmented?.bytes },
      .integer("lifetime_bytes", "ever allocated; not a size") { $0.lifetime?.bytes },
      .integer("line", "the line of the member", \.line).required,
    ])

  static let wired = ExportTable(
    "wired", "one row of zprint's wired table", of: { $0.report.snapshot.zprint?.wired ?? [] },
    [
      .text("name", "the tag, kext or site", \.name).required,
      .text("kind", "tag, kext, site, counter, or breakdown, which is never added") {
        $0.kind.rawValue
      }.required,
      .integer("tag", "the number of its allocation tag", \.tag),
      .integer("load_tag", "the kext's load tag", \.loadTag),
      .integer("size_bytes", "wired now") { $0.size.bytes }.required,
      .integer("size_tolerance", "by how much size_bytes may be off") { $0.size.tolerance }
        .required,
      .integer("peak_bytes", "the most so far") { $0.peak?.bytes },
      .integer("line", "the line of the member", \.line).required,
    ])

  static let kexts = ExportTable(
    "kexts", "one loaded kernel extension", of: { $0.report.snapshot.kextstat?.kexts ?? [] },
    [
      .text("name", "its bundle identifier", \.name).required,
      .text("version", "its version", \.version).required,
      .text("uuid", "the UUID of its image", \.uuid),
      .integer("load_index", "its load tag", \.index),
      .integer("reference_count", "kexts that link against it", \.references),
      .integer("size_bytes", "memory that its image takes") { $0.size?.bytes },
      .integer("wired_bytes", "the wired part of the image; not what it allocates") {
        $0.wired?.bytes
      },
      .boolean("is_third_party", "whether it is not Apple's", \.isThirdParty).required,
      .integer("line", "the line of the member", \.line).required,
    ])

  static let kernelCategories = ExportTable(
    "kernel_categories", "one category of kernel_task in footprint",
    of: { $0.report.snapshot.footprint?.kernelTask?.categories ?? [] },
    [
      .text("name", "the zone or wired tag", \.name).required,
      .text("detail", "what is printed behind the name", \.detail),
      .integer("dirty_bytes", "dirty, with what is swapped or compressed") { $0.dirty.bytes }
        .required,
      .integer("dirty_tolerance", "by how much dirty_bytes may be off") { $0.dirty.tolerance }
        .required,
      .integer("swapped_bytes", "the swapped part of it") { $0.swapped?.bytes },
      .integer("clean_bytes", "can be read again from a file") { $0.clean.bytes }.required,
      .integer("reclaimable_bytes", "can be taken back at once") { $0.reclaimable.bytes }
        .required,
      .integer("wired_bytes", "the wired part of the dirty bytes") { $0.wired?.bytes },
      .integer("regions", "regions; of a zone, elements", \.regions).required,
      .integer("line", "the line of the member", \.line).required,
    ])
}
