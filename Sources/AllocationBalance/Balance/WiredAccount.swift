public import MemorySections

/// The kernel's memory by the wired table.
extension Zprint {
  /// Memory wired by user processes (`VM_KERN_MEMORY_MLOCK`): in the table, but not the kernel's.
  public var mlock: WiredRow? { wired.first { $0.name == "VM_KERN_MEMORY_MLOCK" } }

  /// All wired memory in the table; nil without a wired table.
  ///
  /// It is the sum of the rows. If the printed total shows that rows are missing, it is the printed
  /// total: the bytes of an unreadable row still exist.
  public var accountedWired: Quantity? {
    guard let sum = wiredTotal else { return nil }
    return unreadWired.map { sum + $0 } ?? sum
  }

  /// The excess of the printed total over the readable rows; nil when they agree.
  public var unreadWired: Quantity? {
    guard let sum = wiredTotal, let printed = printedTotal?.accounted else { return nil }
    let difference = printed - sum
    return difference.bytes > difference.tolerance ? difference : nil
  }

  /// `accountedWired` without the boot loader's memory, which vm_stat does not count as wired.
  ///
  /// Source: `formats.md` §1.8: STOLEN and BOOT_STOLEN are not in managed pages.
  public var managedWired: Quantity? {
    let stolen = ["VM_KERN_COUNT_STOLEN", "VM_KERN_COUNT_BOOT_STOLEN"]
    return accountedWired.map { all in
      all - wired.filter { stolen.contains($0.name) }.map(\.size).sum()
    }
  }

  /// The wired allocations of kexts, without their code; nil without any kext row.
  public var kextHeap: Quantity? {
    let rows = wired.filter { $0.kind == .kext }
    return rows.isEmpty ? nil : rows.map(\.size).sum()
  }
}
