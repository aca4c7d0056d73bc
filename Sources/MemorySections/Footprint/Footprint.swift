/// A footprint: the memory that each process costs the machine, and the kernel's share.
///
/// Sources: <doc:FootprintFormats>; Apple's footprint(1).
public struct Footprint: Sendable, Hashable, Codable {
  /// Every process with a readable header, including `kernel_task`, in file order.
  public internal(set) var processes: [FootprintProcess] = []
  /// The whole set, with shared memory counted once; nil when the text ends before it.
  public internal(set) var summary: FootprintSummary?
  /// The values under `System auxiliary data:`, by name; empty before macOS 26.
  public internal(set) var system: [String: Quantity] = [:]
  /// Whether the text states that it counts dirty pages by object, as footprint did before 10.15.
  ///
  /// Such footprints differ from Activity Monitor's.
  public internal(set) var countsByObject = false
  /// Messages outside the tables, up to `keptMessages`.
  public internal(set) var messages: [String] = []

  /// The processes' own dirty memory by category, if known only for all of them together.
  ///
  /// Nil when the categories of each process are known.
  let togetherCategories: [CategoryTotal]?

  /// The most messages that are kept.
  public static let keptMessages = 50
  /// The most lines on what could not be examined that are kept, of all processes together.
  public static let keptErrors = 1000
  /// The most bytes that are kept of a message.
  static let keptMessageBytes = 200

  /// Creates a footprint; pass `togetherCategories` if the categories of each process are unknown.
  public init(
    processes: [FootprintProcess] = [], summary: FootprintSummary? = nil,
    system: [String: Quantity] = [:], countsByObject: Bool = false, messages: [String] = [],
    togetherCategories: [CategoryTotal]? = nil
  ) {
    self.processes = processes
    self.summary = summary
    self.system = system
    self.countsByObject = countsByObject
    self.messages = messages
    self.togetherCategories = togetherCategories
  }

  /// The kernel's own section; nil when footprint did not run as root, or stopped before it.
  public var kernelTask: FootprintProcess? { processes.first(where: \.isKernel) }

  /// Every process except the kernel.
  public var userProcesses: [FootprintProcess] { processes.filter { !$0.isKernel } }
}

/// One process in a footprint.
public struct FootprintProcess: Sendable, Hashable, Codable {
  /// The process's name; it may contain blanks and brackets.
  public let name: String
  /// The process's id.
  public let pid: Int
  /// Whether the process runs under Rosetta.
  public let isTranslated: Bool
  /// The process's footprint; nil when it could not be examined.
  public let footprint: Quantity?
  /// The page size in bytes; nil when the process could not be examined.
  public let pageSize: Int?
  /// The header's line in the member.
  public let line: Int
  /// The largest footprint in the process's life (`phys_footprint_peak`); nil when not printed.
  public internal(set) var peak: Quantity?
  /// The kernel's own figure (`phys_footprint`); nil when not printed.
  ///
  /// For `kernel_task` it is meaningless on 10.14 and later: it includes only memory billed to the
  /// task.
  public internal(set) var ledgerFootprint: Quantity?
  /// The process's own memory by category; shared memory has tables of its own.
  ///
  /// Empty when unknown.
  public internal(set) var categories: [FootprintCategory] = []
  /// The TOTAL row of the process's own memory; nil when there is no table.
  public internal(set) var total: FootprintCategory?
  /// Memory shared with other processes, one total per group of sharers.
  public internal(set) var shared: [SharedMemory] = []
  /// The reasons why it could not be examined completely.
  public internal(set) var errors: [String] = []
  /// Whether `categories` is complete; false when only totals were kept.
  public let knowsCategories: Bool

  /// Creates a process; omitted values were not printed by the tool.
  public init(
    name: String, pid: Int, isTranslated: Bool, footprint: Quantity?, pageSize: Int?, line: Int,
    peak: Quantity? = nil, ledgerFootprint: Quantity? = nil, categories: [FootprintCategory] = [],
    total: FootprintCategory? = nil, errors: [String] = [], knowsCategories: Bool = true
  ) {
    self.name = name
    self.pid = pid
    self.isTranslated = isTranslated
    self.footprint = footprint
    self.pageSize = pageSize
    self.line = line
    self.peak = peak
    self.ledgerFootprint = ledgerFootprint
    self.categories = categories
    self.total = total
    self.errors = errors
    self.knowsCategories = knowsCategories
  }

  /// Whether this is the kernel; footprint computes it from zone and tag tables
  /// (<doc:FootprintFormats>).
  public var isKernel: Bool { name == "kernel_task" }
}

/// The memory of one category; for `kernel_task`, of one zone or wired tag.
public struct FootprintCategory: Sendable, Hashable, Codable {
  /// The category's name.
  public let name: String
  /// The text after the name, such as a path or `(hidden)`; nil when there is none.
  public let detail: String?
  /// Dirty bytes, including swapped and compressed ones.
  public let dirty: Quantity
  /// The part of `dirty` that is swapped or compressed; nil without such a column.
  public let swapped: Quantity?
  /// Resident bytes that can be read again from their file.
  public let clean: Quantity
  /// Bytes that the system can reclaim at once.
  public let reclaimable: Quantity
  /// The part of `dirty` that is wired; nil without such a column.
  public let wired: Quantity?
  /// Regions; for a zone of `kernel_task`, elements.
  public let regions: Int
  /// The row's line in the member.
  public let line: Int

  /// Creates a row.
  public init(
    name: String, detail: String?, dirty: Quantity, swapped: Quantity?, clean: Quantity,
    reclaimable: Quantity, wired: Quantity?, regions: Int, line: Int
  ) {
    self.name = name
    self.detail = detail
    self.dirty = dirty
    self.swapped = swapped
    self.clean = clean
    self.reclaimable = reclaimable
    self.wired = wired
    self.regions = regions
    self.line = line
  }
}

/// Memory shared by a group of processes.
public struct SharedMemory: Sendable, Hashable, Codable {
  /// The other processes, as printed: `launchd [1], logd [77]` or `23 processes`.
  public let with: String
  /// The total of this group.
  public let total: FootprintCategory
}

/// The summary of all examined processes.
public struct FootprintSummary: Sendable, Hashable, Codable {
  /// The footprint of the set, including the kernel, with shared memory counted once.
  public let footprint: Quantity
  /// The summary's line in the member.
  public let line: Int
  /// The memory of the set by category.
  public internal(set) var categories: [FootprintCategory] = []
  /// The TOTAL row; nil when the text ends before it.
  public internal(set) var total: FootprintCategory?

  /// Creates a summary; omitted tables are empty.
  public init(
    footprint: Quantity, line: Int, categories: [FootprintCategory] = [],
    total: FootprintCategory? = nil
  ) {
    self.footprint = footprint
    self.line = line
    self.categories = categories
    self.total = total
  }
}
