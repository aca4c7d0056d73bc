/// What footprint says: the memory that each process costs the machine, and the kernel's share.
///
/// Sources: `formats.md` §3; Apple's footprint(1).
public struct Footprint: Sendable, Hashable, Codable {
  /// Every process whose header could be read, `kernel_task` too, in the file's order.
  public internal(set) var processes: [FootprintProcess] = []
  /// The set as a whole, shared memory counted once; nil when the text ends before it.
  public internal(set) var summary: FootprintSummary?
  /// The values below `System auxiliary data:`, by name; empty before macOS 26.
  public internal(set) var system: [String: Quantity] = [:]
  /// Whether the text says that it counts dirty pages by object, as footprint did before 10.15.
  ///
  /// Such footprints do not agree with Activity Monitor.
  public internal(set) var countsByObject = false
  /// Messages outside the tables, the first `keptMessages` of them.
  public internal(set) var messages: [String] = []

  /// The processes' own dirty memory by category, where it is known only for all of them together.
  ///
  /// Nil where each process's categories are known.
  let togetherCategories: [CategoryTotal]?

  /// How many messages are kept.
  public static let keptMessages = 50

  /// Creates what a text says; `togetherCategories` where the categories of each process are not
  /// known.
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

  /// The kernel's own section; nil when footprint was not run as root, or stopped before it.
  public var kernelTask: FootprintProcess? { processes.first(where: \.isKernel) }

  /// Every process but the kernel.
  public var userProcesses: [FootprintProcess] { processes.filter { !$0.isKernel } }
}

/// One process, as footprint saw it.
public struct FootprintProcess: Sendable, Hashable, Codable {
  /// The process's name, which may hold blanks and brackets.
  public let name: String
  /// The process's id.
  public let pid: Int
  /// Whether it runs under Rosetta.
  public let isTranslated: Bool
  /// What the process costs; nil when it could not be examined.
  public let footprint: Quantity?
  /// Bytes of a page; nil when it could not be examined.
  public let pageSize: Int?
  /// The header's line in the member.
  public let line: Int
  /// The largest footprint over the process's life (`phys_footprint_peak`); nil when not printed.
  public internal(set) var peak: Quantity?
  /// The kernel's own figure (`phys_footprint`); nil when not printed.
  ///
  /// Of `kernel_task` it says nothing on 10.14 and later: only what was billed to the task.
  public internal(set) var ledgerFootprint: Quantity?
  /// The process's own memory by category; shared memory is in tables of its own.
  ///
  /// Empty where it is not known.
  public internal(set) var categories: [FootprintCategory] = []
  /// The row TOTAL of the process's own memory; nil when there is no table.
  public internal(set) var total: FootprintCategory?
  /// What it shares with others, one total for each group of sharers.
  public internal(set) var shared: [SharedMemory] = []
  /// Why it could not be examined, or not whole.
  public internal(set) var errors: [String] = []
  /// Whether `categories` is all that was printed; false where only their totals were kept.
  public let knowsCategories: Bool

  /// Creates a process; of what is not given, nothing was printed.
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

  /// Whether this is the kernel, which footprint does not measure but adds up from zone and tag
  /// tables (`formats.md` §3.8).
  public var isKernel: Bool { name == "kernel_task" }
}

/// Memory of one category; of `kernel_task`, of one zone or wired tag.
public struct FootprintCategory: Sendable, Hashable, Codable {
  /// The category's name.
  public let name: String
  /// What the name's row adds, such as a path or `(hidden)`; nil when nothing.
  public let detail: String?
  /// Bytes that cost the machine, swapped and compressed ones too.
  public let dirty: Quantity
  /// The part of `dirty` that is swapped or compressed; nil without such a column.
  public let swapped: Quantity?
  /// Resident bytes that can be read again from their file.
  public let clean: Quantity
  /// Bytes that the system may take at once.
  public let reclaimable: Quantity
  /// The part of `dirty` that is wired; nil without such a column.
  public let wired: Quantity?
  /// Regions; of a zone of `kernel_task`, elements.
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

/// Memory that a group of processes shares.
public struct SharedMemory: Sendable, Hashable, Codable {
  /// With whom, as printed: `launchd [1], logd [77]` or `23 processes`.
  public let with: String
  /// All of it.
  public let total: FootprintCategory
}

/// The set of all processes that footprint examined.
public struct FootprintSummary: Sendable, Hashable, Codable {
  /// The set's footprint, memory shared among processes counted once; the kernel is in it.
  public let footprint: Quantity
  /// The line that says so.
  public let line: Int
  /// The set's memory by category.
  public internal(set) var categories: [FootprintCategory] = []
  /// The row TOTAL; nil when the text ends before it.
  public internal(set) var total: FootprintCategory?

  /// Creates a summary; of tables that are not given, nothing.
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
