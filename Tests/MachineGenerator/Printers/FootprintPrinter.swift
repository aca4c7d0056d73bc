/// Prints a machine as footprint does.
struct FootprintPrinter {
  let machine: Machine
  let layout: FootprintLayout
  let sizes: FootprintSizes

  init(machine: Machine, layout: FootprintLayout) {
    self.machine = machine
    self.layout = layout
    sizes = FootprintSizes(unit: layout.unit, gigabytes: layout.gigabytes)
  }

  /// The member's text, line by line with its truth.
  func print() -> PrintedText {
    var text = PrintedText()
    if layout.regions {
      for process in machine.processes where !process.regions.isEmpty {
        addRegions(process, &text)
      }
    }
    if layout.byObject {
      text.add("VM Object Dirty Analysis: Enabled")
      text.add("")
    }
    for process in machine.processes { addProcess(process, &text) }
    if machine.processes.count > 1 {
      for cache in machine.sharedCaches { addCache(cache, &text) }
    }
    if layout.listsErrors { addErrors(&text) }
    if layout.summary, machine.processes.count != 1 { addSummary(&text) }
    return text
  }

  private func addFrame(_ text: inout PrintedText, _ body: (inout PrintedText) -> Void) {
    let rule = String(repeating: "=", count: layout.isWide ? 90 : 70)
    text.add(rule, .heading)
    body(&text)
    text.add(rule, .heading)
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
      let outcome =
        process.hasNoResults
        ? "No results gathered." : "Results may be incomplete or incorrect."
      let message = "Errors were encountered while examining the process. " + outcome
      text.add(message, .message(message))
      for reason in process.reasons { text.add("    " + reason, .message(reason)) }
    }
    text.add("")
    guard !hasErrors || process.keepsTable else { return }
    addTable(process.own, process.pageSize, &text)
    guard !hasErrors else { return }
    for table in process.shared { addShared(table, process.pageSize, &text) }
    addAuxiliary(process, &text)
  }

  private func addCache(_ table: Machine.Table, _ text: inout PrintedText) {
    addFrame(&text) { $0.add("Shared Cache \(machine.sharedCacheUUID)", .sharedCache) }
    text.add("")
    addShared(table, machine.processes.last?.pageSize ?? 4096, &text)
  }

  private func addErrors(_ text: inout PrintedText) {
    let failed = machine.processes.filter { !$0.reasons.isEmpty }
    guard !failed.isEmpty else { return }
    text.add("Processes with errors:")
    for process in failed { text.add("    \(process.name) [\(process.pid)]") }
    text.add("")
    text.add("Due to errors, summary results may be incomplete or incorrect")
    text.add("")
  }

  private func addSummary(_ text: inout PrintedText) {
    let page = machine.processes.last?.pageSize ?? 4096
    let tables = machine.processes.filter(\.reasons.isEmpty).flatMap { [$0.own] + $0.shared }
    let totals = tables.map(\.total).map { total in
      var category = total
      category.name = "malloc"
      return category
    }
    let whole = Machine.Table(categories: machine.summary ?? totals)
    let footprint = machine.summary == nil ? summaryFootprint : whole.total.dirty
    let size = sizes.printed(footprint, page)
    addFrame(&text) { $0.add("Summary Footprint: \(size.text)", .summary(size.truth)) }
    text.add("")
    addTable(whole, page, &text)
    addSummaryAuxiliary(page, &text)
  }

  /// The summary's footprint: memory shared by processes counts once.
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
    let detail = category.detail.map { .blanks(layout.detailGap) + $0 } ?? ""
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
