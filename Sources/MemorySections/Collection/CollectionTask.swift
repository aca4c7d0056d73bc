/// One tool that sysdiagnose meant to run, and what became of it.
public struct CollectionTask: Sendable, Hashable, Codable {
  /// What sysdiagnose calls the task; nil where only the command is given.
  public let name: String?
  /// The command line.
  public let command: String
  /// What became of it.
  public let ending: Ending
  /// The line that says so.
  public let line: Int

  /// What became of a task.
  public enum Ending: Sendable, Hashable, Codable {
    /// It was run; what it wrote is not known from here.
    case ran
    /// Its conditions did not hold, so it was not run.
    case notCollected
    /// It ended with this status.
    case failed(status: Int)
    /// It was stopped at its time limit.
    case timedOut
  }

  /// Whether the task is one that writes a section of `kind`.
  public func writes(_ kind: SectionKind) -> Bool {
    kind.descriptor.tools.contains { isFrom(tool: $0) }
  }

  /// Whether this is a group of tasks, of which the log knows no command.
  public var isContainer: Bool { command.isEmpty }

  /// Whether the command, or the name of a task without one, is that of a tool.
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
