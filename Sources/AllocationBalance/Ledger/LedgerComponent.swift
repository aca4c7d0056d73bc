/// The names of components that do not come from zprint.
public enum LedgerComponent {
  /// All zones.
  public static let zones = "zones"
  /// The unreadable rows of the printed wired total.
  public static let unreadWired = "unread wired rows"
  /// Wired allocations of kexts.
  public static let kextHeap = "kext heap"
  /// Loaded code and data of kexts.
  public static let kextImages = "kext images"
  /// The kernel as computed by footprint.
  public static let kernelTask = "kernel_task"
  /// Kernel memory outside zones, if only zones are known.
  public static let outsideZones = "kernel memory outside zones"
  /// Wired memory, if no table breaks it down.
  public static let wiredNotBrokenDown = "wired, not broken down"
  /// Wired memory outside zones, if only zones are broken down.
  public static let wiredOutsideZones = "wired, outside zones"
  /// Memory that holds memory tags, or is reserved for them.
  public static let tagStorage = "memory tag storage"
  /// The excess of the wired table's rows over its own total.
  public static let wiredBeyondTotal = "wired rows beyond their total"
  /// Pages of processes, if no section breaks them down.
  public static let anonymous = "anonymous pages"
  /// The resident part of process memory.
  public static let processes = "processes"
  /// The compressed or swapped part of process memory.
  public static let swapped = "processes, compressed or swapped"
  /// Memory contained in several processes' footprints.
  public static let shared = "shared among processes"
  /// The wired part of process memory.
  public static let wiredByProcesses = "processes, wired"
  /// All rows of the wired table.
  public static let wiredRows = "wired table"
  /// The compressor's own pages.
  public static let compressor = "compressor"
  /// File-backed pages.
  public static let fileBacked = "file-backed"
  /// Free pages.
  public static let free = "free"
  /// Memory reserved by the boot loader.
  public static let bootCarveOut = "boot carve-out"
  /// Wired pages that are missing from zprint's table.
  public static let wiredRemainder = "wired, in no row of zprint"
  /// Installed memory that no counted entry explains.
  public static let unexplained = "unexplained"

  /// The kernel's components named here; the others are rows of the wired table.
  public static let kernelSums: Set<String> = [
    zones, unreadWired, kextHeap, kextImages, kernelTask, outsideZones, wiredNotBrokenDown,
    wiredOutsideZones, wiredBeyondTotal,
  ]
}
