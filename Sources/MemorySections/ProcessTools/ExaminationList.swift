/// Collects what a text of vmmap, heap or leaks says of each process, and reads the heads.
///
/// ```
/// Process:         ferryx [70940]
/// Path:            /Applications/Ferryx.app/Contents/MacOS/ferryx
/// Code Type:       ARM64
///
/// Date/Time:       2026-09-05 12:23:00.508 +0900
/// OS Version:      macOS 26.6 (25G72)
///
/// Physical footprint:         919.0M
/// Physical footprint (peak):  941.4M
/// Idle exit:                  untracked
/// ----
/// ```
///
/// A text may hold several processes, and an excerpt no head at all. Source: <doc:ProcessHeads>.
struct ExaminationList<Item: MutableExamination> {
  private(set) var items: [Item] = []
  private var isInHead = false
  /// Whether the tool printed anything of the last process below its head.
  private(set) var hasBody = false
  /// Whether a process was refused: what follows must not be taken for the one before it.
  private(set) var isOverfull = false
  /// Messages about a process whose head follows them.
  private var pending: [ToolMessage] = []

  /// The most processes of a text; a Mac runs about a thousand.
  private static var mostProcesses: Int { 2000 }

  /// Why nothing was readable: the tool's own words.
  var refusal: String? { (items.flatMap(\.process.messages) + pending.map(\.text)).first }

  /// The process that the next lines are about; nil before the first.
  var last: Item? { items.last }

  /// The end of a sentence about one of several processes, ` of ferryx [70940]`; empty for the only one.
  func owner(_ item: Item) -> String { items.count > 1 ? " of \(item.process.title)" : "" }

  /// The verdict on a line; a row that began a process counts for the memory of one.
  ///
  /// - Parameters:
  ///   - verdict: the verdict of the parser.
  ///   - count: the number of processes before the line.
  /// - Returns: the verdict, or the rows that a process counts for.
  func verdict(_ verdict: LineVerdict, since count: Int) -> LineVerdict {
    guard items.count > count, case .row = verdict else { return verdict }
    return .rows(MemoryBudget.rowsOfExamination)
  }

  /// Changes the process that the next lines are about; without one, an unnamed one.
  mutating func change(at source: Source, _ change: (inout Item) -> Void) {
    if items.isEmpty { begin(ExaminedProcess(line: source.line)) }
    guard !isOverfull else { return }
    isInHead = false
    hasBody = true
    change(&items[items.count - 1])
  }

  /// Changes a process whose lines are all read.
  mutating func replace(_ place: Int, _ change: (inout Item) -> Void) {
    change(&items[place])
  }

  /// Reads a line of a head, or a message; nil when the line is neither.
  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict? {
    guard line.count > 3 else { return nil }
    if line.starts(with: "Process:") { return readProcess(line, source) }
    if let key = HeadKey(line) { return read(key, line, source) }
    if isInHead, line.isRun(of: UInt8(ascii: "-"), line.trimmedLine, atLeast: 4) {
      isInHead = false
      return .furniture
    }
    guard line.count < 2000, let message = ToolMessage(line) else { return nil }
    take(message, source)
    return .furniture
  }

  /// Turns to a process that a line of the body names, or to an unnamed one.
  ///
  /// - Parameters:
  ///   - pid: the process's id; nil when the line does not state it.
  ///   - name: the process's name; nil when the line does not state it.
  ///   - isRepeated: whether the current process already has what the line announces.
  ///   - source: the line.
  mutating func turn(to pid: Int?, name: String? = nil, isRepeated: Bool, at source: Source) {
    defer {
      isInHead = false
      hasBody = true
    }
    guard let current = items.last else { return begin(pid, name, source) }
    let isOther = pid != nil && current.process.pid != nil && pid != current.process.pid
    if isOther || isRepeated { return begin(pid, name, source) }
    items[items.count - 1].process.pid = current.process.pid ?? pid
    items[items.count - 1].process.name = current.process.name ?? name
  }

  /// The processes with data, and the messages that no head followed.
  consuming func finish() -> [Item] {
    let rest = pending
    pending = []
    for message in rest { keep(message, line: 1) }
    return items
  }

  private mutating func readProcess(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    let value = line.trimmed(8..<line.count)
    guard let close = value.last, line[close] == UInt8(ascii: "]"),
      let open = value.last(where: { line[$0] == UInt8(ascii: "[") }),
      let pid = line.integer((open + 1)..<close)
    else { return .unread }
    let name = line.text(line.trimmed(value.lowerBound..<open))
    begin(pid, name.isEmpty ? nil : name, source)
    isInHead = true
    return isOverfull ? .unread : .row
  }

  private mutating func read(
    _ key: HeadKey, _ line: Span<UInt8>, _ source: Source
  ) -> LineVerdict? {
    let value = line.trimmed(key.valueStart..<line.count)
    // A tail of an output begins within a head.
    guard isInHead || items.isEmpty || key.isFootprint else { return nil }
    if key.name != .other, items.isEmpty || (!isInHead && hasBody) {
      begin(nil, nil, source)
      isInHead = true
    }
    guard let place = items.indices.last else { return .furniture }
    switch key.name {
    case .footprint, .peak:
      guard let size = line.abbreviatedSize(value, at: source) else { return .unread }
      if key.name == .peak {
        items[place].process.peak = size
      } else {
        items[place].process.footprint = size
      }
    case .codeType: items[place].process.codeType = line.text(value)
    case .osVersion: items[place].process.osVersion = line.text(value)
    case .time:
      guard !line.matches("(null)", value) else { return .furniture }
      items[place].process.time = line.text(value)
    case .other: return .furniture
    }
    return .row
  }

  private mutating func begin(_ pid: Int?, _ name: String?, _ source: Source) {
    begin(ExaminedProcess(name: name, pid: pid, line: source.line))
  }

  private mutating func begin(_ process: ExaminedProcess) {
    guard items.count < Self.mostProcesses else {
      isOverfull = true
      return
    }
    var process = process
    let own = pending.filter { $0.pid == nil || process.pid == nil || $0.pid == process.pid }
    process.messages = own.map(\.text)
    pending.removeAll { $0.pid == nil || process.pid == nil || $0.pid == process.pid }
    items.append(Item(process))
    hasBody = false
  }

  private mutating func take(_ message: ToolMessage, _ source: Source) {
    let isOfCurrent = items.last.map { message.pid == nil || $0.process.pid == message.pid }
    if isOfCurrent == true, !hasBody {
      keep(message, line: source.line)
    } else if message.name != nil {
      // A refusal names its process, and no head follows.
      keep(message, line: source.line)
    } else if pending.count < ExaminedProcess.mostMessages {
      pending.append(message)
    }
  }

  private mutating func keep(_ message: ToolMessage, line: Int) {
    if let pid = message.pid, items.last?.process.pid != pid {
      begin(ExaminedProcess(name: message.name, pid: pid, line: line))
    }
    guard let place = items.indices.last,
      items[place].process.messages.count < ExaminedProcess.mostMessages
    else { return }
    items[place].process.messages.append(message.text)
  }
}
