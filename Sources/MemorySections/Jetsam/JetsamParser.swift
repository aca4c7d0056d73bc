/// Parses a JetsamEvent report, on one line or on many.
///
/// ```
/// "memoryStatus" : {
///   "compressorSize" : 96635, "zoneMapCap" : 1472872448, "largestZone" : "APFS_4K_OBJS",
///   "memoryPages" : { "wired" : 49236, "free" : 7170 } },
/// "largestProcess" : "Example",
/// "processes" : [ { "pid" : 86, "name" : "Example", "rpages" : 127, "lifetimeMax" : 132,
///   "reason" : "per-process-limit" } ]
/// ```
struct JetsamParser: SectionParser {
  private var report = JetsamReport()
  private var json = JSONStream()

  var readsCutLines: Bool { true }

  /// Its brackets tell whether JSON is whole.
  var readsUnendedLine: Bool { true }

  var missingEnd: String? { json.isOpen ? "it ends inside its JSON" : nil }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    report.hasLearned = false
    report.source = source
    json.read(line, into: &report)
    return report.hasLearned ? .row : .furniture
  }

  consuming func finish() -> Jetsam? { report.finish() }
}

/// Receives the values of a JetsamEvent.
private struct JetsamReport: JSONReader {
  private var jetsam = Jetsam()
  private var timestamp: String?
  private var date: String?
  /// The facts about the open objects, innermost last.
  private var candidates: [Candidate] = []
  /// Where the line that is being read stands.
  var source: Source?
  /// Whether the current line had data.
  var hasLearned = false

  /// The most processes that are kept; a machine runs about 700.
  private static let maximumProcesses = 4000

  private struct Candidate {
    var depth = 0
    var line = 0
    var name: String?
    var pid: Int?
    var pages: Int?
    var peak: Int?
    var reason: String?
  }

  func wantsLines(key: String, path: [String]) -> Bool { false }
  mutating func takeLine(_ line: Span<UInt8>, key: String) {}

  mutating func take(_ value: Span<UInt8>, key: String, path: [String]) {
    switch path.last {
    case "memoryPages":
      if jetsam.pages.count < 32, let pages = number(value), jetsam.pages[key] == nil {
        jetsam.pages[key] = pages
        hasLearned = true
      }
    case "memoryStatus": takeStatus(value, key)
    default:
      takeHead(value, key)
      takeProcess(value, key, path.count)
    }
  }

  private mutating func takeStatus(_ value: Span<UInt8>, _ key: String) {
    switch key {
    case "pageSize": set(\.pageSize, number(value).flatMap { $0 > 0 ? $0 : nil })
    case "compressorSize": set(\.compressorPages, number(value))
    case "zoneMapSize": set(\.zoneMapSize, value.exactSize(value.indices, at: source))
    case "zoneMapCap": set(\.zoneMapCapacity, value.exactSize(value.indices, at: source))
    case "largestZone": set(\.largestZone, text(value))
    case "largestZoneSize": set(\.largestZoneSize, value.exactSize(value.indices, at: source))
    default: break
    }
  }

  private mutating func takeHead(_ value: Span<UInt8>, _ key: String) {
    switch key {
    case "timestamp": timestamp = timestamp ?? text(value)
    case "date": date = date ?? text(value)
    case "largestProcess": set(\.largestProcess, text(value))
    case "product": set(\.model, text(value))
    case "os_version", "build":
      var facts = PanicFacts()
      facts.set(version: text(value) ?? "")
      set(\.osVersion, facts.osVersion)
      set(\.build, facts.build)
    default: break
    }
  }

  private mutating func takeProcess(_ value: Span<UInt8>, _ key: String, _ depth: Int) {
    let (number, text) = (number(value), text(value))
    switch key {
    case "name": change(depth) { $0.name = text }
    case "pid": change(depth) { $0.pid = number }
    case "rpages": change(depth) { $0.pages = number }
    case "lifetimeMax": change(depth) { $0.peak = number }
    case "reason": change(depth) { $0.reason = text }
    default: break
    }
  }

  mutating func close(path: [String]) {
    if path.count == candidates.last?.depth { endProcess() }
  }

  private mutating func endProcess() {
    guard let candidate = candidates.popLast(), let name = candidate.name,
      candidate.pages != nil || candidate.reason != nil,
      jetsam.processes.count < Self.maximumProcesses
    else { return }
    jetsam.processes.append(
      Jetsam.Process(
        name: name, pid: candidate.pid, residentPages: candidate.pages,
        lifetimePeakPages: candidate.peak, reason: candidate.reason, line: candidate.line))
    hasLearned = true
  }

  consuming func finish() -> Jetsam? {
    while !candidates.isEmpty { endProcess() }
    let isKnown =
      jetsam.zoneMapSize != nil || !jetsam.pages.isEmpty || !jetsam.processes.isEmpty
      || jetsam.largestProcess != nil || jetsam.largestZone != nil
    guard isKnown else { return nil }
    jetsam.time = timestamp ?? date
    return jetsam
  }

  private func number(_ value: Span<UInt8>) -> Int? { value.integer(0..<value.count) }

  private func text(_ value: Span<UInt8>) -> String? {
    value.isEmpty ? nil : value.text(0..<min(value.count, 128))
  }

  private mutating func set<Value>(_ field: WritableKeyPath<Jetsam, Value?>, _ value: Value?) {
    guard let value, jetsam[keyPath: field] == nil else { return }
    jetsam[keyPath: field] = value
    hasLearned = true
  }

  private mutating func change(_ depth: Int, _ set: (inout Candidate) -> Void) {
    if candidates.last?.depth != depth {
      candidates.append(Candidate(depth: depth, line: source?.line ?? 1))
    }
    set(&candidates[candidates.count - 1])
  }
}
