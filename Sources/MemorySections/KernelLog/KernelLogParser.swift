/// Parses the lines `zone_map_exhaustion` in `system.log` or `kernel.log` and ignores all others.
///
/// ```
/// 2020-08-03 21:59:36.366262+0800 0x202 Default 0x0 0 0 kernel: zone_map_exhaustion: Zone map size 6126231552, capacity 6442450944 [jetsam limit 95%]
/// 2020-08-03 21:59:36.366266+0800 0x202 Default 0x0 0 0 kernel: zone_map_exhaustion: Largest zone kalloc.128, size 5229490176
/// ```
struct KernelLogParser: SectionParser {
  private var log = KernelLog()
  private var current: KernelLog.Exhaustion?

  /// The most exhaustions that are kept.
  private static let maximumKept = 200

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    let words: StaticString = "zone_map_exhaustion:"
    guard let place = line.firstIndex(of: words) else { return .furniture }
    let time = time(line, before: place)
    let rest = place + words.utf8CodeUnitCount
    if let at = line.firstIndex(of: "Zone map size ", from: rest) {
      if current?.zoneMapSize != nil { endExhaustion() }
      var exhaustion = current ?? KernelLog.Exhaustion(time: time, line: source.line)
      exhaustion.zoneMapSize = size(line, after: at + 14, source)
      if let capacity = line.firstIndex(of: "capacity ", from: at) {
        exhaustion.zoneMapCapacity = size(line, after: capacity + 9, source)
      }
      if let limit = line.firstIndex(of: "limit ", from: at) {
        exhaustion.limitPercent = line.integer(digits(line, limit + 6))
      }
      current = exhaustion
      return .row
    }
    for words: StaticString in ["Largest zone ", "largest zone "] {
      guard let at = line.firstIndex(of: words, from: rest),
        let name = line.zoneName(at: at + words.utf8CodeUnitCount)
      else { continue }
      let printed = line.firstIndex(of: "size ", from: name.upperBound)
      if current?.largestZoneSize != nil { endExhaustion() }
      var exhaustion = current ?? KernelLog.Exhaustion(time: time, line: source.line)
      exhaustion.largestZone = line.text(name)
      if let printed { exhaustion.largestZoneSize = size(line, after: printed + 5, source) }
      current = exhaustion
      return .row
    }
    return .row
  }

  consuming func finish() -> KernelLog? {
    endExhaustion()
    return log.exhaustionCount == 0 ? nil : log
  }

  /// An exhaustion has sizes; a line without any only mentions it.
  private mutating func endExhaustion() {
    guard let done = current else { return }
    current = nil
    guard done.zoneMapSize != nil || done.largestZoneSize != nil else { return }
    log.exhaustionCount += 1
    if log.exhaustions.count < Self.maximumKept {
      log.exhaustions.append(done)
    } else if let size = done.zoneMapSize?.bytes, size > log.fullest?.zoneMapSize?.bytes ?? 0 {
      log.exhaustions[Self.maximumKept - 1] = done
    }
  }

  private func digits(_ line: Span<UInt8>, _ start: Int) -> Range<Int> {
    guard start < line.count else { return line.count..<line.count }
    return start..<((start..<line.count).first { line[$0].decimalDigit == nil } ?? line.count)
  }

  private func size(_ line: Span<UInt8>, after start: Int, _ source: Source) -> Quantity? {
    line.exactSize(digits(line, start), at: source)
  }

  /// `2020-08-03 21:59:36.366262+0800`, or `Aug  3 21:59:36` in the older log.
  private func time(_ line: Span<UInt8>, before end: Int) -> String? {
    var words: [Range<Int>] = []
    line.extracting(first: min(end, 200)).words(into: &words)
    guard let first = words.first else { return nil }
    let count = line[first.lowerBound].decimalDigit != nil ? 2 : 3
    guard words.count >= count,
      line.firstIndex(of: UInt8(ascii: ":"), in: words[count - 1]) != nil
    else { return nil }
    return line.text(first.lowerBound..<words[count - 1].upperBound)
  }
}
