/// Parses a panic report, as text (`.panic`) or as JSON with the text in one string (`.ips`).
///
/// ```
/// {"bug_type":"210","timestamp":"2026-04-22 03:13:04.00 +0000","os_version":"macOS 26.4 (25E246)"}
/// {
///   "panicString" : "panic(cpu 2 caller 0xfffffe002f1cd120): zalloc[3]: zone map exhausted …\nDebugger message: panic\n…",
///   "processByPid" : { "402" : { "procname" : "WindowServer", "pid" : 402, "residentMemoryBytes" : 512 } }
/// }
/// ```
struct PanicParser: SectionParser {
  private var report = PanicReport()
  private var json = JSONStream()

  var readsCutLines: Bool { true }
  /// A panic is often pasted without its last line end.
  var readsUnendedLine: Bool { true }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    report.hasLearned = false
    report.source = source
    if json.isOpen || (!report.text.hasBegun && Self.beginsJSON(line)) {
      json.read(line, into: &report)
    } else {
      report.readText(line)
    }
    return report.hasLearned ? .row : .furniture
  }

  consuming func finish() -> Panic? {
    report.finish()
  }

  /// Whether a line begins an object or, in an excerpt, a key.
  private static func beginsJSON(_ line: Span<UInt8>) -> Bool {
    let range = line.trimmedLine
    guard let first = range.first else { return false }
    if line[first] == UInt8(ascii: "{") {
      let rest = line.trimmed(first + 1..<range.upperBound)
      return rest.isEmpty || line.starts(with: "\"", at: rest.lowerBound)
        || line.starts(with: "}", at: rest.lowerBound)
    }
    guard line[first] == UInt8(ascii: "\""),
      let end = line.firstIndex(of: UInt8(ascii: "\""), in: first + 1..<min(first + 66, line.count))
    else { return false }
    return line.starts(with: ":", at: line.trimmed(end + 1..<line.count).lowerBound)
  }
}

/// A report's JSON, or its plain text.
struct PanicReport: JSONReader {
  /// The parsed text; for a bridge's report, the Mac's own text.
  private(set) var text = PanicText()
  private var time: String?
  private var date: String?
  private var version: String?
  private var macVersion: String?
  private var product: String?
  private var isMacString = false
  private var processes: [Panic.RunningProcess] = []
  /// The facts about the open objects, innermost last.
  private var candidates: [Candidate] = []
  /// Where the line that is being read stands.
  var source: Source?
  /// Whether the current line had data.
  var hasLearned = false

  /// The most processes that are kept.
  static let maximumProcesses = 2000

  private struct Candidate {
    var depth = 0
    var name: String?
    var pid: Int?
    var resident: Quantity?
  }

  mutating func readText(_ bytes: Span<UInt8>) {
    // A paste of only the string has the two characters `\n` for each line end.
    var start = 0
    while let end = bytes.firstIndex(of: "\\n", from: start) {
      readPasted(bytes.extracting(start..<end))
      start = end + 2
    }
    readPasted(bytes.extracting(start..<bytes.count))
  }

  private mutating func readPasted(_ bytes: Span<UInt8>) {
    guard let source else { return }
    if text.readPasted(bytes, at: source) { hasLearned = true }
  }

  func wantsLines(key: String, path: [String]) -> Bool {
    key == "panicString" || key == "macOSPanicString"
  }

  mutating func takeLine(_ bytes: Span<UInt8>, key: String) {
    let isMac = key == "macOSPanicString"
    if isMac, !isMacString {
      // Without a log the string is `BAD MAGIC! …`.
      guard bytes.starts(with: "panic(") else { return }
      isMacString = true
      text = PanicText()
    }
    guard isMac || !isMacString, let source else { return }
    if text.readWhole(bytes, at: source, isMessage: true) { hasLearned = true }
  }

  mutating func take(_ value: Span<UInt8>, key: String, path: [String]) {
    switch key {
    case "timestamp": set(\.time, value)
    case "date": set(\.date, value)
    case "os_version", "build": set(\.version, value)
    case "macos_version": set(\.macVersion, value)
    case "product": set(\.product, value)
    case "procname": change(path.count) { $0.name = value.text(0..<min(value.count, 128)) }
    case "pid": change(path.count) { $0.pid = value.integer(0..<value.count) }
    case "residentMemoryBytes":
      let size = value.exactSize(0..<value.count, at: source)
      change(path.count) { $0.resident = size }
    default: break
    }
  }

  mutating func close(path: [String]) {
    guard path.count == candidates.last?.depth, let candidate = candidates.popLast() else { return }
    if let name = candidate.name, processes.count < Self.maximumProcesses {
      processes.append(
        Panic.RunningProcess(name: name, pid: candidate.pid, resident: candidate.resident))
      hasLearned = true
    }
  }

  private mutating func set(_ field: WritableKeyPath<Self, String?>, _ value: Span<UInt8>) {
    guard self[keyPath: field] == nil, !value.isEmpty else { return }
    self[keyPath: field] = value.text(0..<min(value.count, 200))
    hasLearned = true
  }

  private mutating func change(_ depth: Int, _ set: (inout Candidate) -> Void) {
    if candidates.last?.depth != depth { candidates.append(Candidate(depth: depth)) }
    set(&candidates[candidates.count - 1])
  }

  consuming func finish() -> Panic? {
    guard var panic = text.finish() else { return nil }
    panic.time = time ?? date ?? panic.time
    if let version = macVersion ?? version {
      var facts = PanicFacts()
      facts.set(version: version)
      panic.osVersion = facts.osVersion ?? panic.osVersion
      panic.build = facts.build ?? panic.build
    }
    panic.model = panic.model ?? product
    panic.processes = processes
    return panic
  }
}
