/// The results in sysdiagnose's table of tasks.
public struct TaskSummary: Sendable, Hashable {
  /// The tasks, in file order.
  public let tasks: [CollectionTask]

  /// Creates a summary with these tasks.
  public init(tasks: [CollectionTask]) {
    self.tasks = tasks
  }
}

extension SectionKind {
  /// `taskSummary.csv`: the result of each tool.
  public static let taskSummary = SectionKind("taskSummary", TaskSummaryParser.self)
}

extension TaskSummary: MemorySection {
  /// `taskSummary.csv`.
  public static let descriptor = SectionDescriptor(
    kind: .taskSummary,
    title: "taskSummary",
    summary: "how each tool ended",
    meaning: "A table of the tools that sysdiagnose ran, their exit status and time.",
    sources: ["sysdiagnose(1)"],
    members: ["taskSummary.csv"])

  /// Whether a line has the result of a tool.
  public static func recognizes(_ head: TextHead) -> Bool {
    head.hasLine(holding: "\",\"exited with status ")
  }
}

/// Parses the results of tasks in `taskSummary.csv`.
///
/// ```
/// Concurrent group 2
/// "/usr/bin/footprint -v -w -a","exited with status 0",44.61,180
/// ```
///
/// A task whose seconds reach its limit was stopped at that limit. Source:
/// <doc:CollectionLogFormats>.
struct TaskSummaryParser: SectionParser {
  private var tasks: [CollectionTask] = []

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    guard line.starts(with: "\"") else { return .furniture }
    let fields = fields(line)
    guard fields.count >= 2, tasks.count < CollectionTask.mostTasks else { return .unread }
    let seconds = fields.count > 2 ? Double(fields[2]) : nil
    let limit = fields.count > 3 ? Double(fields[3]) : nil
    guard let ending = ending(fields[1], seconds: seconds, limit: limit) else {
      return source.line == 1 ? .furniture : .unread
    }
    tasks.append(CollectionTask(name: nil, command: fields[0], ending: ending, line: source.line))
    return .row
  }

  consuming func finish() -> TaskSummary? {
    tasks.isEmpty ? nil : TaskSummary(tasks: tasks)
  }

  private func ending(_ words: String, seconds: Double?, limit: Double?) -> CollectionTask.Ending? {
    if words.contains("timed out") || words.contains("timeout") { return .timedOut }
    if let seconds, let limit, limit > 0, seconds >= limit { return .timedOut }
    guard words.hasPrefix("exited with status "), let status = Int(words.dropFirst(19)) else {
      return nil
    }
    return status == 0 ? .ran : .failed(status: status)
  }

  /// The fields of a CSV line; inside quotes, quotes are doubled.
  private func fields(_ line: Span<UInt8>) -> [String] {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    for index in 0..<line.count {
      let byte = line[index]
      if byte == UInt8(ascii: "\"") {
        // A doubled quote closes and reopens the field: it stands for one quote.
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
