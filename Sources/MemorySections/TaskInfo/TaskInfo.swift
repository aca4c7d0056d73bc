/// The tasks of `taskinfo`: every process's footprint, now and at its largest.
///
/// It is the most exact list of footprints that has a peak. Source: <doc:ProcessListFormats#taskinfo>.
public struct TaskInfo: Sendable, Hashable, Codable {
  /// The number of tasks that the text announces; nil when it does not.
  ///
  /// It may be a little higher than the number of entries: tasks end while the tool runs.
  public internal(set) var taskCount: Int?
  /// Every task, `kernel_task` included.
  public var processes: [ListedProcess] = []
}
