public import MemorySections

/// The wired table's account of the kernel.
extension Zprint {
  /// Memory that user processes wired (`VM_KERN_MEMORY_MLOCK`): in the table, but not the kernel's.
  public var mlock: WiredRow? { wired.first { $0.name == "VM_KERN_MEMORY_MLOCK" } }

  /// All wired memory that the table accounts for; nil without a wired table.
  ///
  /// The sum of the rows, unless the printed total shows that rows are missing from it: then the
  /// printed one, since the bytes of a row that could not be read are there all the same.
  public var accountedWired: Quantity? {
    guard let sum = wiredTotal else { return nil }
    return unreadWired.map { sum + $0 } ?? sum
  }

  /// What the printed total holds beyond the rows that could be read; nil when they agree.
  public var unreadWired: Quantity? {
    guard let sum = wiredTotal, let printed = printedTotal?.accounted else { return nil }
    let difference = printed - sum
    return difference.bytes > difference.tolerance ? difference : nil
  }

  /// `accountedWired` without what the boot loader took, which vm_stat does not count as wired.
  ///
  /// Source: `formats.md` §1.8: STOLEN and BOOT_STOLEN lie outside managed pages.
  public var managedWired: Quantity? {
    let stolen = ["VM_KERN_COUNT_STOLEN", "VM_KERN_COUNT_BOOT_STOLEN"]
    return accountedWired.map { all in
      all - wired.filter { stolen.contains($0.name) }.map(\.size).sum()
    }
  }

  /// What the kexts allocated for themselves, wired; their code is not in it.
  ///
  /// Nil when no kext has.
  public var kextHeap: Quantity? {
    let rows = wired.filter { $0.kind == .kext }
    return rows.isEmpty ? nil : rows.map(\.size).sum()
  }
}
