/// A process in the list of a tool other than footprint.
///
/// Each tool prints a part of this; nil always means that the tool did not print the value.
public struct ListedProcess: Sendable, Hashable, Codable {
  /// The name as printed; some tools cut it (top after 16 letters, taskinfo after 32).
  public let name: String
  /// The process number; nil when the list has none.
  public let pid: Int?
  /// What the process costs the machine: the kernel's ledger `phys_footprint`.
  ///
  /// Compressed and swapped pages are included at full size. Resident size (RSS) never stands here.
  public internal(set) var footprint: Quantity?
  /// The largest footprint in the process's life.
  public internal(set) var lifetimePeak: Quantity?
  /// The compressed part of the process's memory; only top prints it.
  public internal(set) var compressed: Quantity?
  /// The path of the executable, without arguments.
  public internal(set) var path: String?
  /// The process number of the parent.
  public internal(set) var parent: Int?
  /// The process number of the process on whose behalf it runs.
  public internal(set) var responsible: Int?
  /// The number of the coalition: an app with its helpers.
  public internal(set) var coalition: Int?
  /// The first line of the process's entry.
  public let line: Int

  /// Creates a process; omitted values were not printed by the tool.
  public init(
    name: String, pid: Int?, footprint: Quantity? = nil, lifetimePeak: Quantity? = nil,
    compressed: Quantity? = nil, path: String? = nil, parent: Int? = nil, responsible: Int? = nil,
    coalition: Int? = nil, line: Int
  ) {
    self.name = name
    self.pid = pid
    self.footprint = footprint
    self.lifetimePeak = lifetimePeak
    self.compressed = compressed
    self.path = path
    self.parent = parent
    self.responsible = responsible
    self.coalition = coalition
    self.line = line
  }

  /// Whether this is `kernel_task`; its ledger is not the size of the kernel.
  public var isKernel: Bool { pid == 0 || name == "kernel_task" }
}

extension [ListedProcess] {
  /// Whether no further process is kept.
  var isFull: Bool { count >= SectionLimits.processes }
}

/// A section with a list of processes.
public protocol ProcessListing: MemorySection {
  /// Every process, in the order of the text.
  var processes: [ListedProcess] { get set }
}

extension ProcessListing {
  /// The number of listed processes; no facts of an empty list.
  var processFacts: [SectionFact] {
    processes.isEmpty
      ? [] : [SectionFact("processes", label: "processes:", .count(processes.count))]
  }
}
