internal import Platform

/// What a parser of vmmap knows of a process until all its lines are read.
struct VmmapScratch {
  /// The list of regions, added up.
  var sums = RegionSums()
  /// `VM page size: 16384 bytes`.
  var pageSize: Int?
  /// Whether the tables count pages.
  var countsPages = false
  /// Whether the table of types is the old one, which has no TOTAL.
  var isBracketed = false
  /// Whether the tool says that there are no malloc zones.
  var hasNoZones = false
  /// The values of the two lines of totals: libraries, writable regions.
  private(set) var totals: [[String: Quantity]] = [[:], [:]]

  /// The most values of a line of totals; the tool prints at most five.
  private static let mostTotals = 16

  /// Takes a value of a line of totals.
  mutating func take(_ size: Quantity, of name: String, isWritable: Bool) {
    let place = isWritable ? 1 : 0
    guard totals[place].count < Self.mostTotals || totals[place][name] != nil else { return }
    totals[place][name] = size
  }

  var hasLibraries: Bool { !totals[0].isEmpty }
  var hasWritable: Bool { !totals[1].isEmpty }
}

extension VmmapProcess {
  /// Whether nothing is known of the process, or only that the tool refused.
  var isBare: Bool {
    !process.hasFacts && regions.isEmpty && zones.isEmpty && libraries == nil && writable == nil
  }

  /// What is missing at the end of the process's output; nil when nothing is.
  ///
  /// - Parameters:
  ///   - scratch: what is known of the output beside its rows.
  ///   - owner: the end of the sentence, which names the process where the text has several.
  /// - Returns: a sentence without its end.
  func missingEnd(_ scratch: VmmapScratch, owner: String) -> String? {
    let isRefused = !process.messages.isEmpty && regions.isEmpty && zones.isEmpty
    if isRefused { return nil }
    guard !regions.isEmpty else { return "it ends before the summary\(owner)" }
    guard total != nil || scratch.isBracketed else {
      return "it ends in the table of types\(owner)"
    }
    guard !scratch.isBracketed, !scratch.hasNoZones else { return nil }
    let hasZones = regions.contains { $0.note?.hasPrefix("see MALLOC ZONE") == true }
    if hasZones, zones.isEmpty { return "it ends before the malloc zones\(owner)" }
    return zones.count > 1 && zonesTotal == nil
      ? "it ends in the malloc zones\(owner)" : nil
  }

  /// Completes the process when all its lines are read.
  mutating func settle(_ scratch: VmmapScratch) {
    pageSize = scratch.pageSize ?? pageSizeByZones(scratch) ?? pageSizeByArchitecture
    if regions.isEmpty, !scratch.sums.isEmpty {
      regions = scratch.sums.regionTypes(pageSize: pageSize)
      isAddedUp = true
    }
    if scratch.countsPages { multiplyPages() }
    correctCounts()
    takeTotals(scratch)
  }

  /// The page size that makes pages of a zone equal to its blocks and fragmentation.
  ///
  /// `-pages` prints these two as sizes. Source: <doc:VmmapFormats>.
  private func pageSizeByZones(_ scratch: VmmapScratch) -> Int? {
    guard scratch.countsPages else { return nil }
    for zone in zones + [zonesTotal].compactMap({ $0 }) {
      guard let pages = zone.footprint?.bytes, let allocated = zone.allocated, pages > 0,
        let unused = zone.fragmentation, unused.bytes > 0
      else { continue }
      let whole = allocated + unused
      return [4096, 16384].first { size in
        let (bytes, overflows) = pages.multipliedReportingOverflow(by: size)
        let difference = whole - Quantity(bytes: bytes)
        return !overflows && difference.bytes.magnitude <= whole.tolerance.magnitude
      }
    }
    return nil
  }

  private var pageSizeByArchitecture: Int? {
    guard let codeType = process.codeType?.uppercased() else { return nil }
    return codeType.hasPrefix("X86") || codeType.hasPrefix("I386")
      ? 4096 : codeType.hasPrefix("ARM64") ? 16384 : nil
  }

  private mutating func multiplyPages() {
    if !isAddedUp { regions = regions.map(inBytes) }
    zones = zones.map(inBytes)
    total = total.map(inBytes)
    totalWithoutReserved = totalWithoutReserved.map(inBytes)
    zonesTotal = zonesTotal.map(inBytes)
  }

  private func inBytes(_ type: RegionType) -> RegionType {
    var type = type
    for column in RegionType.Column.allCases { type[column] = bytes(ofPages: type[column]) }
    return type
  }

  private func inBytes(_ zone: MallocZone) -> MallocZone {
    var zone = zone
    for column in RegionType.Column.allCases { zone[column] = bytes(ofPages: zone[column]) }
    return zone
  }

  private func bytes(ofPages pages: Quantity?) -> Quantity? {
    guard let pages, let pageSize else { return nil }
    let (bytes, overflows) = pages.bytes.multipliedReportingOverflow(by: pageSize)
    guard !overflows, bytes <= Quantity.largestBelieved else { return nil }
    return Quantity(bytes: bytes, source: pages.source)
  }

  /// Takes one region off every type where the sum shows that the tool counted one too many.
  ///
  /// Source: <doc:VmmapFormats>: the rows of such texts add up to TOTAL plus the number of rows.
  private mutating func correctCounts() {
    guard let total = total?.regionCount else { return }
    let counted = regions.filter(\.countsInTotal).compactMap(\.regionCount)
    let sum = counted.reduce(0) { $0.addingSaturated($1) }
    guard !counted.isEmpty, sum == total.addingSaturated(counted.count),
      counted.allSatisfy({ $0 > 0 })
    else { return }
    for place in regions.indices {
      regions[place].regionCount = regions[place].regionCount.map { max(0, $0 - 1) }
    }
    hasCorrectedCounts = true
  }

  /// Takes the two lines of totals; crash reports and 10.12.0 print zeros for what they do not measure.
  private mutating func takeTotals(_ scratch: VmmapScratch) {
    if let mapped = scratch.totals[0]["Total"] {
      let resident = scratch.totals[0]["resident"]
      libraries = Libraries(mapped: mapped, resident: resident?.bytes == 0 ? nil : resident)
    }
    guard let mapped = scratch.totals[1]["Total"] else { return }
    let (written, resident) = (scratch.totals[1]["written"], scratch.totals[1]["resident"])
    let isMeasured = written?.bytes != 0 || resident?.bytes != 0
    writable = Writable(
      mapped: mapped, written: isMeasured ? written : nil, resident: isMeasured ? resident : nil,
      swapped: isMeasured ? scratch.totals[1]["swapped_out"] : nil)
  }
}
