internal import MemorySections

/// The rest of the machine's memory: pages of neither the kernel nor a process.
extension Ledger {
  static func machineEntries(_ snapshot: Snapshot, _ balance: Balance) -> [LedgerEntry] {
    let pages: [(VMStat.PageState, String, String)] = [
      (.occupiedByCompressor, LedgerComponent.compressor, "pages that hold compressed pages"),
      (.fileBacked, LedgerComponent.fileBacked, "file cache (reclaimable)"),
      (.free, LedgerComponent.free, "speculative pages are in file-backed"),
    ]
    var entries = pages.compactMap { state, component, note in
      snapshot.pages(state).map { size in
        LedgerEntry(
          component: component, side: .machine, quantity: size, relation: .counted,
          source: size.source, note: note)
      }
    }
    entries += tagStorage(snapshot)
    if let carveOut = snapshot.footprint?.system["boot_carveout"] {
      entries.append(bootCarveOut(carveOut, snapshot, balance.kernel?.origin))
    }
    return entries + wiredRemainder(snapshot)
  }

  /// Memory reserved for tags: the part that holds tags or is free.
  ///
  /// The rest is lent out and belongs to pages in other states. Free tag storage is not part of the
  /// free pages: in two samples of a 48 GB machine, the sum of all states changed by the same
  /// amount.
  private static func tagStorage(_ snapshot: Snapshot) -> [LedgerEntry] {
    guard let vmStat = snapshot.vmStat, let all = vmStat.size(.tagStorage), all.bytes > 0 else {
      return []
    }
    let lent = [vmStat.size(.tagStorageLentPageable), vmStat.size(.tagStorageLentWired)]
      .compactMap { $0 }.sum()
    let own = all - lent
    guard own.bytes >= 0 else { return [] }
    return [
      LedgerEntry(
        component: LedgerComponent.tagStorage, side: .machine,
        quantity: Quantity(bytes: own.bytes, tolerance: own.tolerance, source: all.source),
        relation: .counted, source: all.source,
        note: "set aside for memory tags, less what is lent out as other pages")
    ]
  }

  /// The boot carve-out, unless the kernel's figure already includes it.
  ///
  /// footprint reads it from a counter. If zprint prints the counter as a row, the kernel includes
  /// it.
  private static func bootCarveOut(
    _ size: Quantity, _ snapshot: Snapshot, _ kernel: KernelFigure.Origin?
  ) -> LedgerEntry {
    let row = "VM_KERN_COUNT_BOOT_STOLEN"
    let isInKernel =
      switch kernel {
      case .wiredTable: snapshot.zprint?.countedWired.contains { $0.name == row } ?? false
      case .kernelTask:
        snapshot.footprint?.kernelTask?.categories.contains { $0.name == row } ?? false
      case .zones, .vmStatWired, .topWired, nil: false
      }
    return LedgerEntry(
      component: LedgerComponent.bootCarveOut, side: .machine, quantity: size,
      relation: isInKernel ? .overlaps(with: row) : .counted,
      source: size.source,
      note: "set aside at boot, never managed by the kernel")
  }

  /// vm_stat's wired pages beyond zprint's table: boot memory and untagged pages.
  private static func wiredRemainder(_ snapshot: Snapshot) -> [LedgerEntry] {
    guard let wired = snapshot.vmStat?.size(.wired), let known = snapshot.zprint?.managedWired
    else { return [] }
    let remainder = wired - known
    guard remainder.bytes > remainder.tolerance else { return [] }
    return [
      LedgerEntry(
        component: LedgerComponent.wiredRemainder, side: .machine, quantity: remainder,
        relation: .subset(of: LedgerComponent.unexplained),
        source: wired.source,
        note: "vm_stat's wired pages less zprint's total: boot memory, untagged pages")
    ]
  }
}
