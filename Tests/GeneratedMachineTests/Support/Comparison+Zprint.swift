import MemorySections

@testable import MachineGenerator

/// The sections' rows are matched by line.
extension Comparison {
  mutating func compare(_ zprint: Zprint, _ text: PrintedText) {
    let zones = Dictionary(grouping: zprint.zones, by: \.line)
    let wired = Dictionary(grouping: zprint.wired, by: \.line)
    let maps = Dictionary(grouping: zprint.maps, by: \.line)
    let views = Dictionary(grouping: zprint.views, by: \.line)
    var counts = (zones: 0, wired: 0, maps: 0, views: 0)
    for (place, printed) in text.lines.enumerated() {
      let line = place + 1
      switch printed.truth {
      case .zone(let truth):
        counts.zones += zones[line]?.count ?? 0
        compare(zones[line]?.first, truth, line)
      case .wired(let truth):
        counts.wired += 1
        compare(wired[line]?.first, truth, line)
      case .map(let truth):
        counts.maps += 1
        compare(maps[line]?.first, truth, line)
      case .view(let name, let truth):
        counts.views += 1
        same("view on line \(line)", views[line]?.first?.name, name)
        size("view \(name)", views[line]?.first?.inUse, truth, line: line)
      case .zonesRow(let truth): size("zones", zprint.zonesRow, truth, line: line)
      case .wiredTotal(let accounted, let wired):
        size("accounted", zprint.printedTotal?.accounted, accounted, line: line)
        size("wired", zprint.printedTotal?.wired, wired, line: line)
      case .zoneTotal(let name, let truth): compare(zprint.totals, name, truth, line)
      default: break
      }
    }
    same("zones", zprint.zones.count, counts.zones)
    same("wired rows", zprint.wired.count, counts.wired)
    same("maps", zprint.maps.count, counts.maps)
    same("views", zprint.views.count, counts.views)
  }

  private mutating func compare(_ zone: Zone?, _ truth: ZoneTruth, _ line: Int) {
    guard let zone else {
      if truth.reading == .certain { fail("line \(line), zone \(truth.name): not read") }
      return
    }
    if truth.reading == .impossible { fail("line \(line), zone \(truth.name): read as \(zone)") }
    same("line \(line), name", zone.name, truth.name)
    same("line \(line), name cut", zone.nameIsTruncated, truth.nameIsTruncated)
    same("line \(line), element", zone.elementBytes, truth.element)
    size("current", zone.current, truth.current, line: line)
    size("maximum", zone.maximum, truth.maximum, line: line)
    same("line \(line), in use", zone.inUseCount, truth.inUse)
    same("line \(line), capacity", zone.capacityCount, truth.capacity)
    let flags: [(Zone.Flags, Character)] = [
      (.exhaustible, "X"), (.callerAccounted, "A"), (.collectable, "C"), (.pageable, "P"),
    ]
    same(
      "line \(line), flags", flags.filter { zone.flags.contains($0.0) }.map(\.1),
      flags.map(\.1).filter { truth.flags.contains($0) })
    size("fragmented", zone.fragmented, truth.fragmented, line: line)
    size("collectable", zone.collectable, truth.collectable, line: line)
    size("lifetime", zone.lifetime, truth.lifetime, line: line)
    size("used", zone.used, .exact(truth.used), line: line)
  }

  private mutating func compare(_ row: WiredRow?, _ truth: WiredTruth, _ line: Int) {
    guard let row else { return fail("line \(line), wired \(truth.row.name): not read") }
    same("line \(line), tag", row.tag, truth.row.tag)
    size("size of \(row.name)", row.size, truth.size, line: line)
    size("peak of \(row.name)", row.peak, truth.peak, line: line)
    guard truth.nameIsCertain else {
      if row.kind == .breakdown { fail("line \(line): \(row.name) is no breakdown") }
      return
    }
    same("line \(line), name", row.name, truth.row.name)
    let (kind, loadTag): (WiredRow.Kind, Int?) =
      switch truth.row.kind {
      case .tag: (.tag, nil)
      case .kext(let loadTag): (.kext, loadTag)
      case .site: (.site, nil)
      case .counter: (.counter, nil)
      case .breakdown: (.breakdown, nil)
      }
    same("line \(line), kind", row.kind, kind)
    same("line \(line), load tag", row.loadTag, loadTag)
  }

  private mutating func compare(_ map: KernelMap?, _ truth: MapTruth, _ line: Int) {
    guard let map else { return fail("line \(line), map \(truth.name): not read") }
    same("line \(line), map", map.name, truth.name)
    size("map's size", map.size, truth.size, line: line)
    size("map's free", map.free, truth.free, line: line)
    size("map's largest", map.largestFree, truth.largest, line: line)
    size("map's peak", map.peak, truth.peak, line: line)
  }

  private mutating func compare(
    _ totals: PrintedZoneTotals, _ name: String, _ truth: SizeTruth, _ line: Int
  ) {
    let read: Quantity? =
      switch name {
      case "SIZE": totals.size
      case "USED": totals.used
      case "WASTED": totals.wasted
      case "FRAGMENTED": totals.fragmented
      case "COLLECTABLE": totals.collectable
      default: totals.allocated
      }
    size("TOTAL \(name)", read, truth, line: line)
  }

  /// Checks that the detected layout is a possible one of the printed text.
  mutating func compareGeneration(_ zprint: Zprint, _ layout: ZprintLayout) {
    let (oldest, newest) = (zprint.generation.oldest.rawValue, zprint.generation.newest.rawValue)
    // Without their tables D to F are identical to C.
    let looksLikeC = layout.omitsTables && layout.form.letter <= "F" && oldest == "C"
    holds(
      "\(layout) was taken for \(zprint.generation)",
      (oldest...newest).contains(layout.form.letter) || looksLikeC)
  }
}
