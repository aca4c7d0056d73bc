/// The list of `ps`: every process with its path and its parent.
///
/// Its sizes are not read: resident memory counts shared pages in each process and leaves out
/// compressed ones. Source: <doc:ProcessListFormats#ps>.
public struct RunningProcesses: Sendable, Hashable, Codable {
  /// Every process, without sizes.
  public var processes: [ListedProcess] = []
}
