/// One tool that sysdiagnose planned to run, and its result.
public struct CollectionTask: Sendable, Hashable, Codable {
  /// sysdiagnose's name for the task; nil when only the command is given.
  public let name: String?
  /// The command line.
  public let command: String
  /// The result of the task.
  public let ending: Ending
  /// The line in the log.
  public let line: Int

  /// The result of a task.
  public enum Ending: Sendable, Hashable, Codable {
    /// It ran; its output is not known from here.
    case ran
    /// Its conditions did not hold, and it did not run.
    case notCollected
    /// It ended with a status other than zero.
    case failed(status: Int)
    /// It was stopped at its time limit.
    case timedOut
  }

  /// Whether the task writes a section of `kind`.
  public func writes(_ kind: SectionKind) -> Bool {
    let tool = command.split(separator: " ").first?.split(separator: "/").last.map(String.init)
    return kind.descriptor.tools.contains { $0 == tool }
  }
}
