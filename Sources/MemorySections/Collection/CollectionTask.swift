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

  /// The most tasks of a text; sysdiagnose runs about four hundred.
  static let mostTasks = 5000

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
    kind.descriptor.tools.contains { isFrom(tool: $0) }
  }

  /// Whether this is a group of tasks; the log has no command for it.
  public var isContainer: Bool { command.isEmpty }

  /// Whether the command belongs to a tool, or the name if there is no command.
  ///
  /// A real log joins the command and its arguments: `/usr/bin/zprint-t -w`, `kmutilshowloaded`.
  private func isFrom(tool: String) -> Bool {
    let words = isContainer ? name ?? "" : command
    guard let word = words.split(separator: " ").first?.split(separator: "/").last,
      word.hasPrefix(tool)
    else { return false }
    let rest = word.dropFirst(tool.count)
    return rest.isEmpty || rest.hasPrefix("-") || rest.hasPrefix(".") || rest == "showloaded"
  }
}
