internal import Platform
internal import AllocationBalance
internal import MemorySections

/// Zones, wired tags and kexts.
extension ReportSubjects {
  func zones() -> SubjectSet {
    guard let (rows, kind) = kernelRows() else { return .missing(absence(of: .zprint)) }
    let families = Dictionary(grouping: rows.filter { $0.kind == .zone }) {
      NameDictionary.standard.family(of: $0.name)
    }
    guard !families.isEmpty else { return .missing("\(kind.rawValue) names no zone") }
    let capacity = ZoneMapCapacity(snapshot)
    return .known(
      families.map { zone($0.key, $0.value, kind, capacity) }.sorted { $0.name < $1.name },
      gap: gap(in: kind))
  }

  private func zone(
    _ family: String, _ rows: [KernelRow], _ kind: SectionKind, _ zoneMap: ZoneMapCapacity?
  ) -> Subject {
    let largest = rows.sorted { $0.size.bytes > $1.size.bytes }
    let size = rows.map(\.size).sum()
    var subject = Subject(name: family)
    subject.set(
      .bytes, size, largest.prefix(3).flatMap { evidence(kind, $0.size, $0.text) },
      isLowerBound: rows.contains(where: \.isLowerBound))
    subject.set(.elements, Double(rows.compactMap(\.elements).saturatedSum()))
    setShares(&subject, size)
    subject.set(.platform, word: platform)
    let capacity = zoneMap.flatMap { Self.size(of: $0, for: family) }
    subject.set(.zoneMap, word: capacity == nil ? "unknown" : "known")
    subject.set(.shareOfZoneMap, size, of: capacity)
    return subject
  }

  /// The capacity of the zone map, or what one zone held when it was exhausted; nil when unknown.
  ///
  /// The address space of the map is many times the capacity.
  private static func size(of capacity: ZoneMapCapacity, for family: String) -> Quantity? {
    guard capacity.origin != .addressSpace else { return nil }
    if let zone = capacity.zone, NameDictionary.standard.family(of: zone) != family { return nil }
    return capacity.size
  }

  func wiredTags() -> SubjectSet {
    guard let (rows, kind) = wiredRows() else { return .missing(wiredAbsence()) }
    let tags = rows.filter { $0.kind == .tag }.map { row in
      var subject = Subject(name: row.name)
      subject.set(.bytes, row.size, evidence(kind, row.size, row.text))
      subject.set(.peakBytes, row.peak)
      setShares(&subject, row.size)
      return subject
    }
    return .known(tags, gap: gap(in: kind))
  }

  /// Third-party kexts with their allocations, matched by the bundle id in both tables.
  func kexts() -> SubjectSet {
    guard let (rows, kind) = wiredRows() else { return .missing(wiredAbsence()) }
    let heaps = rows.filter { $0.kind == .kext && Kext.isThirdParty(bundle: $0.name) }
    let images = Dictionary(
      snapshot.kextstat?.kexts.map { ($0.name, $0) } ?? [], uniquingKeysWith: { first, _ in first })
    var subjects = heaps.map { heap in
      var subject = Subject(name: heap.name)
      subject.set(.heapBytes, heap.size, evidence(kind, heap.size, "heap of \(heap.text)"))
      subject.set(.shareOfKernel, heap.size, of: wholeKernel)
      addImage(images[heap.name], &subject)
      return subject
    }
    // The tables have no row for a kext without allocations.
    let loaded = snapshot.kextstat?.thirdParty.map(\.name) ?? []
    let held = Set(heaps.map(\.name))
    for name in loaded where !held.contains(name) {
      var subject = Subject(name: name)
      subject.set(.heapBytes, 0)
      addImage(images[name], &subject)
      subjects.append(subject)
    }
    return .known(subjects, gap: gap(in: kind))
  }

  /// The size of the page-table tags, with their rows; nil without a wired table.
  var pageTables: (size: Quantity, evidence: [Evidence])? {
    guard let (rows, kind) = wiredRows() else { return nil }
    let tables = rows.filter { ["VM_KERN_MEMORY_PTE", "VM_KERN_MEMORY_PMAP"].contains($0.name) }
    guard !tables.isEmpty else { return nil }
    return (tables.map(\.size).sum(), tables.flatMap { evidence(kind, $0.size, $0.text) })
  }

  private func addImage(_ kext: Kext?, _ subject: inout Subject) {
    guard let kext else { return }
    let text = "image of \(kext.name) \(kext.wired.map { SizeText.short($0.bytes) } ?? "")"
    subject.set(.imageBytes, kext.wired, evidence(.kextstat, kext.wired, text))
  }

  private func setShares(_ subject: inout Subject, _ size: Quantity) {
    subject.set(.shareOfKernel, size, of: wholeKernel)
    subject.set(.shareOfInstalled, size, of: balance.installed)
  }

  /// The kernel's figure; nil when it is a lower bound, since a share of it means nothing.
  private var wholeKernel: Quantity? {
    balance.kernel.flatMap { $0.isLowerBound ? nil : $0.quantity }
  }

  /// The rows of zprint, or else of kernel_task; nil without either.
  private func kernelRows() -> (rows: [KernelRow], kind: SectionKind)? {
    if let zprint = snapshot.zprint { return (KernelRow.all(zprint), .zprint) }
    return snapshot.footprint?.kernelTask.map { (KernelRow.all($0), .footprint) }
  }

  /// The same rows, if they include wired memory.
  private func wiredRows() -> (rows: [KernelRow], kind: SectionKind)? {
    if let zprint = snapshot.zprint, !zprint.wired.isEmpty {
      return (KernelRow.all(zprint), .zprint)
    }
    return snapshot.footprint?.kernelTask.map { (KernelRow.all($0), .footprint) }
  }

  private func wiredAbsence() -> String {
    snapshot.zprint == nil ? absence(of: .zprint) : "zprint has no table of wired memory"
  }
}
