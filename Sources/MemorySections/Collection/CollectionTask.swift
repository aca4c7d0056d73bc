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
    let blank = UInt8(ascii: " ")
    guard
      let word = words.utf8.split(separator: blank, maxSplits: 1).first?
        .split(separator: UInt8(ascii: "/")).last, word.starts(with: tool.utf8)
    else { return false }
    let rest = word.dropFirst(tool.utf8.count)
    return rest.first.map { "-.".utf8.contains($0) } ?? true
      || rest.elementsEqual("showloaded".utf8)
  }
}
