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
  /// Wired memory, where no table breaks it down.
  public static let wiredNotBrokenDown = "wired, not broken down"
  /// Wired memory outside zones, where zones are all that is broken down.
  public static let wiredOutsideZones = "wired, outside zones"
  /// Memory that holds the tags of tagged memory, or waits for them.
  public static let tagStorage = "memory tag storage"
  /// What the rows of the wired table hold beyond its own total.
  public static let wiredBeyondTotal = "wired rows beyond their total"
  /// Pages of processes, where no section tells them apart.
  public static let anonymous = "anonymous pages"
  /// The processes' memory that is resident.
  public static let processes = "processes"
  /// The processes' memory that is compressed or swapped.
  public static let swapped = "processes, compressed or swapped"
  /// Memory that several processes' footprints hold at once.
  public static let shared = "shared among processes"
  /// The processes' memory that is wired.
  public static let wiredByProcesses = "processes, wired"
  /// All rows of the wired table.
  public static let wiredRows = "wired table"
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

  /// The kernel's components that are named here; its others are rows of the wired table.
  public static let kernelSums: Set<String> = [
    zones, unreadWired, kextHeap, kextImages, kernelTask, outsideZones, wiredNotBrokenDown,
    wiredOutsideZones, wiredBeyondTotal,
  ]
}
