internal import Platform

/// Parses `taskinfo.txt` and skips its threads, which take 99.9 % of it.
///
/// ```
/// num tasks: 291
///
/// process: "WindowServer" [131] [unique ID: 131]
/// architecture: x86_64
/// coalition (type 1) ID: 3
/// virtual bytes: 5.02 GB; phys_footprint bytes: 99.30 MB; phys_footprint lifetime maximum bytes: 101.12 MB
/// threads:
/// 	thread ID: 0x65 / 101
/// ```
struct TaskInfoParser: SectionParser {
  private var info = TaskInfo()
  /// The task whose lines are being read; nil before the first and below a broken heading.
  private var task: ListedProcess?
  private var entries = 0

  /// Threads begin with tabs.
  var wantedLineStarts: ByteSet? { "npcv" }

  /// A text with far fewer entries than it announces was not finished.
  ///
  /// Tasks end while the tool runs: 2 of 291 in one archive. The limit of a tenth is this project's.
  var missingEnd: String? {
    guard let count = info.taskCount, count.subtractingSaturated(entries) > count / 10 else {
      return nil
    }
    return "\(entries) of \(count) tasks"
  }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    if line.starts(with: "process: ") { return beginTask(line, source) }
    if line.starts(with: "virtual bytes: ") { return readSizes(line, source) }
    if line.starts(with: "coalition (type 1) ID: ") {
      guard let number = line.integer(line.trimmed(23..<line.count)) else { return .unread }
      task?.coalition = number
      return task == nil ? .unread : .row
    }
    if line.starts(with: "num tasks: ") {
      guard let count = line.integer(line.trimmed(11..<line.count)) else { return .unread }
      info.taskCount = info.taskCount ?? count
      return .row
    }
    return .furniture
  }

  consuming func finish() -> TaskInfo? {
    endTask()
    return info.processes.isEmpty ? nil : info
  }

  /// Reads `process: "NAME" [PID] [unique ID: N]`; the name may contain quotes and brackets.
  private mutating func beginTask(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    endTask()
    guard !info.processes.isFull else { return .unread }
    let end = line.lastIndex(of: " [unique ID: ") ?? line.trimmedLine.upperBound
    // Nothing is left of a line that ends after its label.
    guard end > 9, let (name, pid) = line.processName(9..<end), name.count >= 2,
      name.hasPrefix("\""),
      name.hasSuffix("\"")
    else { return .unread }
    task = ListedProcess(name: String(name.dropFirst().dropLast()), pid: pid, line: source.line)
    entries += 1
    return .row
  }

  private mutating func endTask() {
    if let task { info.processes.append(task) }
    task = nil
  }

  private mutating func readSizes(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    guard task != nil else { return .unread }
    let footprint = size(after: "phys_footprint bytes: ", in: line, source)
    let peak = size(after: "phys_footprint lifetime maximum bytes: ", in: line, source)
    guard let footprint else { return .unread }
    task?.footprint = footprint
    task?.lifetimePeak = peak
    return .row
  }

  private func size(
    after label: StaticString, in line: Span<UInt8>, _ source: Source
  ) -> Quantity? {
    guard let place = line.firstIndex(of: label) else { return nil }
    let start = place + label.utf8CodeUnitCount
    let end = line.firstIndex(of: UInt8(ascii: ";"), in: start..<line.count) ?? line.count
    return line.processSize(line.trimmed(start..<end), at: source)
  }
}

extension Span<UInt8> {
  /// The last occurrence of `word`.
  fileprivate func lastIndex(of word: StaticString) -> Int? {
    var last: Int?
    while let next = firstIndex(of: word, from: last.map { $0 + 1 } ?? 0) { last = next }
    return last
  }
}
