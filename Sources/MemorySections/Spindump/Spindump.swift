/// What the head of a spindump says of the machine.
public struct Spindump: Sendable, Hashable, Codable {
  /// Memory that the system manages: on some devices less than is built in.
  public internal(set) var memorySize: Quantity?
  /// Seconds since the machine was booted.
  public internal(set) var secondsSinceBoot: Int?
  /// Seconds since then that it was awake.
  public internal(set) var secondsAwake: Int?
  /// The machine's model.
  public internal(set) var model: String?
}

/// Reads the head of `spindump.txt`; the stacks below it are passed over.
///
/// ```
/// Hardware model:   Mac16,5
/// Memory size:      36 GB
/// Time Since Boot:  88927s
/// Time Awake Since Boot: 61033s
/// ```
struct SpindumpParser: SectionParser {
  private var spindump = Spindump()
  private var hasEnded = false

  var wantedLineStarts: ByteSet? { hasEnded ? "" : "HMTP" }

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

  /// The whole seconds of `88927s`; nil of anything else.
  private func seconds(_ line: Span<UInt8>, _ value: Range<Int>) -> Int? {
    let end = value.first { line[$0].decimalDigit == nil } ?? value.upperBound
    return line.integer(value.lowerBound..<end)
  }
}
