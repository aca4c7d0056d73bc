/// Auxiliary data: `key: value` lines, sorted without regard to case.
extension FootprintPrinter {
  func addAuxiliary(_ process: Machine.Process, _ text: inout PrintedText) {
    text.add("Auxiliary data:", .heading)
    if process.pid == 0 {
      addKernelAuxiliary(process, &text)
    } else {
      let ledger = process.footprint + process.ledgerExtra
      for (key, bytes) in [("phys_footprint", ledger), ("phys_footprint_peak", process.peak)] {
        guard let bytes else { continue }
        let size = sizes.printed(bytes, process.pageSize)
        text.add("    \(key): \(size.text)", .auxiliary(key: key, size.truth))
      }
    }
    text.add("")
  }

  /// The kernel's own ledger, and its maps and counters.
  private func addKernelAuxiliary(_ process: Machine.Process, _ text: inout PrintedText) {
    let page = process.pageSize
    text.add("    billed footprint: \(sizes.printed(64.kib, page).text)")
    text.add("    billed footprint peak: \(sizes.printed(process.peak ?? 64.kib, page).text)")
    text.add("    Maps:")
    let maps = machine.maps.filter { $0.name.hasPrefix("VM_KERN_COUNT_") }
    for map in maps.sorted(by: { $0.name.lowercased() < $1.name.lowercased() }) {
      text.add("        \(map.name): \(sizes.printed(map.size, page).text)")
    }
  }

  func addSummaryAuxiliary(_ page: Int, _ text: inout PrintedText) {
    let counted = machine.processes.filter { $0.pid != 0 && $0.reasons.isEmpty }
    let footprint = counted.map { $0.footprint + $0.ledgerExtra }.reduce(0, +)
    let peak = machine.processes.filter { $0.pid != 0 }.compactMap(\.peak).reduce(0, +)
    text.add("Auxiliary data:", .heading)
    text.add("    phys_footprint: \(sizes.printed(footprint, page).text)")
    text.add("    phys_footprint_peak: \(sizes.printed(peak, page).text)")
    guard layout.system else { return }
    text.add("")
    text.add("System auxiliary data:", .heading)
    let unwired = machine.countedAsUnwired
    let whole = machine.countedAsWired + machine.bootCarveOut + (unwired ?? 0)
    for (key, bytes) in [
      ("boot_carveout", machine.bootCarveOut), ("sys_footprint", whole), ("sys_unwired", unwired),
      ("sys_wired", machine.countedAsWired),
    ] {
      guard let bytes else { continue }
      let size = sizes.printed(bytes, page)
      // The effect of `-f pages` on these is unknown; without a unit they must not pass for bytes.
      text.add(
        "    " + "\(key):".left(14) + " " + size.text.right(9),
        layout.unit == .pages ? .furniture : .systemAuxiliary(key: key, size.truth))
    }
  }
}
