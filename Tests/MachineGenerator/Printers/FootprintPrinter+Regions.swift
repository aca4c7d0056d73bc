/// The dump of -v, printed first.
extension FootprintPrinter {
  func addRegions(_ process: Machine.Process, _ text: inout PrintedText) {
    let columns =
      layout.isWide ? ["VRT", "DRT", "SWP", "CLN", "RCL", "WIRE"] : ["VRT", "DRT", "CLN", "RCL"]
    text.add("\(process.name) [\(process.pid)]")
    text.add("", .heading)
    text.add(
      "start".right(16) + "   " + "end".right(16) + "  [object-id]"
        + columns.map { $0.right(8) }.joined() + "   tag (detail)", .heading)
    text.add(
      String.dashes(10).right(16) + String.dashes(10).right(19) + " " + .dashes(12)
        + String(repeating: "   -----", count: columns.count) + "   " + .dashes(12))
    for region in process.regions { text.add(row(region)) }
    text.add("")
  }

  private func row(_ region: Machine.Region) -> String {
    let memory = region.memory
    let ends = region.start.map { [$0, $0 + region.size].map { String($0, radix: 16) } }
    let place = (ends ?? ["unmapped", "unmapped"]).map { $0.right(16) }.joined(separator: " - ")
    let swapped = layout.isWide ? [memory.swapped] : []
    let wired = layout.isWide ? [memory.wired] : []
    let sizes =
      [region.size, memory.dirty] + swapped + [memory.clean, memory.reclaimable] + wired
    return place + " [" + String(region.object, radix: 16).zeros(10) + "]"
      + sizes.map { "   " + short($0).right(5) }.joined() + "   " + memory.name
      + (memory.detail.map { " (\($0))" } ?? "")
  }

  /// A size in five columns: 0, 16K, 2048K, 12M.
  private func short(_ size: Int) -> String {
    for (unit, shift) in [("", 0), ("K", 10), ("M", 20)] where size >> shift < 10_000 {
      return "\(size >> shift)\(unit)"
    }
    return "\(size >> 30)G"
  }
}
