/// Parses `ps.txt`, and `ps_thread.txt` with one line for each thread.
///
/// ```
/// USER   UID   PID  PPID  %CPU %MEM PRI NI      VSZ    RSS WCHAN    TT  STAT STARTED      TIME COMMAND
/// root     0    41     1   0.0  0.1  31  0  4337036  19752 -        ??  Ss    7:00PM   0:03.01 /usr/libexec/UserEventAgent (System)
/// ```
///
/// A thread's line begins with blanks and repeats its process.
struct PSParser: SectionParser {
  private var list = RunningProcesses()
  private var columns: Columns?
  private var words: [Range<Int>] = []

  private struct Columns {
    let pid: Int
    let parent: Int?
    /// The words before the command; nil when a command stands among the columns, too.
    let beforeCommand: Int?
    /// Where the last column begins.
    let commandStart: Int
  }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    line.words(into: &words)
    guard let first = words.first else { return .furniture }
    if line.matches("USER", first) {
      columns = header(line)
      return columns == nil ? .unread : .furniture
    }
    guard let columns else { return .unread }
    if columns.beforeCommand == nil, line[0].isBlank { return .furniture }
    guard !list.processes.isFull, columns.pid < words.count,
      let pid = line.integer(words[columns.pid]),
      let command = command(line, columns)
    else { return .unread }
    let path = Self.executable(command)
    list.processes.append(
      ListedProcess(
        name: Self.name(ofExecutable: path), pid: pid, path: path,
        parent: columns.parent.flatMap { $0 < words.count ? line.integer(words[$0]) : nil },
        line: source.line))
    return .row
  }

  consuming func finish() -> RunningProcesses? { list.processes.isEmpty ? nil : list }

  private func header(_ line: Span<UInt8>) -> Columns? {
    func place(_ name: StaticString) -> Int? { words.firstIndex { line.matches(name, $0) } }
    guard let pid = place("PID"), let command = place("COMMAND"), let last = words.last,
      line.matches("COMMAND", last)
    else { return nil }
    let isLast = command == words.count - 1
    // Behind a command, which may hold blanks, words cannot be counted.
    let parent = place("PPID").flatMap { isLast || $0 < command ? $0 : nil }
    return Columns(
      pid: pid, parent: parent, beforeCommand: isLast ? command : nil,
      commandStart: last.lowerBound)
  }

  /// The command of a row with its arguments; nil when there is none.
  private func command(_ line: Span<UInt8>, _ columns: Columns) -> String? {
    let start: Int
    if let before = columns.beforeCommand {
      guard before < words.count else { return nil }
      start = words[before].lowerBound
    } else {
      start = columns.commandStart
      guard start < line.count, line[start - 1].isBlank, !line[start].isBlank else { return nil }
    }
    let range = line.trimmed(start..<line.count)
    return range.isEmpty ? nil : line.text(range)
  }

  /// The path without arguments, as far as blanks in paths allow: up to ` -` or ` /`.
  static func executable(_ command: String) -> String {
    let bytes = command.utf8
    let end = zip(bytes.indices, bytes.dropFirst()).first { place, next in
      bytes[place] == UInt8(ascii: " ") && (next == UInt8(ascii: "-") || next == UInt8(ascii: "/"))
    }
    return end.map { String(command[..<$0.0]) } ?? command
  }

  /// The last component of a path; a login shell's `-zsh` is `zsh`.
  static func name(ofExecutable path: String) -> String {
    let last = MemberName.lastComponent(of: path)
    return last.hasPrefix("-") ? String(last.dropFirst()) : last
  }
}
