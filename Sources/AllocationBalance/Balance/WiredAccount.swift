public import MemorySections

/// The kernel's memory by the wired table.
extension Zprint {
  /// Memory wired by user processes (`VM_KERN_MEMORY_MLOCK`): in the table, but not the kernel's.
  public var mlock: WiredRow? { wired.first { $0.name == "VM_KERN_MEMORY_MLOCK" } }

  /// All wired memory in the table; nil without a wired table.
  ///
  /// It is the sum of the rows. If the printed total shows that rows are missing, it is the printed
  /// total: the bytes of an unreadable row still exist. For redacted zones it uses the size of
  /// their elements in use and is a lower bound.
  public var accountedWired: Quantity? {
    guard let zones = wiredZones else { return nil }
    let sum = countedWired.map(\.size).sum() + zones
    return unreadWired.map { sum + $0 } ?? sum
  }

  /// The zones' part of the wired table; nil without a table.
  ///
  /// For redacted zones the row `zones` is 0; the size of their elements in use is known. A
  /// truncated table has lost the row, and the zone table is used instead.
  public var wiredZones: Quantity? {
    guard let zonesRow else { return wired.isEmpty ? nil : zonesLowerBound }
    guard isRedacted, let least = zonesLowerBound, least.bytes > zonesRow.bytes else {
      return zonesRow
    }
    return least
  }

  /// The excess of the printed total over the readable rows; nil when they agree.
  public var unreadWired: Quantity? {
    guard let sum = wiredTotal, let printed = printedTotal?.accounted else { return nil }
    let difference = printed - sum
    return difference.bytes > difference.tolerance ? difference : nil
  }

  /// The excess of the rows over the printed total; nil when they agree.
  ///
  /// The rows and the total of a table are from one moment: one of the two is wrong.
  public var wiredBeyondTotal: Quantity? {
    guard let sum = wiredTotal, let printed = printedTotal?.accounted else { return nil }
    let difference = sum - printed
    return difference.bytes > difference.tolerance ? difference : nil
  }

  /// `accountedWired` without the boot loader's memory, which vm_stat does not count as wired.
  ///
  /// Source: <doc:TheLedger#Machine-entries>: memory that the kernel itself took at boot (STOLEN)
  /// is wired; only BOOT_STOLEN is not.
  public var managedWired: Quantity? {
    accountedWired.map { all in
      all - wired.filter { $0.name == "VM_KERN_COUNT_BOOT_STOLEN" }.map(\.size).sum()
    }
  }

  /// Y of `total X of Y`, the kernel's own count of wired memory; nil when it is unreliable.
  ///
  /// On 10.11 and 10.12 zprint takes it from any row numbered 2, later from a kext with load tag 2.
  /// Source: <doc:KernelAndUser>, defect 2.
  public var trustedWiredCount: Quantity? {
    guard generation.oldest >= .f, !wired.contains(where: { $0.loadTag == 2 }) else { return nil }
    return printedTotal?.wired
  }

  /// The wired allocations of kexts, without their code; nil without any kext row.
  public var kextHeap: Quantity? {
    let rows = wired.filter { $0.kind == .kext }
    return rows.isEmpty ? nil : rows.map(\.size).sum()
  }
}
