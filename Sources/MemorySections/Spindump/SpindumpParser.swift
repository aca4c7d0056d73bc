/// Parses the head and the processes of a spindump, and skips the stacks between them.
///
/// ```
/// Date/Time:        2026-03-14 16:41:28.000 +0100
/// OS Version:       macOS 26.3 (Build 25D2128)
/// Hardware model:   Mac16,5
/// Memory size:      36 GB
/// Time Since Boot:  88927s
/// Time Awake Since Boot: 61033s
/// Vnodes Available: 74.98% (20994/28000, 14000 allocated, 14000 soft limit)
///
/// Process:          WindowServer [131]
/// Path:             /System/Library/PrivateFrameworks/SkyLight.framework/Resources/WindowServer
/// Parent:           launchd [1]
/// Footprint:        40.91 MB -> 40.22 MB (-712 KB) (max 43.73 MB at time indexes 590-591)
///
///   Thread 0x392              DispatchQueue <multiple>  1001 samples (1-1001)
/// ```
struct SpindumpParser: SectionParser {
  private var spindump = Spindump()
  private var part = Part.head
  /// The process whose lines are being read; nil before the first and below a broken heading.
  private var process: ListedProcess?

  private enum Part {
    case head
    case processes
    /// The report in binary form, or the output of other tools.
    case appendix
  }

  /// Stacks begin with blanks.
  var wantedLineStarts: ByteSet? {
    switch part {
    case .head: "DHMOTPV"
    case .processes: "PFRSC"
    case .appendix: ""
    }
  }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    if part == .processes, Self.beginsAppendix(line) {
      part = .appendix
      return .furniture
    }
    guard part != .appendix, let colon = line.firstIndex(of: UInt8(ascii: ":"), in: 0..<line.count)
    else { return .furniture }
    let value = line.trimmed((colon + 1)..<line.count)
    if line.matches("Process", 0..<colon) { return beginProcess(line, value, source) }
    return part == .head
      ? readHead(line, 0..<colon, value, source) : readProcess(line, 0..<colon, value, source)
  }

  consuming func finish() -> Spindump? {
    endProcess()
    return spindump == Spindump() ? nil : spindump
  }

  private static func beginsAppendix(_ line: Span<UInt8>) -> Bool {
    line.starts(with: "Spindump binary format") || line.starts(with: "Custom Output:")
  }

  private mutating func beginProcess(
    _ line: Span<UInt8>, _ value: Range<Int>, _ source: Source
  ) -> LineVerdict {
    endProcess()
    part = .processes
    guard !spindump.processes.isFull, let (name, pid) = line.processName(value) else {
      return .unread
    }
    process = ListedProcess(name: name, pid: pid, line: source.line)
    return .row
  }

  /// Keeps the process, unless nothing but its heading was printed.
  private mutating func endProcess() {
    if let process,
      process != ListedProcess(name: process.name, pid: process.pid, line: process.line)
    {
      spindump.processes.append(process)
    }
    process = nil
  }

  private mutating func readProcess(
    _ line: Span<UInt8>, _ key: Range<Int>, _ value: Range<Int>, _ source: Source
  ) -> LineVerdict {
    if line.matches("Footprint", key) {
      guard process != nil, let size = Self.footprint(line, value, source) else { return .unread }
      process?.footprint = size
    } else if line.matches("Path", key) {
      process?.path = line.text(value)
    } else if line.matches("Parent", key) {
      process?.parent = line.processName(value)?.pid
    } else if line.matches("Responsible", key) {
      process?.responsible = line.processName(value)?.pid
    } else {
      return .furniture
    }
    return process == nil ? .unread : .row
  }

  /// The footprint when the sampling ended: the size after `->`, or the only one.
  ///
  /// `272 KB -> 196 KB (-76 KB)`; a bracket may also hold the largest size and its times.
  private static func footprint(
    _ line: Span<UInt8>, _ value: Range<Int>, _ source: Source
  ) -> Quantity? {
    let end = line.firstIndex(of: UInt8(ascii: "("), in: value) ?? value.upperBound
    let arrow = line.lastIndex(of: UInt8(ascii: ">"), in: value.lowerBound..<end)
    let start = arrow.map { $0 + 1 } ?? value.lowerBound
    return line.processSize(line.trimmed(start..<end), at: source)
  }
}

/// The facts about the machine.
extension SpindumpParser {
  private mutating func readHead(
    _ line: Span<UInt8>, _ key: Range<Int>, _ value: Range<Int>, _ source: Source
  ) -> LineVerdict {
    switch line.text(key) {
    case "Date/Time": spindump.time = line.text(value)
    case "OS Version": spindump.osVersion = line.text(value)
    case "Memory size": spindump.memorySize = line.roundedSize(value, at: source)
    case "Hardware model": spindump.model = line.text(value)
    case "Time Since Boot": spindump.secondsSinceBoot = seconds(line, value)
    case "Time Awake Since Boot": spindump.secondsAwake = seconds(line, value)
    case "Vnodes Available":
      guard let vnodes = vnodes(line, value, source.line) else { return .unread }
      spindump.vnodes = vnodes
    default: return .furniture
    }
    return .row
  }

  /// The two counts of `74.98% (20994/28000, 14000 allocated)`; nil for anything else.
  private func vnodes(_ line: Span<UInt8>, _ value: Range<Int>, _ number: Int) -> Spindump.Vnodes? {
    guard let open = line.firstIndex(of: UInt8(ascii: "("), in: value),
      let slash = line.firstIndex(of: UInt8(ascii: "/"), in: open..<value.upperBound),
      let available = line.integer((open + 1)..<slash)
    else { return nil }
    let end = ((slash + 1)..<value.upperBound).first { line[$0].decimalDigit == nil }
    guard let limit = line.integer((slash + 1)..<(end ?? value.upperBound)), limit > 0 else {
      return nil
    }
    return Spindump.Vnodes(available: available, limit: limit, line: number)
  }

  /// The whole seconds of `88927s`; nil for anything else.
  private func seconds(_ line: Span<UInt8>, _ value: Range<Int>) -> Int? {
    let end = value.first { line[$0].decimalDigit == nil } ?? value.upperBound
    return line.integer(value.lowerBound..<end)
  }
}
