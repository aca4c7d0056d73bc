/// The output of leaks: blocks that nothing points to, of one or more processes.
///
/// Sources: leaks(1); <doc:LeaksFormats>.
public struct Leaks: Sendable, Hashable, Codable {
  /// The processes, in the text's order.
  public let processes: [LeaksProcess]

  /// Creates a section.
  public init(processes: [LeaksProcess]) {
    self.processes = processes
  }
}

/// One process as leaks shows it.
public struct LeaksProcess: Sendable, Hashable, Codable, MutableExamination {
  /// The process.
  public internal(set) var process: ExaminedProcess
  /// Live blocks; nil when not printed.
  public internal(set) var nodeCount: Int?
  /// Bytes of live blocks, in whole KB; nil when not printed.
  public internal(set) var nodeBytes: Quantity?
  /// Blocks that nothing points to; nil when not printed.
  public internal(set) var leakCount: Int?
  /// Their bytes, exact; nil when not printed.
  public internal(set) var leakedBytes: Quantity?
  /// The version of the report, `4.0`; nil when not printed.
  public internal(set) var reportVersion: String?

  init(_ process: ExaminedProcess) {
    self.process = process
  }
}
