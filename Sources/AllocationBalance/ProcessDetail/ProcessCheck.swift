public import MemorySections

/// Two figures of a process's outputs that must be equal.
public struct ProcessCheck: Sendable, Hashable {
  /// What is compared, as the end of a sentence.
  public let subject: String
  /// The figure that the text states.
  public let stated: Quantity
  /// The same figure by other lines of the text.
  public let found: Quantity
  /// Whether bytes are compared, and not a number of things.
  public let isSize: Bool

  /// Whether the two are equal within their tolerances.
  public var holds: Bool {
    let difference = stated - found
    return difference.bytes.magnitude <= difference.tolerance.magnitude
  }
}

/// The identities that the outputs of the tools keep.
extension ProcessDetail {
  /// Every identity that the outputs allow to check.
  ///
  /// A failed one shows a text that was altered, cut in its middle, or of another layout than it is
  /// taken for. Source: <doc:InsideAProcess>.
  public var checks: [ProcessCheck] { vmmapChecks + heapChecks }

  /// The identities within vmmap's tables.
  public var vmmapChecks: [ProcessCheck] { totalChecks + zoneChecks }

  /// The types of region add up to TOTAL, column by column.
  private var totalChecks: [ProcessCheck] {
    guard let vmmap = vmmap?.content, let total = vmmap.total else { return [] }
    let rows = vmmap.regions.filter(\.countsInTotal)
    let sizes = RegionType.Column.allCases.compactMap { column -> ProcessCheck? in
      guard let stated = total[column] else { return nil }
      return ProcessCheck(
        subject: "the column \(column.rawValue) of the types of region", stated: stated,
        found: rows.compactMap { $0[column] }.sum(), isSize: true)
    }
    guard let stated = total.regionCount else { return sizes }
    return sizes + [
      count("the number of regions", stated, rows.compactMap(\.regionCount))
    ]
  }

  /// The zones add up to their TOTAL, and each zone's fragmentation is what its blocks leave.
  private var zoneChecks: [ProcessCheck] {
    guard let vmmap = vmmap?.content else { return [] }
    var checks: [ProcessCheck] = []
    if let total = vmmap.zonesTotal {
      let parts: [(String, (MallocZone) -> Quantity?)] = [
        ("the dirty memory of the zones", \.dirty), ("the swapped memory of the zones", \.swapped),
        ("the blocks of the zones", \.allocated),
      ]
      for (subject, value) in parts {
        guard let stated = value(total) else { continue }
        checks.append(
          ProcessCheck(
            subject: subject, stated: stated, found: vmmap.zones.compactMap(value).sum(),
            isSize: true))
      }
      if let stated = total.allocationCount {
        checks.append(
          count("the number of blocks", stated, vmmap.zones.compactMap(\.allocationCount)))
      }
    }
    return checks + vmmap.zones.compactMap(fragmentationCheck)
  }

  private func fragmentationCheck(_ zone: MallocZone) -> ProcessCheck? {
    guard let held = zone.footprint, let used = zone.allocated, let stated = zone.fragmentation
    else { return nil }
    let rest = held - used
    return ProcessCheck(
      subject: "the fragmentation of \(zone.name)", stated: stated,
      found: Quantity(bytes: max(0, rest.bytes), tolerance: rest.tolerance), isSize: true)
  }

  /// The list of block sizes adds up to the blocks, and classes are no more than all blocks.
  public var heapChecks: [ProcessCheck] {
    guard let heap = heap?.content else { return [] }
    var checks: [ProcessCheck] = []
    if let nodes = heap.nodeCount, let listed = heap.histogramCount {
      checks.append(count("the number of blocks by size", nodes, [listed]))
    }
    if let bytes = heap.nodeBytes, let listed = heap.histogramBytes {
      checks.append(
        ProcessCheck(
          subject: "the bytes of blocks by size", stated: bytes, found: listed, isSize: true))
    }
    let counts = heap.classes.map(\.count)
    if let nodes = heap.nodeCount, let sum = excess(counts, over: nodes) {
      checks.append(count("the number of blocks by class", nodes, [sum]))
    }
    return checks
  }

  /// The sum of the parts where it exceeds the whole; a text may leave parts out.
  private func excess(_ parts: [Int], over whole: Int) -> Int? {
    let sum = parts.reduce(Quantity.zero) { $0 + Quantity(bytes: $1) }.bytes
    return sum > whole ? sum : nil
  }

  private func count(_ subject: String, _ stated: Int, _ parts: [Int]) -> ProcessCheck {
    ProcessCheck(
      subject: subject, stated: Quantity(bytes: stated),
      found: parts.map { Quantity(bytes: $0) }.sum(), isSize: false)
  }
}
