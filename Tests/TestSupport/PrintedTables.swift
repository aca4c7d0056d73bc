/// Minimal tables in the layouts of Apple's tools.
enum PrintedTables {
  /// zprint of macOS 11 and later: zones, and the wired table with its maps.
  ///
  /// Elements have 1,024 bytes and are all in use. In the wired table, a bundle id makes a kext's
  /// row. Without a size of the zone map, both tables are omitted.
  static func zprint(
    zones: [(name: String, kib: Int)], wired: [(name: String, kib: Int)] = [],
    zoneMapKiB: Int? = 117_440_512, isRedacted: Bool = false
  ) -> String {
    var lines = [
      "                            elem         cur         max        cur         max         cur"
        + "  alloc  alloc         frag      free             total ",
      "zone name                   size        size        size      #elts       #elts       inuse"
        + "   size  count         size      size            allocs ",
      String(repeating: "-", count: 147),
    ]
    for zone in zones {
      let kib = isRedacted ? 0 : zone.kib
      lines.append(
        left(zone.name, 24) + right("1024", 9) + right("\(kib)K", 12) + right("\(kib)K", 12)
          + right("\(kib)", 11) + right("\(kib)", 12) + right("\(zone.kib)", 12)
          + "    16K     16  C        0K        0K              1000K")
    }
    let end = [
      "", "ZONE TOTALS", String(repeating: "-", count: 45), "TOTAL ALLOCS      = 1024000", "",
    ]
    guard let zoneMapKiB else { return (lines + end).joined(separator: "\n") }
    let sum = zones.map(\.kib).reduce(0, +)
    let total = sum + wired.map(\.kib).reduce(0, +)
    lines += wiredTable(wired, zonesKiB: sum, totalKiB: total) + maps(zoneMapKiB)
    return (lines + end).joined(separator: "\n")
  }

  private static func wiredTable(
    _ wired: [(name: String, kib: Int)], zonesKiB: Int, totalKiB: Int
  ) -> [String] {
    let rule = String(repeating: "-", count: 109)
    let head = [
      "", rule, right("kmod          vm        peak               cur", 109),
      left("wired memory", 63) + "id         tag        size  waste       size", rule,
    ]
    let rows = wired.enumerated().map { index, row in
      let isKext = !row.name.hasPrefix("VM_KERN_")
      return left(row.name, 55) + right(isKext ? "\(index + 50)" : "", 12)
        + right("\(index + 1)", 12) + right("\(row.kib)K", 12) + right("\(row.kib)K", 18)
    }
    let hundredths = (totalKiB * 100 + 512) / 1024
    let printed = "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)M"
    return head + rows + [
      left("zones", 55) + right("\(zonesKiB)K", 54),
      left("total", 55) + right("\(printed) of \(printed)", 54), rule,
    ]
  }

  private static func maps(_ kib: Int) -> [String] {
    let rule = String(repeating: "-", count: 109)
    return [
      right("largest        peak               cur", 109),
      left("maps", 63) + "free        free        size              size", rule,
      left("VM_KERN_COUNT_MAP_ZONE", 91) + right("\(kib)K", 18),
    ]
  }

  /// vm_stat with pages of 16 KiB, in MiB by state.
  static func vmStat(wiredMiB: Int, compressorMiB: Int, freeMiB: Int, otherMiB: Int) -> String {
    """
    Mach Virtual Memory Statistics: (page size of 16384 bytes)
    Pages free: \(freeMiB * 64).
    Pages active: \(otherMiB * 64).
    Pages inactive: 0.
    Pages speculative: 0.
    Pages wired down: \(wiredMiB * 64).
    File-backed pages: 0.
    Anonymous pages: \(otherMiB * 64).
    Pages stored in compressor: \(compressorMiB * 128).
    Pages occupied by compressor: \(compressorMiB * 64).

    """
  }

  /// footprint with processes of one category each, in MB.
  static func footprint(_ processes: [(name: String, mb: Int)]) -> String {
    processes.enumerated().map { index, process in
      let pid = process.name == "kernel_task" ? 0 : index + 100
      return block("\(process.name) [\(pid)]", [("MALLOC_SMALL", process.mb, 1)])
    }.joined() + (processes.count == 1 ? "" : summary(processes.map(\.mb).reduce(0, +)))
  }

  private static func summary(_ mb: Int) -> String {
    let rule = String(repeating: "=", count: 90)
    let table = block("", [("MALLOC_SMALL", mb, 1)]).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropFirst(3).joined(separator: "\n")
    return [rule, "Summary Footprint: \(mb) MB", rule, table].joined(separator: "\n")
  }

  /// footprint's kernel_task alone, with its categories in MB and their regions.
  static func kernelTask(_ categories: [(name: String, mb: Int, regions: Int)]) -> String {
    block("kernel_task [0]", categories)
  }

  private static func block(
    _ title: String, _ categories: [(name: String, mb: Int, regions: Int)]
  ) -> String {
    let rule = String(repeating: "=", count: 90)
    let sum = categories.map(\.mb).reduce(0, +)
    let rows = categories.map { name, mb, regions in
      row(mb, regions) + "    " + name
    }
    let head = [
      rule, "\(title): 64-bit    Footprint: \(sum) MB (16384 bytes per page)", rule, "",
      "  Dirty  (Swapped)      Clean  Reclaimable    (Wired)    Regions    Category",
      "    ---        ---        ---          ---        ---        ---    ---",
    ]
    let end = ["    ---        ---        ---          ---        ---        ---    ---"]
    return (head + rows + end + [row(sum, 1) + "    TOTAL", "", ""]).joined(separator: "\n")
  }

  private static func row(_ mb: Int, _ regions: Int) -> String {
    right("\(mb) MB", 7) + "        0 B        0 B          0 B        0 B"
      + right("\(regions)", 11)
  }

  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
