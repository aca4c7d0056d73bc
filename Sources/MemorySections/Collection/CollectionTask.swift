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
    let tools: [String] =
      switch kind {
      case .zprint: ["zprint"]
      case .footprint: ["footprint"]
      case .kextstat: ["kextstat", "kmutil"]
      case .vmStat: ["vm_stat"]
      case .sysctl: ["sysctl"]
      default: []
      }
    let tool = command.split(separator: " ").first?.split(separator: "/").last.map(String.init)
    return tools.contains { $0 == tool }
  }
}

/// Reads `sysdiagnose.log` for which tasks were run.
///
/// ```
/// zprint (/usr/bin/zprint -t -w): Req - 0011 State - 00B8. Did conditions pass: 0
/// ```
///
/// Source: `formats.md` §5. All other lines are passed over.
struct CollectionLogParser: SectionParser {
  private var tasks: [CollectionTask] = []
  private var hasLines = false

  mutating func read(_ line: Span<UInt8>, number: Int) -> LineVerdict {
    hasLines = true
    guard let verdict = line.firstIndex(of: "Did conditions pass: ") else { return .furniture }
    guard let requirement = line.firstIndex(of: "): Req - "),
      let open = (0..<requirement).last(where: { isCommandStart(line, $0) })
    else { return .unread }
    let command = line.text((open + 1)..<requirement)
    let passed = line.starts(with: "1", at: verdict + 21)
    let name = line.text(line.trimmed(nameStart(line, open)..<open))
    tasks.append(
      CollectionTask(
        name: name, command: command, ending: passed ? .ran : .notCollected, line: number))
    return .row
  }

  consuming func finish() -> SectionContent? {
    hasLines ? .tasks(tasks) : nil
  }

  /// `(` before an absolute path; the command itself may hold parentheses.
  private func isCommandStart(_ line: Span<UInt8>, _ index: Int) -> Bool {
    line[index] == UInt8(ascii: "(") && line.starts(with: "/", at: index + 1)
  }

  /// The task's name is the last word before the command: the log puts a time before it.
  private func nameStart(_ line: Span<UInt8>, _ open: Int) -> Int {
    let end = line.trimmed(0..<open).upperBound
    return (0..<end).last { line[$0].isBlank }.map { $0 + 1 } ?? 0
  }
}

/// Reads `taskSummary.csv` for how tasks ended.
///
/// ```
/// Concurrent group 2
/// "/usr/bin/footprint -v -w -a","exited with status 0",44.61,180
/// ```
///
/// A task whose seconds reach its limit was stopped there. Source: `formats.md` §5.
struct TaskSummaryParser: SectionParser {
  private var tasks: [CollectionTask] = []

  mutating func read(_ line: Span<UInt8>, number: Int) -> LineVerdict {
    guard line.starts(with: "\"") else { return .furniture }
    let fields = fields(line)
    guard fields.count >= 2 else { return .unread }
    let seconds = fields.count > 2 ? Double(fields[2]) : nil
    let limit = fields.count > 3 ? Double(fields[3]) : nil
    guard let ending = ending(fields[1], seconds: seconds, limit: limit) else {
      return number == 1 ? .furniture : .unread
    }
    tasks.append(CollectionTask(name: nil, command: fields[0], ending: ending, line: number))
    return .row
  }

  consuming func finish() -> SectionContent? {
    tasks.isEmpty ? nil : .tasks(tasks)
  }

  private func ending(_ words: String, seconds: Double?, limit: Double?) -> CollectionTask.Ending? {
    if words.contains("timed out") || words.contains("timeout") { return .timedOut }
    if let seconds, let limit, limit > 0, seconds >= limit { return .timedOut }
    guard words.hasPrefix("exited with status "), let status = Int(words.dropFirst(19)) else {
      return nil
    }
    return status == 0 ? .ran : .failed(status: status)
  }

  /// The fields of a line of CSV, quotes doubled inside quotes.
  private func fields(_ line: Span<UInt8>) -> [String] {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    for index in 0..<line.count {
      let byte = line[index]
      if byte == UInt8(ascii: "\"") {
        // A doubled quote leaves the quotes and enters them again: it stands for itself.
        if !isQuoted, index > 0, line[index - 1] == byte { fields[fields.count - 1].append(byte) }
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        fields.append([])
      } else {
        fields[fields.count - 1].append(byte)
      }
    }
    return fields.map { String(decoding: $0, as: UTF8.self) }
  }
}
