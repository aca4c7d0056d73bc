internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The kernel's lists: zones, wired memory, kernel_task, and what zprint's total leaves out.
extension ReportPages {
  /// What the ledger says of a component, by its name.
  var notes: [String: String] {
    Dictionary(
      report.ledger.entries.compactMap { entry in entry.note.map { (entry.component, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  var zones: DocumentSection? {
    guard let zprint = snapshot.zprint, !zprint.zones.isEmpty else { return nil }
    let whole = (zprint.zonesSize ?? zprint.zonesLowerBound)?.bytes
    let rows: [[Cell]] = zprint.zones.sorted { $0.least.bytes > $1.least.bytes }.map { zone in
      [
        .name(zone.name + (zone.nameIsTruncated ? "…" : "")),
        .size(zone.least, isLowerBound: zone.current == nil),
        .share(zone.least.bytes, of: whole, "zones"), .count(zone.inUseCount),
        .size(zone.elementBytes), zone.known(zone.collectable).map { .size($0) } ?? .empty,
        source(.zprint, line: zone.line),
      ]
    }
    let redacted: [DocumentSection.Content] =
      zprint.isRedacted
      ? [.note("Sizes are redacted (zprint did not run as root): only elements in use are known.")]
      : []
    return DocumentSection(
      "zones", heading: "Zones", summary: zonesTotal(zprint),
      contents: redacted + [.table(table(ReportTables.zones, rows))])
  }

  private func zonesTotal(_ zprint: Zprint) -> String {
    guard let size = zprint.zonesSize else {
      return "at least \(SizeText.short((zprint.zonesLowerBound ?? .zero).bytes))"
    }
    let used = zprint.totals.used.map { ", used \(SizeText.short($0.bytes))" } ?? ""
    let source = size.source.map { " (\($0.place))" } ?? " (sum of the rows)"
    return "\(SizeText.short(size.bytes))\(used)\(source)"
  }

  var wired: DocumentSection? {
    guard let zprint = snapshot.zprint, let total = zprint.accountedWired else { return nil }
    let notes = self.notes
    let rows = zprint.countedWired.filter { $0.kind != .kext }
      .sorted { $0.size.bytes > $1.size.bytes }
      .map { row -> [Cell] in
        [
          .name(row.name), .size(row.size), .name(row.kind.rawValue),
          row.peak.map { .size($0) } ?? .empty, source(.zprint, line: row.line),
          .text(notes[row.name]),
        ]
      }
    return DocumentSection(
      "wired", heading: "Wired memory outside zones",
      summary: SizeText.short((total - (zprint.zonesRow ?? .zero)).bytes),
      contents: [.table(table(ReportTables.wired, rows))])
  }

  /// The kernel by footprint's categories, where zprint does not say more.
  var kernelTask: DocumentSection? {
    guard balance.kernel?.origin == .kernelTask, let process = snapshot.footprint?.kernelTask else {
      return nil
    }
    let notes = self.notes
    let rows = process.categories.sorted { $0.dirty.bytes > $1.dirty.bytes }
      .map { category -> [Cell] in
        [
          .name(category.name), .size(category.dirty),
          .share(category.dirty.bytes, of: process.footprint?.bytes, "kernel_task"),
          source(.footprint, line: category.line), .text(notes[category.name]),
        ]
      }
    return DocumentSection(
      "kernel-task", heading: "kernel_task", summary: "zones in use and wired tags, by footprint",
      contents: [.table(table(ReportTables.kernelTask, rows))])
  }

  /// Kexts by the memory that they allocated, or by the size of their code where that is unknown.
  var kexts: DocumentSection? {
    guard let kextstat = snapshot.kextstat else { return nil }
    var heap: [String: Quantity] = [:]
    for row in snapshot.zprint?.wired ?? [] where row.kind == .kext { heap[row.name] = row.size }
    let sorted = kextstat.kexts.filter { !$0.isInterface }.sorted {
      (heap[$0.name]?.bytes ?? 0, $0.wired?.bytes ?? 0, $1.line)
        > (heap[$1.name]?.bytes ?? 0, $1.wired?.bytes ?? 0, $0.line)
    }
    func list(_ isThirdParty: Bool) -> [DocumentSection.Content] {
      let rows = sorted.filter { $0.isThirdParty == isThirdParty }.map { kext -> [Cell] in
        [
          .name(kext.name), .name(kext.version), heap[kext.name].map { .size($0) } ?? .empty,
          .size(kext.wired), .name(isThirdParty ? "third-party" : "Apple"),
          source(.kextstat, line: kext.line),
        ]
      }
      guard !rows.isEmpty else { return [] }
      return [
        .subheading(isThirdParty ? "third-party" : "Apple"),
        .table(table(ReportTables.kexts, rows)),
      ]
    }
    let third = kextstat.thirdParty.count
    let note: [DocumentSection.Content] =
      heap.isEmpty
      ? [.note("What a kext allocated is not in this archive; code is not what it allocated.")] : []
    return DocumentSection(
      "kexts", heading: "Kexts",
      summary: "\(SizeText.exact(kextstat.kexts.count)) loaded, \(SizeText.exact(third)) "
        + "third-party; code size \(SizeText.short(kextstat.imageSize.bytes))",
      contents: note + list(true) + list(false))
  }

  /// Why zprint's total and kernel_task differ on this release.
  var reconciliation: DocumentSection? {
    guard let reconciliation = report.reconciliation else { return nil }
    let rows: [[Cell]] = reconciliation.outside.map { component in
      [.size(component.quantity), .text(component.name), .text(component.why)]
    }
    return DocumentSection(
      "reconciliation", heading: "Why zprint's total and kernel_task differ",
      contents: [
        .paragraph("\(reconciliation.title). \(reconciliation.inside).".sentenceCased),
        .subheading("Not in zprint's total"),
        .table(table(ReportTables.reconciliation, rows, isWhole: true)),
      ])
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
