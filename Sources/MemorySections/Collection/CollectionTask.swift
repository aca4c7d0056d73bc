internal import Platform

/// One tool that sysdiagnose planned to run, and its result.
public struct CollectionTask: Sendable, Hashable {
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

/// A log has some hundred tasks.
extension CollectionTask: Codable {
  private enum CodingKeys: String, CodingKey {
    case name
    case command
    case ending
    case line
  }

  /// Encodes the task.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    if let json = encoder as? JSONTextEncoder { return write(to: json) }
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encodeIfPresent(name, forKey: .name)
    try values.encode(command, forKey: .command)
    try values.encode(ending, forKey: .ending)
    try values.encode(line, forKey: .line)
  }

  private func write(to json: JSONTextEncoder) {
    json.encode(command, forKey: CodingKeys.command.rawValue)
    json.encodeObject(forKey: CodingKeys.ending.rawValue) {
      switch ending {
      case .ran: json.encodeObject(forKey: "ran") {}
      case .notCollected: json.encodeObject(forKey: "notCollected") {}
      case .failed(let status):
        json.encodeObject(forKey: "failed") { json.encode(status, forKey: "status") }
      case .timedOut: json.encodeObject(forKey: "timedOut") {}
      }
    }
    json.encode(line, forKey: CodingKeys.line.rawValue)
    if let name { json.encode(name, forKey: CodingKeys.name.rawValue) }
  }
}
