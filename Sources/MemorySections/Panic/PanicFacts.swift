/// Parses a panic's facts about the machine: process, OS, uptime, compressor.
///
/// Each fact has its own line, or shares one that a paste has joined.
///
/// ```
/// BSD process name corresponding to current thread: WindowServer
/// Panicked task 0xfffffe252683aaf8: 2720 pages, 5 threads: pid 402: WindowServer
/// System uptime in nanoseconds: 166325184375961
///   Boot    : 0x65a1f2c0 0x0003c1d0
///   Calendar: 0x65a3a5f1 0x000b4a2e
/// ```
struct PanicFacts {
  private(set) var task: String?
  private(set) var time: String?
  private(set) var osVersion: String?
  private(set) var build: String?
  private(set) var model: String?
  private(set) var compressor: CompressorInfo?
  private var uptime: Int?
  private var boot: UInt64?
  private var calendar: UInt64?
  private var expectsBuild = false

  /// Only the beginning of a line is searched: the facts are short.
  private static let lookedAt = 1000

  /// Whole seconds since boot, including sleep if the report has both times.
  var uptimeSeconds: Int? {
    if let boot, let calendar, calendar >= boot { return Int(exactly: calendar - boot) }
    return uptime
  }

  /// Whether a paste may have broken this line.
  static func isIncomplete(_ line: Span<UInt8>) -> Bool {
    let text = line.extracting(first: lookedAt)
    if text.firstIndex(of: "Compressor Info:") != nil {
      return text.firstIndex(of: "swap space") == nil
    }
    if let place = text.firstIndex(of: "process name corresponding") {
      return text.firstIndex(of: ": ", from: place) == nil
    }
    if text.firstIndex(of: "Panicked task 0x") != nil {
      return text.firstIndex(of: ": pid ") == nil
    }
    return false
  }

  /// Parses a line; false when it has no fact.
  mutating func read(_ whole: Span<UInt8>, at source: Source) -> Bool {
    let line = whole.extracting(first: Self.lookedAt)
    let range = line.trimmedLine
    if expectsBuild, !range.isEmpty {
      expectsBuild = false
      if readVersion(line, range) { return true }
    }
    if line.firstIndex(of: "Compressor Info:") != nil {
      guard compressor == nil, let info = CompressorInfo(line, line: source.line) else {
        return false
      }
      compressor = info
      return true
    }
    let process = readProcess(line)
    let system = readSystem(line)
    if process || system { return true }
    return readTime(line, range)
  }

  /// Overrides the version with the more reliable one from the report's JSON.
  mutating func set(version: String) {
    let bytes = Array(version.utf8)
    _ = bytes.withLine { readVersion($0, 0..<bytes.count) }
  }

  private mutating func readProcess(_ line: Span<UInt8>) -> Bool {
    if let place = line.firstIndex(of: "Panicked task ") {
      if let pid = line.firstIndex(of: ": pid ", from: place) {
        task = line.text(line.trimmed(pid + 2..<line.count))
      }
      return true
    }
    guard let place = line.firstIndex(of: "rocess name corresponding to current thread"),
      let colon = line.firstIndex(of: ": ", from: place)
    else { return false }
    let name = line.text(line.trimmed(colon + 2..<line.count))
    if task == nil, name != "Unknown", !name.isEmpty { task = name }
    return true
  }

  private mutating func readSystem(_ line: Span<UInt8>) -> Bool {
    var isFact = false
    for key: StaticString in ["OS version:", "OS Version:"] {
      guard let place = line.firstIndex(of: key) else { continue }
      let value = line.trimmed(place + key.utf8CodeUnitCount..<line.count)
      expectsBuild = value.isEmpty
      isFact = readVersion(line, value) || isFact
    }
    if let value = line.value(after: "System uptime in nanoseconds:"),
      let nanoseconds = line.integer(line.firstWord(value))
    {
      uptime = nanoseconds / 1_000_000_000
      isFact = true
    }
    if let value = line.value(after: "System model name:") {
      model = line.text(line.firstWord(value))
      isFact = true
    }
    let start = line.trimmedLine.lowerBound
    if line.starts(with: "Boot ", at: start), let seconds = line.epochSeconds {
      boot = seconds
      isFact = true
    }
    if line.starts(with: "Calendar:", at: start), let seconds = line.epochSeconds {
      calendar = seconds
      isFact = true
    }
    return isFact
  }

  /// `14B25`, `macOS 26.5 (25F80)`, `Mac OS X 10.10 (Build 14A389)`, `iPhone OS 18.5 (22F76)`.
  private mutating func readVersion(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    guard value.count <= 200 else { return false }
    var isFound = false
    var words: [Range<Int>] = []
    line.extracting(value).words(into: &words)
    for word in words {
      let range = value.lowerBound + word.lowerBound..<value.lowerBound + word.upperBound
      let bare = line.withoutBrackets(range)
      if line.isBuild(bare) {
        build = line.text(bare)
        return true
      }
      if line[bare.lowerBound].decimalDigit != nil,
        bare.allSatisfy({ line[$0].decimalDigit != nil || line[$0] == UInt8(ascii: ".") })
      {
        osVersion = line.text(bare)
        isFound = true
      }
    }
    return isFound
  }

  /// `Wed Jan 14 02:11:29 2015`, or the text after `Date/Time:`.
  private mutating func readTime(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard time == nil else { return false }
    if line.starts(with: "Date/Time:", at: range.lowerBound) {
      time = line.text(line.trimmed(range.lowerBound + 10..<range.upperBound))
      return true
    }
    var words: [Range<Int>] = []
    line.words(into: &words)
    guard (5...6).contains(words.count), let last = words.last, last.count == 4,
      line.integer(last) != nil, line.firstIndex(of: UInt8(ascii: ":"), in: words[3]) != nil,
      words[0].count == 3, words[1].count == 3, words[3].count == 8, line.integer(words[2]) != nil
    else { return false }
    time = line.text(range)
    return true
  }
}

extension Span<UInt8> {
  /// The text after a key, without blanks; nil when the key is missing.
  fileprivate func value(after key: StaticString) -> Range<Int>? {
    firstIndex(of: key).map { trimmed($0 + key.utf8CodeUnitCount..<count) }
  }

  fileprivate func firstWord(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound..<(range.first { self[$0].isBlank } ?? range.upperBound)
  }

  /// The seconds of `Boot    : 0x65a1f2c0 0x0003c1d0`.
  fileprivate var epochSeconds: UInt64? {
    firstIndex(of: " 0x").flatMap { hexadecimal(firstWord($0 + 1..<count)) }
  }

  fileprivate func withoutBrackets(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end - 1, self[start] == UInt8(ascii: "(") { start += 1 }
    while end - 1 > start,
      [UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";")].contains(self[end - 1])
    { end -= 1 }
    return start..<end
  }

  /// `25F80`, `14A389`, `10K549`, `22F5027f`: digits, a capital letter, digits, perhaps a letter.
  fileprivate func isBuild(_ range: Range<Int>) -> Bool {
    guard (4...10).contains(range.count) else { return false }
    let major = range.prefix { self[$0].decimalDigit != nil }.count
    guard (1...3).contains(major) else { return false }
    let letter = range.lowerBound + major
    guard (0x41...0x5A).contains(self[letter]) else { return false }
    let minor = (letter + 1..<range.upperBound).prefix { self[$0].decimalDigit != nil }.count
    guard minor > 0 else { return false }
    let rest = letter + 1 + minor..<range.upperBound
    return rest.isEmpty || (rest.count == 1 && self[rest.lowerBound].isASCIILetter)
  }
}
