/// Parses `vm_stat.txt` in its two forms.
///
/// ```
/// Mach Virtual Memory Statistics: (page size of 16384 bytes)
/// Pages free:                               48472.
/// ```
///
/// ```
/// Mach Virtual Memory Statistics: (page size of 4096 bytes)
///     free   active   specul inactive throttle    wired  prgable   faults     copy …
///  2421638   587734   248482   470014        0   466182    30197  6653125   311461 …
/// ```
///
/// A number too wide for its column is printed in thousands, with a `K`.
struct VMStatParser: SectionParser {
  private var vmStat: VMStat?
  private var columns: [VMStat.PageState?] = []
  private var samples = 0
  private var words: [Range<Int>] = []

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    line.words(into: &words)
    guard let first = words.first else { return .furniture }
    if line.starts(with: "Mach Virtual Memory Statistics:") { return readHeading(line) }
    guard vmStat != nil else { return .unread }
    if line.matches("free", first) {
      columns = words.map { Self.column(named: line.text($0)) }
      return .furniture
    }
    if line[first.lowerBound].decimalDigit != nil { return readSample(line, source) }
    return readCounter(line, source)
  }

  consuming func finish() -> VMStat? {
    guard var vmStat, !vmStat.pages.isEmpty else { return nil }
    vmStat.sampleCount = max(samples, 1)
    return vmStat
  }

  private mutating func readHeading(_ line: Span<UInt8>) -> LineVerdict {
    guard let place = line.firstIndex(of: "page size of ") else { return .unread }
    let start = place + 13
    let end = (start..<line.count).first { line[$0].decimalDigit == nil } ?? line.count
    guard let size = line.integer(start..<end), size > 0, size <= 1 << 20 else { return .unread }
    // The interval form repeats its heading every 20 samples.
    if vmStat == nil { vmStat = VMStat(pageSize: size) }
    return .furniture
  }

  /// Reads a row of the interval form; the first is kept, the others are counted.
  private mutating func readSample(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    guard !columns.isEmpty, words.count == columns.count else { return .unread }
    var sample: [VMStat.PageState: VMStat.PageCount] = [:]
    for (word, column) in zip(words, columns) {
      guard let count = count(line, word, source) else { return .unread }
      if let column { sample[column] = count }
    }
    if samples == 0 { vmStat?.pages = sample }
    samples += 1
    return .row
  }

  /// Reads a line of the plain form, such as `Pages wired down:   196244.`, with its period.
  private mutating func readCounter(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    // `Object cache: 12 hits of 139872 lookups (0% hit rate)`, up to 10.6.
    if line.starts(with: "Object cache:") { return .furniture }
    guard let last = words.last, line[last.upperBound - 1] == UInt8(ascii: "."),
      let colon = line.firstIndex(of: UInt8(ascii: ":"), in: 0..<line.count),
      let count = count(line, last.lowerBound..<(last.upperBound - 1), source)
    else { return .unread }
    if let state = Self.counters[line.text(0..<colon)] { vmStat?.pages[state] = count }
    return .row
  }

  private func count(_ line: Span<UInt8>, _ word: Range<Int>, _ source: Source) -> VMStat.PageCount?
  {
    if let pages = line.integer(word) {
      return VMStat.PageCount(pages: pages, tolerance: 0, source: source)
    }
    guard let last = word.last, line[last] == UInt8(ascii: "K"),
      let thousands = line.integer(word.lowerBound..<last)
    else { return nil }
    let (pages, overflows) = thousands.multipliedReportingOverflow(by: 1000)
    return overflows ? nil : VMStat.PageCount(pages: pages, tolerance: 999, source: source)
  }

  private static let counters: [String: VMStat.PageState] = [
    "Pages free": .free,
    "Pages active": .active,
    "Pages inactive": .inactive,
    "Pages speculative": .speculative,
    "Pages throttled": .throttled,
    "Pages wired down": .wired,
    "Pages purgeable": .purgeable,
    "File-backed pages": .fileBacked,
    "Anonymous pages": .anonymous,
    "Pages stored in compressor": .storedInCompressor,
    "Pages occupied by compressor": .occupiedByCompressor,
    "Pages tag-storage": .tagStorage,
    "Pages tag-storage non-tag pageable": .tagStorageLentPageable,
    "Pages tag-storage non-tag wired": .tagStorageLentWired,
  ]

  private static func column(named name: String) -> VMStat.PageState? {
    switch name {
    case "free": .free
    case "active": .active
    case "inactive": .inactive
    case "specul", "spec": .speculative
    case "throttle": .throttled
    case "wired", "wire": .wired
    case "prgable": .purgeable
    case "file-backed": .fileBacked
    case "anonymous": .anonymous
    case "cmprssed": .storedInCompressor
    case "cmprssor": .occupiedByCompressor
    default: nil
    }
  }
}
