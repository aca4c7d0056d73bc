internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The kernel's lists: zones, wired tags, kexts, and what lies outside zprint's total.
extension TextReport {
  func zones() -> [String] {
    guard let zprint = snapshot.zprint, !zprint.zones.isEmpty else { return [] }
    var lines = [style.heading("Zones") + "  " + zonesTotal(zprint)]
    if zprint.isRedacted {
      lines.append("  Sizes are redacted (zprint was not run as root): elements in use only.")
    }
    let sorted = zprint.zones.sorted { $0.least.bytes > $1.least.bytes }
    return lines
      + list(sorted, { zoneRows($0, of: zprint) }, more: "zones")
  }

  private func zonesTotal(_ zprint: Zprint) -> String {
    guard let size = zprint.zonesSize else {
      let least = zprint.zonesLowerBound ?? .zero
      return "at least \(SizeText.exact(least.bytes)) bytes"
    }
    let origin = size.line.map { " (line \($0))" } ?? " (sum of the rows)"
    let used = zprint.totals.used.map { ", used \(SizeText.exact($0.bytes))" } ?? ""
    return "\(SizeText.exact(size.bytes)) bytes\(origin)\(used)"
  }

  private func zoneRows(_ zones: [Zone], of zprint: Zprint) -> [String] {
    let whole = (zprint.zonesSize ?? zprint.zonesLowerBound)?.bytes ?? 0
    var table = TextTable([.left, .right, .right, .right, .right, .left])
    for zone in zones {
      let bound = zone.current == nil ? "≥ " : ""
      table.add([
        zone.name + (zone.nameIsTruncated ? "…" : ""),
        bound + SizeText.short(zone.least.bytes), SizeText.share(zone.least.bytes, of: whole) ?? "",
        "\(SizeText.exact(zone.inUseCount)) of \(SizeText.short(zone.elementBytes))",
        zone.known(zone.collectable).map { "\(SizeText.short($0.bytes)) free" } ?? "",
        "line \(zone.line)",
      ])
    }
    return table.lines()
  }

  func wired() -> [String] {
    guard let zprint = snapshot.zprint, let total = zprint.accountedWired else { return [] }
    let rows = zprint.countedWired.filter { $0.kind != .kext }.sorted {
      $0.size.bytes > $1.size.bytes
    }
    let title =
      style.heading("Wired memory outside zones")
      + "  \(SizeText.exact((total - (zprint.zonesRow ?? .zero)).bytes)) bytes"
    return [title] + list(rows, wiredRows, more: "rows")
  }

  /// The kernel by footprint's categories, where zprint does not say more.
  func kernelTask() -> [String] {
    guard balance.kernel?.origin == .kernelTask, let process = snapshot.footprint?.kernelTask else {
      return []
    }
    let title =
      style.heading("kernel_task") + "  zones in use and wired tags, by footprint"
    let categories = process.categories.sorted { $0.dirty.bytes > $1.dirty.bytes }
    return [title] + list(categories, categoryRows, more: "categories")
  }

  private func categoryRows(_ categories: [FootprintCategory]) -> [String] {
    var table = TextTable([.left, .right, .left, .left])
    for category in categories {
      table.add([
        Shortened.middle(category.name), SizeText.short(category.dirty.bytes),
        "line \(category.line)",
        report.ledger.entries.first { $0.component == category.name }?.note ?? "",
      ])
    }
    return table.lines()
  }

  private func wiredRows(_ rows: [WiredRow]) -> [String] {
    var table = TextTable([.left, .right, .right, .left, .left])
    for row in rows {
      table.add([
        Shortened.middle(row.name), SizeText.short(row.size.bytes),
        row.peak.map { "peak \(SizeText.short($0.bytes))" } ?? "", "line \(row.line)",
        report.ledger.entries.first { $0.component == row.name }?.note ?? "",
      ])
    }
    return table.lines()
  }

  func kexts() -> [String] {
    guard let kextstat = snapshot.kextstat else { return [] }
    let third = kextstat.thirdParty.sorted { $0.weight > $1.weight }
    let title =
      style.heading("Kexts")
      + "  \(kextstat.kexts.count) loaded, \(third.count) third-party; images "
      + "\(SizeText.exact(kextstat.allRowsSize.bytes)) bytes in all rows, "
      + "\(SizeText.exact(kextstat.imageSize.bytes)) without com.apple.kpi"
    let apple = kextstat.kexts.filter { !$0.isThirdParty && !$0.isInterface }
      .sorted { $0.weight > $1.weight }
    var lines = [title]
    if !third.isEmpty {
      lines.append(style.dim("  third-party:"))
      lines += list(third, kextRows, more: "third-party kexts")
      lines.append(style.dim("  Apple's:"))
    }
    return lines + list(apple, kextRows, more: "kexts of Apple's")
  }

  private func kextRows(_ kexts: [Kext]) -> [String] {
    var table = TextTable([.left, .left, .right, .left, .left])
    for kext in kexts {
      table.add([
        Shortened.middle(kext.name), Shortened.middle(kext.version, to: 12),
        kext.wired.map { SizeText.exact($0.bytes) } ?? "unknown",
        "line \(kext.line)", heap(of: kext).map { "heap \(SizeText.short($0.bytes))" } ?? "",
      ])
    }
    return table.lines()
  }

  /// What a kext allocated, by zprint's row of the same bundle id.
  private func heap(of kext: Kext) -> Quantity? {
    snapshot.zprint?.wired.first { $0.kind == .kext && $0.name == kext.name }?.size
  }

  func reconciliation() -> [String] {
    guard let reconciliation = report.reconciliation else { return [] }
    var table = TextTable([.right, .left])
    for component in reconciliation.outside {
      let size = component.quantity.map { SizeText.short($0.bytes) }
      table.add([size ?? "unknown", component.name])
      if size == nil { table.add(["", "  " + component.why]) }
    }
    return [
      style.heading("Why zprint's total and kernel_task differ"),
      "  \(reconciliation.title);",
      "  \(reconciliation.inside).",
      "  Outside of the total lie:",
    ] + table.lines(indent: "    ")
  }
}

extension Zone {
  /// The zone's size, or what its elements in use take where the size is not known.
  var least: Quantity { current ?? used }

  /// A size of the row; nil where its 0 stands for one that zprint hid (13.3 and later, not root).
  func known(_ size: Quantity?) -> Quantity? {
    let isRedacted = current == nil && inUseCount > 0
    return isRedacted && size?.bytes == 0 ? nil : size
  }
}

extension Kext {
  fileprivate var weight: Int { wired?.bytes ?? 0 }
}
