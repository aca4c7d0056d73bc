/// Prints what footprint would print of a machine.
struct FootprintPrinter {
  let machine: Machine
  let layout: FootprintLayout
  private let sizes: FootprintSizes

  init(machine: Machine, layout: FootprintLayout) {
    self.machine = machine
    self.layout = layout
    sizes = FootprintSizes(unit: layout.unit)
  }

  func print() -> PrintedText {
    var text = PrintedText()
    if layout.regions { machine.processes.forEach { addRegions($0, &text) } }
    if layout.byObject { text.add("VM Object Dirty Analysis: Enabled") }
    for process in machine.processes { addProcess(process, &text) }
    if machine.processes.count > 1 {
      for cache in machine.sharedCaches { addCache(cache, &text) }
    }
    if layout.summary, machine.processes.count != 1 { addSummary(&text) }
    return text
  }

  private var rule: String {
    String(repeating: "=", count: layout.isWide ? 90 : 70)
  }

  private func addFrame(_ text: inout PrintedText, _ body: (inout PrintedText) -> Void) {
    text.add(rule, .heading)
    body(&text)
    text.add(rule, .heading)
  }

  /// The dump of -v, which comes before everything else.
  private func addRegions(_ process: Machine.Process, _ text: inout PrintedText) {
    text.add("\(process.name) [\(process.pid)]")
    text.add("", .heading)
    text.add(
      "           start                end  [object-id]     VRT     DRT     CLN     RCL   tag (detail)",
      .heading)
    text.add("      ----------         ---------- ------------   -----   -----   -----   -----")
    for number in 0..<(process.pid % 4) {
      let start = String(4_294_967_296 + number * 4096, radix: 16).right(16)
      text.add("\(start) - \(start) [0000\(number)]  16K  4096 4096 4096 MALLOC 70 [1]: 64-bit")
    }
    text.add("        unmapped -         unmapped [0000001]   5   5 5 5 TOTAL")
    text.add("")
  }

  private func addProcess(_ process: Machine.Process, _ text: inout PrintedText) {
    let hasErrors = !process.reasons.isEmpty
    let footprint = sizes.printed(process.footprint, process.pageSize)
    let head =
      "\(process.name) [\(process.pid)]: \(process.bits)-bit"
      + (process.isTranslated ? " (translated)" : "")
    let size = "    Footprint: \(footprint.text) (\(process.pageSize) bytes per page)"
    let truth = ProcessTruth(
      name: process.name, pid: process.pid, isTranslated: process.isTranslated,
      footprint: hasErrors ? .unknown : footprint.truth,
      pageSize: hasErrors ? nil : process.pageSize)
    addFrame(&text) { text in
      text.add(hasErrors ? head : head + size, .process(truth))
      guard hasErrors else { return }
      let message =
        "Errors were encountered while examining the process. Results may be incomplete or incorrect."
      text.add(message, .message(message))
      for reason in process.reasons { text.add("    " + reason, .message(reason)) }
    }
    text.add("")
    guard !hasErrors else { return }
    addTable(process.own, process.pageSize, &text)
    for table in process.shared { addShared(table, process.pageSize, &text) }
    addAuxiliary(process, &text)
  }

  private func addAuxiliary(_ process: Machine.Process, _ text: inout PrintedText) {
    text.add("Auxiliary data:", .heading)
    if process.pid == 0 {
      text.add("    billed footprint: 64 KB")
      text.add("    Maps:")
      text.add("        VM_KERN_COUNT_MANAGED: 15 GB")
    }
    text.add("    dirty: 12")
    for (key, bytes) in [
      ("phys_footprint", process.footprint), ("phys_footprint_peak", process.peak),
    ] {
      guard let bytes else { continue }
      let size = sizes.printed(bytes, process.pageSize)
      text.add("    \(key): \(size.text)", .auxiliary(key: key, size.truth))
    }
    text.add("")
  }

  private func addCache(_ table: Machine.Table, _ text: inout PrintedText) {
    addFrame(&text) {
      $0.add("Shared Cache 52553255-8EC4-457A-80B1-71EC3236AD45", .sharedCache)
    }
    text.add("")
    addShared(table, machine.processes.last?.pageSize ?? 4096, &text)
  }

  private func addSummary(_ text: inout PrintedText) {
    let page = machine.processes.last?.pageSize ?? 4096
    let tables = machine.processes.filter(\.reasons.isEmpty).flatMap { [$0.own] + $0.shared }
    let whole = Machine.Table(
      categories: tables.map(\.total).map { total in
        var category = total
        category.name = "malloc"
        return category
      })
    let size = sizes.printed(summaryFootprint, page)
    addFrame(&text) { $0.add("Summary Footprint: \(size.text)", .summary(size.truth)) }
    text.add("")
    addTable(whole, page, &text)
    text.add("Auxiliary data:", .heading)
    text.add("    dirty: 99")
    guard layout.system else { return }
    text.add("")
    text.add("System auxiliary data:", .heading)
    for (key, bytes) in [
      ("boot_carveout", machine.bootCarveOut), ("sys_wired", machine.countedAsWired),
      ("sys_footprint", machine.countedAsWired + machine.bootCarveOut),
    ] {
      let size = sizes.printed(bytes, page)
      // What `-f pages` makes of these is not known; without a unit they must not pass for bytes.
      text.add(
        "    " + "\(key):".left(20) + size.text.right(12),
        layout.unit == .pages ? .furniture : .systemAuxiliary(key: key, size.truth))
    }
  }

  /// Memory that processes share counts once.
  private var summaryFootprint: Int {
    let own = machine.processes.filter(\.reasons.isEmpty).map(\.footprint).reduce(0, +)
    var repeated = 0
    for (left, right) in zip(machine.processes, machine.processes.dropFirst()) {
      for table in left.shared where right.shared.contains(where: { $0.sharers == table.sharers }) {
        repeated += table.total.dirty
      }
    }
    return max(0, own - repeated)
  }
}

/// Tables.
extension FootprintPrinter {
  private func addShared(_ table: Machine.Table, _ page: Int, _ text: inout PrintedText) {
    let sharers = table.sharers.joined(separator: ", ")
    text.add("Shared with \(sharers):", .sharing(with: sharers))
    addTable(table, page, &text)
  }

  private func addTable(_ table: Machine.Table, _ page: Int, _ text: inout PrintedText) {
    text.add(
      row(["Dirty", "(Swapped)", "Clean", "Reclaimable", "(Wired)"], "Regions", "Category"),
      .heading)
    let rule = row(Array(repeating: "---", count: 5), "---", "---")
    text.add(rule)
    for category in table.categories { add(category, page, isTotal: false, &text) }
    text.add(rule)
    add(table.total, page, isTotal: true, &text)
    text.add("", .heading)
  }

  private func add(
    _ category: Machine.Category, _ page: Int, isTotal: Bool, _ text: inout PrintedText
  ) {
    let values = [
      category.dirty, category.swapped, category.clean, category.reclaimable, category.wired,
    ].map { sizes.printed($0, page) }
    let detail = category.detail.map { "    " + $0 } ?? ""
    text.add(
      row(values.map(\.text), "\(category.regions)", category.name + detail),
      .category(
        CategoryTruth(
          category: category, isTotal: isTotal, dirty: values[0].truth,
          swapped: layout.isWide ? values[1].truth : .unknown, clean: values[2].truth,
          reclaimable: values[3].truth, wired: layout.isWide ? values[4].truth : .unknown)))
  }

  private func row(_ values: [String], _ regions: String, _ category: String) -> String {
    let widths = layout.unit == .formatted ? [7, 11, 11, 13, 11] : [11, 14, 14, 14, 14]
    var line = ""
    for (place, value) in values.enumerated() where layout.isWide || (place != 1 && place != 4) {
      line += value.right(widths[place])
    }
    return line + " " + regions.right(10) + "    " + category
  }
}

/// Sizes as footprint prints them.
struct FootprintSizes {
  let unit: FootprintLayout.Unit

  func printed(_ bytes: Int, _ page: Int) -> (text: String, truth: SizeTruth) {
    switch unit {
    case .bytes: ("\(bytes) B", .exact(bytes))
    case .pages: ("\(bytes / page)", .exact(bytes / page * page))
    case .formatted: formatted(bytes)
    }
  }

  /// Whole numbers of up to four digits, rounded; gigabytes at times with a decimal.
  private func formatted(_ bytes: Int) -> (text: String, truth: SizeTruth) {
    if bytes < 10_000 { return ("\(bytes) B", .exact(bytes)) }
    for (name, shift) in [("KB", 10), ("MB", 20), ("GB", 30), ("TB", 40)] {
      let place = 1 << shift
      let count = (bytes + place / 2) >> shift
      guard count < 10_000 || name == "TB" else { continue }
      if name == "GB", count < 20 || bytes % 2 == 1 {
        let tenths = (bytes * 10 + place / 2) >> shift
        return ("\(tenths / 10).\(tenths % 10) GB", .rounded(bytes, place: place / 10))
      }
      return ("\(count) \(name)", .rounded(bytes, place: place))
    }
    return ("\(bytes) B", .exact(bytes))
  }
}
