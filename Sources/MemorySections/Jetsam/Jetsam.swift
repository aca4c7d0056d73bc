/// What a JetsamEvent report says of the machine's memory when a process was killed for it.
///
/// The event lies before the capture: its figures are of its own time, and never part of a balance.
/// Sources: `formats.md` §4.4; reports as published by their owners.
public struct Jetsam: Sendable, Hashable, Codable {
  /// When it happened, as printed.
  public internal(set) var time: String?
  /// Bytes of a page.
  public internal(set) var pageSize: Int?
  /// Pages by state, by the report's own words (`wired`, `free`, `anonymous`, …).
  public internal(set) var pages: [String: Int] = [:]
  /// Pages that the compressor itself takes.
  public internal(set) var compressorPages: Int?
  /// Address space of the zone map in use.
  public internal(set) var zoneMapSize: Quantity?
  /// All address space of the zone map: where zones must stop.
  public internal(set) var zoneMapCapacity: Quantity?
  /// The largest zone.
  public internal(set) var largestZone: String?
  /// What the largest zone held.
  public internal(set) var largestZoneSize: Quantity?
  /// The process with the most memory.
  public internal(set) var largestProcess: String?
}

/// Reads a JetsamEvent report: the object `memoryStatus`, whether on one line or on many.
///
/// ```
/// "memoryStatus" : {
/// "compressorSize" : 96635,
/// "zoneMapCap" : 1472872448,
/// "largestZone" : "APFS_4K_OBJS",
/// "memoryPages" : {
///   "wired" : 49236,
/// ```
struct JetsamParser: SectionParser {
  private var jetsam = Jetsam()
  private var isInStatus = false
  private var hasEnded = false

  /// Nothing is wanted of the list of processes, which is the bulk of a report.
  var wantedLineStarts: ByteSet? { hasEnded ? "" : nil }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    if jetsam.time == nil { jetsam.time = string(line, "\"timestamp\"") }
    if let process = string(line, "\"largestProcess\"") { jetsam.largestProcess = process }
    if line.firstIndex(of: "\"memoryStatus\"") != nil { isInStatus = true }
    let before = jetsam
    if isInStatus { readStatus(line, source) }
    if line.firstIndex(of: "\"processes\"") != nil { hasEnded = true }
    return jetsam == before ? .furniture : .row
  }

  consuming func finish() -> Jetsam? {
    jetsam.zoneMapSize == nil && jetsam.pages.isEmpty ? nil : jetsam
  }

  private mutating func readStatus(_ line: Span<UInt8>, _ source: Source) {
    if let value = integer(line, "\"pageSize\"") { jetsam.pageSize = value }
    if let value = integer(line, "\"compressorSize\"") { jetsam.compressorPages = value }
    if let value = size(line, "\"zoneMapSize\"", source) { jetsam.zoneMapSize = value }
    if let value = size(line, "\"zoneMapCap\"", source) { jetsam.zoneMapCapacity = value }
    if let value = size(line, "\"largestZoneSize\"", source) { jetsam.largestZoneSize = value }
    if let value = string(line, "\"largestZone\"") { jetsam.largestZone = value }
    for (key, state) in Self.states where jetsam.pages[state] == nil {
      if let value = integer(line, key) { jetsam.pages[state] = value }
    }
  }

  private static let states: [(StaticString, String)] = [
    ("\"active\"", "active"), ("\"inactive\"", "inactive"), ("\"free\"", "free"),
    ("\"speculative\"", "speculative"), ("\"throttled\"", "throttled"), ("\"wired\"", "wired"),
    ("\"purgeable\"", "purgeable"), ("\"fileBacked\"", "fileBacked"),
    ("\"anonymous\"", "anonymous"),
  ]

  private func size(_ line: Span<UInt8>, _ key: StaticString, _ source: Source) -> Quantity? {
    guard let bytes = integer(line, key), bytes <= Quantity.largestBelieved else { return nil }
    return Quantity(bytes: bytes, source: source)
  }

  private func integer(_ line: Span<UInt8>, _ key: StaticString) -> Int? {
    guard let start = valueStart(line, key) else { return nil }
    let end = (start..<line.count).first { line[$0].decimalDigit == nil } ?? line.count
    return line.integer(start..<end)
  }

  private func string(_ line: Span<UInt8>, _ key: StaticString) -> String? {
    guard let start = valueStart(line, key), line.starts(with: "\"", at: start),
      let end = line.firstIndex(of: UInt8(ascii: "\""), in: (start + 1)..<line.count)
    else { return nil }
    return line.text((start + 1)..<end)
  }

  /// Where the value of a key begins: behind blanks and a colon.
  private func valueStart(_ line: Span<UInt8>, _ key: StaticString) -> Int? {
    guard let place = line.firstIndex(of: key) else { return nil }
    let rest = line.trimmed((place + key.utf8CodeUnitCount)..<line.count)
    guard line.starts(with: ":", at: rest.lowerBound) else { return nil }
    return line.trimmed((rest.lowerBound + 1)..<rest.upperBound).lowerBound
  }
}
