/// What sysdiagnose's log says: which tasks were run.
public struct CollectionLog: Sendable, Hashable {
  /// The tasks, in the file's order.
  public let tasks: [CollectionTask]

  /// Creates what a text says of these tasks.
  public init(tasks: [CollectionTask]) {
    self.tasks = tasks
  }
}

extension SectionKind {
  /// `sysdiagnose.log`: which tool was run, and which was passed over.
  public static let collectionLog = SectionKind("collectionLog", CollectionLogParser.self)
}

extension CollectionLog: MemorySection {
  /// `sysdiagnose.log`.
  public static let descriptor = SectionDescriptor(
    kind: .collectionLog,
    title: "sysdiagnose.log",
    summary: "log of the collection",
    meaning: "What sysdiagnose ran, and what it passed over and why.",
    sources: ["sysdiagnose(1)"],
    members: ["sysdiagnose.log"])
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

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
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
        name: name, command: command, ending: passed ? .ran : .notCollected, line: source.line))
    return .row
  }

  consuming func finish() -> CollectionLog? {
    hasLines ? CollectionLog(tasks: tasks) : nil
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
