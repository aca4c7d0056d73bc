/// zprint's tables.
extension ArchiveTruth {
  private var nameWidth: Int { mac.zprint?.isColumnar == true ? 25 : 18 }

  /// Every row, the totals as printed, and the sum of the K column.
  var zones: [String: JSONText] {
    let shown = machine.shownZones
    // Generation E adds the wired rows to TOTAL SIZE by mistake (the formats' defect 1).
    let defect = mac.zprint == .e ? machine.countedWired.map(\.size).reduce(0, +) : 0
    var totals: [String: JSONText] = [
      "sizeBytes": .int(shown.map(\.current).reduce(0, +) + defect),
      "usedBytes": .int(shown.map(\.used).reduce(0, +)),
      "allocatedBytes": .int(shown.map(\.lifetime).reduce(0, +)),
    ]
    if mac.zprint == .e { totals["note"] = "TOTAL SIZE is zones plus wired rows (defect 1)" }
    return [
      "zones": .array(shown.map(zone)), "zoneRowCount": .int(machine.zones.count),
      "zoneTotals": .object(totals),
      "zoneBytes": exact(machine.zoneBytes, shown.map(\.current.wholeKiB).reduce(0, +)),
      "collectableBytes": .int(shown.map(\.collectable).reduce(0, +)),
      "isRedacted": .bool(machine.hidesSizes),
    ]
  }

  private func zone(_ zone: Machine.Zone) -> JSONText {
    let dotted = zone.name.replacing(" ", with: ".")
    // Only the layout with a wide maximum prints wrapped ones.
    let isDashed = zone.maximum / 1024 > 9_999_999 && mac.zprint != .bWide
    return [
      "name": .string(String(dotted.prefix(nameWidth - 1))), "kernelName": .string(zone.name),
      "nameIsTruncated": .bool(dotted.count > nameWidth - 1),
      "elementBytes": .int(zone.element),
      "currentBytes": exact(zone.current, zone.current.wholeKiB),
      "maximumBytes": isDashed ? .null : exact(zone.maximum, zone.maximum.wholeKiB),
      "currentCount": .int(zone.capacity), "inUseCount": .int(zone.inUse),
      "usedBytes": .int(zone.used), "lifetimeBytes": .int(zone.lifetime),
      "collectableBytes": .int(zone.collectable),
    ]
  }

  /// A size with the parser's value for it.
  func exact(_ bytes: Int, _ printed: Int) -> JSONText {
    ["exactBytes": .int(bytes), "printedBytes": .int(printed)]
  }

  /// The wired rows that are printed, and X, Y and MLOCK.
  var wired: [String: JSONText] {
    let rows = mac.printedWired
    return [
      "wired": .array(rows.map(row)), "wiredRowCount": .int(rows.count),
      "zonesRow": exact(machine.zoneBytes, machine.zoneBytes.wholeKiB),
      "wiredTotal": [
        "exactBytes": .int(machine.wiredBytes), "printedBytes": .int(printedTotal),
        "printedX": .string(mebibytes(machine.wiredBytes)),
        "printedY": .string(mebibytes(mac.countedAsWired)),
      ],
      "mlock": exact(machine.mlockBytes, machine.mlockBytes.wholeKiB),
      "mapCount": .int(machine.maps.count), "viewCount": .int(machine.views.count),
    ]
  }

  /// The sum of the printed rows.
  var printedTotal: Int {
    let rows = mac.printedWired.filter { !$0.isBreakdown }
    return machine.zoneBytes.wholeKiB + rows.map(\.size.wholeKiB).reduce(0, +)
  }

  private func mebibytes(_ bytes: Int) -> String {
    String.fixed(Double(bytes) / Double(1.mib), 2) + "M"
  }

  private func row(_ row: Machine.Wired) -> JSONText {
    let kind =
      switch row.kind {
      case .tag: "tag"
      case .kext: "kext"
      case .site: "site"
      case .counter: "counter"
      case .breakdown: "breakdown"
      }
    let peak = mac.zprint?.hasPeak == true ? row.peak : nil
    return [
      "name": .string(row.name), "kind": .string(kind), "tag": .int(row.tag),
      "loadTag": .int(row.loadTag ?? 0), "exactBytes": .int(row.size),
      "printedBytes": .int(row.size.wholeKiB), "peakBytes": JSONText(peak?.wholeKiB),
    ]
  }

  /// kextstat's rows.
  var kexts: [String: JSONText] {
    let kexts = machine.kexts.sorted { ($0.index ?? 0) < ($1.index ?? 0) }
    func bytes(_ kexts: [Machine.Kext]) -> JSONText {
      .int(kexts.compactMap(\.size).reduce(0, +))
    }
    return [
      "kexts": .array(kexts.map(kext)), "kextCount": .int(kexts.count),
      "thirdPartyKexts": .array(
        kexts.filter(\.isThirdParty).map(\.name).sorted().map { .string($0) }),
      "kextImageBytes": [
        "allRows": bytes(kexts), "withoutKpi": bytes(kexts.filter { !$0.isInterface }),
      ],
    ]
  }

  private func kext(_ kext: Machine.Kext) -> JSONText {
    [
      "index": JSONText(kext.index), "name": .string(kext.name), "version": .string(kext.version),
      "sizeBytes": JSONText(kext.size), "wiredBytes": JSONText(kext.wired),
      "address": .string(.hexadecimal(kext.address ?? 0)), "uuid": JSONText(kext.uuid),
      "references": JSONText(kext.references),
      "linkedAgainst": .array(kext.links.map { .int($0) }),
      "isThirdParty": .bool(kext.isThirdParty),
    ]
  }
}
