public import MemorySections

/// Process memory with its source.
public struct UserFigure: Sendable, Hashable {
  /// The bytes, with their tolerance.
  public let quantity: Quantity
  /// The source of the figure.
  public let origin: Origin
  /// Whether some processes could not be examined, or the text breaks off.
  public let isLowerBound: Bool

  /// A source of the user figure, best first.
  public enum Origin: String, Sendable, Codable, CaseIterable {
    /// The sum of the processes' footprints without kernel_task.
    case processes = "footprint.processes"
    /// footprint's summary minus kernel_task.
    case summary = "footprint.summary"
    /// The sum of taskinfo's footprints without kernel_task.
    case taskInfo = "taskinfo"
    /// The sum of a spindump's footprints without kernel_task.
    case spindump
    /// The sum of the footprints in top's first sample without kernel_task.
    case top
    /// The sum of the footprints in the list of priorities.
    case jetsamPriority
    /// The sum of the processes in a JetsamEvent of the capture's minute.
    case jetsamEvent
  }

  /// The figure of a snapshot; nil when no section states it.
  package init?(_ snapshot: Snapshot) {
    self.init(snapshot, UserProcesses(snapshot))
  }

  /// The figure of a snapshot whose processes are known; nil when no section states it.
  init?(_ snapshot: Snapshot, _ processes: UserProcesses?) {
    let figure = processes.flatMap { UserFigure($0) }
    if let figure, figure.origin == .processes || Self.summary(snapshot) == nil {
      self = figure
    } else if let summary = Self.summary(snapshot) {
      quantity = summary
      origin = .summary
      isLowerBound = snapshot.isIncomplete(.footprint)
    } else {
      return nil
    }
  }

  /// The figure of processes from one list; nil when none of them could be examined.
  package init?(_ processes: UserProcesses) {
    guard processes.processes.contains(where: { $0.footprint != nil }) else { return nil }
    quantity = processes.sum
    origin = processes.origin
    isLowerBound = processes.isLowerBound
  }

  /// footprint's summary without kernel_task; nil unless both are printed.
  private static func summary(_ snapshot: Snapshot) -> Quantity? {
    guard let summary = snapshot.footprint?.summary?.footprint,
      let kernel = snapshot.footprint?.kernelTask?.footprint, summary.bytes >= kernel.bytes
    else { return nil }
    return summary - kernel
  }
}
