/// The output of heap: the live malloc blocks of one or more processes, by class.
///
/// Sources: heap(1); <doc:HeapFormats>.
public struct Heap: Sendable, Hashable, Codable {
  /// The processes, in the text's order.
  public let processes: [HeapProcess]

  /// Creates a section.
  public init(processes: [HeapProcess]) {
    self.processes = processes
  }
}

/// One process as heap shows it.
public struct HeapProcess: Sendable, Hashable, Codable, MutableExamination {
  /// The process.
  public internal(set) var process: ExaminedProcess
  /// Live blocks; nil when not printed.
  public internal(set) var nodeCount: Int?
  /// Bytes of live blocks; nil when not printed.
  public internal(set) var nodeBytes: Quantity?
  /// The sum of the sizes in the list `Sizes: 48KB[1] 16[4]`; nil unless all blocks are in the list.
  public internal(set) var histogramBytes: Quantity?
  /// The number of blocks in that list; nil without it.
  public internal(set) var histogramCount: Int?
  /// Live blocks by class, the rows of one class added up, in the text's order.
  public internal(set) var classes: [HeapClass] = []
  /// The zones, where the text has a line for each; empty in newer outputs.
  public internal(set) var zones: [HeapZone] = []
  /// How many malloc zones the process has; nil when not printed.
  public internal(set) var zoneCount: Int?

  init(_ process: ExaminedProcess) {
    self.process = process
  }
}

/// Live blocks of one class.
public struct HeapClass: Sendable, Hashable, Codable {
  /// The class; `non-object` for blocks whose use is not known.
  public let name: String
  /// Blocks.
  public internal(set) var count: Int
  /// Bytes.
  public internal(set) var bytes: Quantity
  /// The language or kind: `ObjC`, `Swift`, `C++`, `CFType`; nil for `non-object`.
  public let type: String?
  /// The library of the class; nil when not known.
  public let binary: String?
  /// The line of the class's first row.
  public let line: Int

  /// Whether only the size of these blocks is known.
  public var isNonObject: Bool { name == "non-object" }
}

/// Live blocks of one malloc zone.
public struct HeapZone: Sendable, Hashable, Codable {
  /// The zone's label, `DefaultMallocZone`.
  public let name: String
  /// Address space; nil when not printed.
  public internal(set) var size: Quantity?
  /// Live blocks; nil when not printed.
  public internal(set) var nodeCount: Int?
  /// Bytes of live blocks; nil when not printed.
  public internal(set) var nodeBytes: Quantity?
  /// The line of the zone's first mention.
  public let line: Int
}
