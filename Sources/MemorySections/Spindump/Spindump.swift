/// The facts about the machine in the head of a spindump.
public struct Spindump: Sendable, Hashable, Codable {
  /// Memory managed by the system; on some devices it is less than installed.
  public internal(set) var memorySize: Quantity?
  /// Seconds since the machine was booted.
  public internal(set) var secondsSinceBoot: Int?
  /// Seconds awake since boot.
  public internal(set) var secondsAwake: Int?
  /// The machine's model.
  public internal(set) var model: String?
  /// Available vnodes and their limit; nil before 13.0.
  public internal(set) var vnodes: Vnodes?

  /// The kernel's capacity for open and cached files.
  public struct Vnodes: Sendable, Hashable, Codable {
    /// The number that can still be created.
    public let available: Int
    /// The most that the kernel allows.
    public let limit: Int
    /// The line in the member.
    public let line: Int
  }
}

/// Parses the head of `spindump.txt` and ignores the stacks below it.
///
/// ```
/// Hardware model:   Mac16,5
/// Memory size:      36 GB
/// Time Since Boot:  88927s
/// Time Awake Since Boot: 61033s
/// Vnodes Available: 74.98% (20994/28000, 14000 allocated, 14000 soft limit)
/// ```
struct SpindumpParser: SectionParser {
  private var spindump = Spindump()
  private var hasEnded = false

  var wantedLineStarts: ByteSet? { hasEnded ? "" : "HMTPV" }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":"), in: 0..<line.count) else {
      return .furniture
    }
    let value = line.trimmed((colon + 1)..<line.count)
    switch line.text(0..<colon) {
    case "Memory size": spindump.memorySize = line.roundedSize(value, at: source)
    case "Hardware model": spindump.model = line.text(value)
    case "Time Since Boot": spindump.secondsSinceBoot = seconds(line, value)
    case "Time Awake Since Boot": spindump.secondsAwake = seconds(line, value)
    case "Vnodes Available":
      guard let vnodes = vnodes(line, value, source.line) else { return .unread }
      spindump.vnodes = vnodes
    case "Process":
      hasEnded = true
      return .furniture
    default: return .furniture
    }
    return .row
  }

  consuming func finish() -> Spindump? {
    spindump == Spindump() ? nil : spindump
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
