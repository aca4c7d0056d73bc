public import MemorySections

/// Where the machine's memory is, component by component, no byte counted twice.
///
/// Source: `formats.md` §4.3 and 4.4.
public struct Ledger: Sendable {
  /// The components: the kernel's, the users', the rest of the machine's.
  public let entries: [LedgerEntry]
  /// Installed memory that no counted entry explains, negative when they explain too much.
  ///
  /// Nil when installed memory, or a part of the machine that must be known for this, is not.
  public let unexplained: Quantity?

  /// Draws up the ledger of a snapshot.
  public init(_ snapshot: Snapshot, balance: Balance) {
    var entries = Self.kernelEntries(snapshot, balance)
    entries += Self.userEntries(snapshot, balance)
    entries += Self.machineEntries(snapshot)
    self.entries = entries
    // Without the machine's own pages "unexplained" would only say that vm_stat is missing.
    if let installed = balance.installed, balance.kernel != nil, snapshot.vmStat != nil {
      unexplained = installed - entries.filter(\.isCounted).compactMap(\.quantity).sum()
    } else {
      unexplained = nil
    }
  }

  /// The sum of the counted entries of a side.
  public func counted(_ side: LedgerEntry.Side) -> Quantity {
    entries.filter { $0.side == side && $0.isCounted }.compactMap(\.quantity).sum()
  }
}

extension LedgerEntry {
  /// Whether the entry's bytes are summed.
  public var isCounted: Bool { relation == .counted }
}

/// The names of the components that are not zprint's own words.
public enum LedgerComponent {
  /// All zones.
  public static let zones = "zones"
  /// Wired memory in the printed total whose rows could not be read.
  public static let unreadWired = "unread wired rows"
  /// Wired allocations of kexts.
  public static let kextHeap = "kext heap"
  /// Code and data of kexts, as loaded.
  public static let kextImages = "kext images"
  /// The kernel, as footprint adds it up.
  public static let kernelTask = "kernel_task"
  /// Kernel memory that is in no zone, where only zones are known.
  public static let outsideZones = "kernel memory outside zones"
  /// The processes' memory that is resident.
  public static let processes = "processes"
  /// The processes' memory that is compressed or swapped.
  public static let swapped = "processes, compressed or swapped"
  /// Memory that several processes' footprints hold at once.
  public static let shared = "shared among processes"
  /// The compressor's own pages.
  public static let compressor = "compressor"
  /// Pages that files back.
  public static let fileBacked = "file-backed"
  /// Free pages.
  public static let free = "free"
  /// Memory that the boot loader set aside.
  public static let bootCarveOut = "boot carve-out"
  /// Wired pages that zprint's table does not account for.
  public static let wiredRemainder = "wired, in no row of zprint"
  /// Installed memory that no counted entry explains.
  public static let unexplained = "unexplained"
}
