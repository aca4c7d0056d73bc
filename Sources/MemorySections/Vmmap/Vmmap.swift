/// The output of vmmap: the address space of one or more processes, by kind of memory.
///
/// Sources: vmmap(1); <doc:VmmapFormats>.
public struct Vmmap: Sendable, Hashable, Codable {
  /// The processes, in the text's order.
  public let processes: [VmmapProcess]

  /// Creates a section.
  public init(processes: [VmmapProcess]) {
    self.processes = processes
  }
}

/// One process as vmmap shows it.
public struct VmmapProcess: Sendable, Hashable, Codable, MutableExamination {
  /// The process.
  public internal(set) var process: ExaminedProcess
  /// The page size in bytes; nil when the text does not tell it.
  public internal(set) var pageSize: Int?
  /// Memory by type of region, in the text's order.
  public internal(set) var regions: [RegionType] = []
  /// The row TOTAL; nil when the text has none.
  public internal(set) var total: RegionType?
  /// The row `TOTAL, minus reserved VM space`; nil when nothing is reserved.
  public internal(set) var totalWithoutReserved: RegionType?
  /// The malloc zones, in the text's order.
  public internal(set) var zones: [MallocZone] = []
  /// The row TOTAL of the malloc zones; nil with a single zone.
  public internal(set) var zonesTotal: MallocZone?
  /// Code and symbols of libraries; nil when not printed.
  public internal(set) var libraries: Libraries?
  /// Memory that the process may write; nil when not printed.
  public internal(set) var writable: Writable?
  /// Whether `regions` is added up from the list of regions: the text has no table of types.
  ///
  /// The sizes are then lower bounds, since the text may end within the list.
  public internal(set) var isAddedUp = false
  /// Whether the tool counted one region too many of every type, which is corrected.
  public internal(set) var hasCorrectedCounts = false

  init(_ process: ExaminedProcess) {
    self.process = process
  }

  /// `ReadOnly portion of Libraries`: memory that can be read again from its file.
  public struct Libraries: Sendable, Hashable, Codable {
    /// Address space.
    public internal(set) var mapped: Quantity
    /// The part in memory; nil when the tool did not measure it.
    public internal(set) var resident: Quantity?
  }

  /// `Writable regions`.
  public struct Writable: Sendable, Hashable, Codable {
    /// Address space.
    public internal(set) var mapped: Quantity
    /// The part written to; nil when the tool did not measure it.
    public internal(set) var written: Quantity?
    /// The part in memory; nil when the tool did not measure it.
    public internal(set) var resident: Quantity?
    /// The part compressed or swapped out; nil when the tool did not measure it.
    public internal(set) var swapped: Quantity?
  }
}
