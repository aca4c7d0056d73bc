public import MemorySections

/// The wired table's account of the kernel.
extension Zprint {
  /// Memory that user processes wired (`VM_KERN_MEMORY_MLOCK`): in the table, but not the kernel's.
  public var mlock: WiredRow? { wired.first { $0.name == "VM_KERN_MEMORY_MLOCK" } }

  /// All wired memory that the table accounts for; nil without a wired table.
  ///
  /// The sum of the rows, unless the printed total shows that rows are missing from it: then the
  /// printed one, since the bytes of a row that could not be read are there all the same. Where
  /// sizes of zones are redacted, what their elements in use take stands in: a lower bound.
  public var accountedWired: Quantity? {
    guard let zones = wiredZones else { return nil }
    let sum = countedWired.map(\.size).sum() + zones
    return unreadWired.map { sum + $0 } ?? sum
  }

  /// The zones' part of the wired table; nil without a table.
  ///
  /// Of redacted zones the row `zones` says 0, and what their elements in use take is known. A table
  /// that breaks off has lost the row, and the zones' own table stands in.
  public var wiredZones: Quantity? {
    guard let zonesRow else { return wired.isEmpty ? nil : zonesLowerBound }
    guard isRedacted, let least = zonesLowerBound, least.bytes > zonesRow.bytes else {
      return zonesRow
    }
    return least
  }

  /// What the printed total holds beyond the rows that could be read; nil when they agree.
  public var unreadWired: Quantity? {
    guard let sum = wiredTotal, let printed = printedTotal?.accounted else { return nil }
    let difference = printed - sum
    return difference.bytes > difference.tolerance ? difference : nil
  }

  /// What the rows hold beyond the printed total; nil when they agree.
  ///
  /// Rows of a table and its total are of one moment, so one of the two is wrong.
  public var wiredBeyondTotal: Quantity? {
    guard let sum = wiredTotal, let printed = printedTotal?.accounted else { return nil }
    let difference = sum - printed
    return difference.bytes > difference.tolerance ? difference : nil
  }

  /// `accountedWired` without what the boot loader took, which vm_stat does not count as wired.
  ///
  /// Source: `formats.md` §1.8: what the kernel itself took at boot (STOLEN) is wired, only
  /// BOOT_STOLEN lies outside.
  public var managedWired: Quantity? {
    accountedWired.map { all in
      all - wired.filter { $0.name == "VM_KERN_COUNT_BOOT_STOLEN" }.map(\.size).sum()
    }
  }

  /// Y of `total X of Y`, the kernel's own count of wired memory; nil where it is not to be trusted.
  ///
  /// On 10.11 and 10.12 zprint takes it from any row numbered 2, later from a kext of load tag 2.
  /// Source: `formats.md` §1.7, defect 2.
  public var trustedWiredCount: Quantity? {
    guard generation.oldest >= .f, !wired.contains(where: { $0.loadTag == 2 }) else { return nil }
    return printedTotal?.wired
  }

  /// What the kexts allocated for themselves, wired; their code is not in it.
  ///
  /// Nil when no kext has.
  public var kextHeap: Quantity? {
    let rows = wired.filter { $0.kind == .kext }
    return rows.isEmpty ? nil : rows.map(\.size).sum()
  }
}
