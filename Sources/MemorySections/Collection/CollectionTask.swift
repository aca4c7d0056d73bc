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
    return tools.contains { isFrom(tool: $0) }
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

/// Reads `sysdiagnose.log` for which tasks were run.
///
/// ```
/// 2024-03-05 10:20:31: systemInfo (/usr/bin/zprint-t -w): Req - 0011 State - 00B8. Did conditions pass: 0
/// 2024-03-05 10:20:30: footprint-all : Req - 0010 State - 00B8. Did conditions pass: 1
/// ```
///
/// Real logs join the command and its arguments, and a group of tasks has no command. Source:
/// `formats.md` §5. All other lines are passed over.
struct CollectionLogParser: SectionParser {
  private var tasks: [CollectionTask] = []
  private var hasLines = false
  private var words: [Range<Int>] = []

  mutating func read(_ line: Span<UInt8>, number: Int) -> LineVerdict {
    hasLines = true
    guard let verdict = line.firstIndex(of: "Did conditions pass:") else {
      return readTimeout(line, number)
    }
    let value = line.trimmed((verdict + 20)..<line.count)
    guard let requirement = line.firstIndex(of: ": Req - "),
      let passed = line.integer(value), passed <= 1
    else { return .unread }
    let task = line.trimmed(nameStart(line, requirement)..<requirement)
    let ending = passed == 1 ? CollectionTask.Ending.ran : .notCollected
    let open = task.last { isCommandStart(line, $0) }
    if let open, line[task.upperBound - 1] == UInt8(ascii: ")") {
      tasks.append(
        CollectionTask(
          name: line.text(line.trimmed(task.lowerBound..<open)),
          command: line.text((open + 1)..<(task.upperBound - 1)), ending: ending, line: number))
    } else {
      // A command without a path is none that is known.
      guard let first = task.first, line[first] != UInt8(ascii: "(") else { return .unread }
      tasks.append(
        CollectionTask(name: line.text(task), command: "", ending: ending, line: number))
    }
    return .row
  }

  consuming func finish() -> SectionContent? {
    hasLines ? .tasks(tasks) : nil
  }

  /// A line that says of a task that it timed out; the word that names a tool is its command.
  private mutating func readTimeout(_ line: Span<UInt8>, _ number: Int) -> LineVerdict {
    guard line.firstIndex(of: "timed out") != nil else { return .furniture }
    line.words(into: &words)
    for word in words {
      let name = line.text(word).filter { !"\"'()[]<>,:".contains($0) }
      let task = CollectionTask(name: name, command: name, ending: .timedOut, line: number)
      guard SectionKind.main.contains(where: task.writes) else { continue }
      tasks.append(task)
      return .row
    }
    return .furniture
  }

  /// `(` before an absolute path; the command itself may hold parentheses.
  private func isCommandStart(_ line: Span<UInt8>, _ index: Int) -> Bool {
    line[index] == UInt8(ascii: "(") && line.starts(with: "/", at: index + 1)
  }

  /// Where the task begins: behind the time, which ends with a colon or is words before the name.
  private func nameStart(_ line: Span<UInt8>, _ end: Int) -> Int {
    let command = (0..<end).last { isCommandStart(line, $0) } ?? end
    if let colon = (0..<command).last(where: { line.starts(with: ": ", at: $0) }) {
      return colon + 2
    }
    let name = line.trimmed(0..<command)
    return name.last { line[$0].isBlank }.map { $0 + 1 } ?? 0
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
