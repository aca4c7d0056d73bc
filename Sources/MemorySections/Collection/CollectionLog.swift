/// The tasks in sysdiagnose's log.
public struct CollectionLog: Sendable, Hashable {
  /// The tasks, in file order.
  public let tasks: [CollectionTask]

  /// Creates a log with these tasks.
  public init(tasks: [CollectionTask]) {
    self.tasks = tasks
  }
}

extension SectionKind {
  /// `sysdiagnose.log`: the tools that ran and those that were skipped.
  public static let collectionLog = SectionKind("collectionLog", CollectionLogParser.self)
}

extension CollectionLog: MemorySection {
  /// `sysdiagnose.log`.
  public static let descriptor = SectionDescriptor(
    kind: .collectionLog,
    title: "sysdiagnose.log",
    summary: "log of the collection",
    meaning: "What sysdiagnose ran, what it skipped, and why.",
    sources: ["sysdiagnose(1)"],
    members: ["sysdiagnose.log"])

  /// Whether a line reports a task that ran or was skipped.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(holding: "Did conditions pass: ")
  }
}

/// Parses the tasks in `sysdiagnose.log`.
///
/// ```
/// 2024-03-05 10:20:31: systemInfo (/usr/bin/zprint-t -w): Req - 0011 State - 00B8. Did conditions pass: 0
/// 2024-03-05 10:20:30: footprint-all : Req - 0010 State - 00B8. Did conditions pass: 1
/// ```
///
/// Real logs join the command and its arguments, and a group of tasks has no command. Source:
/// <doc:CollectionLogFormats>. All other lines are ignored.
struct CollectionLogParser: SectionParser {
  private var tasks: [CollectionTask] = []
  private var hasLines = false
  private var words: [Range<Int>] = []

  /// sysdiagnose still writes its log when it packs it; a result is one digit.
  var readsUnendedLine: Bool { true }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    hasLines = true
    guard let verdict = line.firstIndex(of: "Did conditions pass:") else {
      return readTimeout(line, source.line)
    }
    let value = line.trimmed((verdict + 20)..<line.count)
    guard let requirement = line.firstIndex(of: ": Req - "),
      let passed = line.integer(value), passed <= 1
    else { return .unread }
    guard tasks.count < CollectionTask.mostTasks else { return .unread }
    let task = line.trimmed(nameStart(line, requirement)..<requirement)
    let ending = passed == 1 ? CollectionTask.Ending.ran : .notCollected
    let open = task.last { isCommandStart(line, $0) }
    if let open, line[task.upperBound - 1] == UInt8(ascii: ")") {
      tasks.append(
        CollectionTask(
          name: line.text(line.trimmed(task.lowerBound..<open)),
          command: line.text((open + 1)..<(task.upperBound - 1)), ending: ending, line: source.line)
      )
    } else {
      // A command without a path is not a known one.
      guard let first = task.first, line[first] != UInt8(ascii: "(") else { return .unread }
      tasks.append(
        CollectionTask(name: line.text(task), command: "", ending: ending, line: source.line))
    }
    return .row
  }

  consuming func finish() -> CollectionLog? {
    hasLines ? CollectionLog(tasks: tasks) : nil
  }

  /// A line about a task that timed out; the word with a tool's name is its command.
  private mutating func readTimeout(_ line: Span<UInt8>, _ number: Int) -> LineVerdict {
    guard line.firstIndex(of: "timed out") != nil, tasks.count < CollectionTask.mostTasks else {
      return .furniture
    }
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

  /// Whether `(` is before an absolute path; the command itself may contain parentheses.
  private func isCommandStart(_ line: Span<UInt8>, _ index: Int) -> Bool {
    line[index] == UInt8(ascii: "(") && line.starts(with: "/", at: index + 1)
  }

  /// The start of the task: after the time, which ends with a colon or consists of words.
  private func nameStart(_ line: Span<UInt8>, _ end: Int) -> Int {
    let command = (0..<end).last { isCommandStart(line, $0) } ?? end
    if let colon = (0..<command).last(where: { line.starts(with: ": ", at: $0) }) {
      return colon + 2
    }
    let name = line.trimmed(0..<command)
    return name.last { line[$0].isBlank }.map { $0 + 1 } ?? 0
  }
}
