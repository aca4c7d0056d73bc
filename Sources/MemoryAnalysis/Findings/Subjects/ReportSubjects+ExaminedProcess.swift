internal import AllocationBalance
internal import MemorySections

/// Processes that vmmap, heap or leaks examined.
extension ReportSubjects {
  func examinedProcess(_ detail: ProcessDetail) -> Subject {
    var subject = Subject(name: detail.title)
    let footprint = detail.footprint
    subject.size = footprint
    subject.set(.bytes, footprint, evidence(footprint, "footprint"))
    subject.set(.peakBytes, detail.peak)
    setRegions(&subject, detail)
    setMalloc(&subject, detail)
    setBlocks(&subject, detail)
    return subject
  }

  private func setRegions(_ subject: inout Subject, _ detail: ProcessDetail) {
    guard let vmmap = detail.vmmap?.content else {
      return subject.set(.largestType, word: "unknown (no vmmap)")
    }
    subject.set(.largestType, word: detail.types.first?.type)
    let dirty = vmmap.total?.dirty
    let swapped = vmmap.total?.swapped
    subject.set(.dirtyBytes, dirty)
    subject.set(.swappedBytes, swapped, evidence(swapped, "TOTAL, swapped"))
    if let dirty, let swapped {
      subject.set(
        .swappedShare, swapped, of: dirty + swapped, evidence(swapped, "TOTAL, swapped"))
    }
    // Without the column of dirty memory nothing is known of the parts.
    guard vmmap.total?.dirty != nil else { return }
    setPart(.unmappedBytes, .unmappedShare, .ownedUnmapped, &subject, detail)
    setPart(.pageTableBytes, .pageTableShare, .pageTable, &subject, detail)
    setPart(.keptEmptyBytes, .keptEmptyShare, .mallocLargeEmpty, &subject, detail)
  }

  /// Sets what the types of one kind add to the footprint, and their share of it.
  private func setPart(
    _ bytes: MeasureName, _ share: MeasureName, _ kind: RegionType.Kind,
    _ subject: inout Subject, _ detail: ProcessDetail
  ) {
    let types = detail.vmmap?.content.regions.filter { $0.kind == kind } ?? []
    let size = types.compactMap(\.footprint).sum()
    let rows = types.prefix(3).flatMap { evidence($0.footprint, $0.type) }
    subject.set(bytes, size, rows)
    subject.set(share, size, of: detail.footprint, rows)
  }

  private func setMalloc(_ subject: inout Subject, _ detail: ProcessDetail) {
    guard let zones = detail.zonesTotal, let unused = zones.fragmentation else { return }
    let rows = evidence(unused, "fragmentation of \(zones.name)")
    subject.set(.fragmentationBytes, unused, rows)
    subject.set(.fragmentationShare, detail.fragmentationShare, rows)
  }

  private func setBlocks(_ subject: inout Subject, _ detail: ProcessDetail) {
    let live = detail.liveBytes
    let rows = evidence(live, "live blocks")
    subject.set(.heapBytes, live, rows)
    subject.set(.heapShare, live, of: detail.footprint, rows)
    if let largest = detail.classes.first(where: { !$0.isNonObject }) {
      let rows = evidence(largest.bytes, "class \(largest.name)")
      subject.set(.largestClass, word: largest.name)
      subject.set(.classBytes, largest.bytes, rows)
      subject.set(.classShare, largest.bytes, of: live, rows)
    }
    guard let leaks = detail.leaks?.content else { return }
    let leaked = evidence(leaks.leakedBytes, "leaked blocks")
    subject.set(.leakCount, leaks.leakCount.map(Double.init), leaked)
    subject.set(.leakedBytes, leaks.leakedBytes, leaked)
  }

  /// The row of a size; none for an unknown size and for a sum.
  private func evidence(_ size: Quantity?, _ what: String) -> [Evidence] {
    guard let size, let source = size.source else { return [] }
    return [
      Evidence(
        member: source.member, line: source.line, text: "\(what) \(SizeText.short(size.bytes))")
    ]
  }
}
