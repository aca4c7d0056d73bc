/// Parses the output of vmmap, with or without its list of regions.
///
/// ```
/// Physical footprint:         919.0M
/// ----
///
/// ReadOnly portion of Libraries: Total=1.8G resident=532.9M(29%) swapped_out_or_unallocated=1.3G(71%)
/// Writable regions: Total=5.3G written=521.1M(10%) resident=884.5M(16%) swapped_out=397.5M(7%) unallocated=4.1G(77%)
///
///                                 VIRTUAL RESIDENT    DIRTY  SWAPPED VOLATILE   NONVOL    EMPTY   REGION
/// REGION TYPE                        SIZE     SIZE     SIZE     SIZE     SIZE     SIZE     SIZE    COUNT (non-coalesced)
/// ===========                     ======= ========    =====  ======= ========   ======    =====  =======
/// MALLOC_SMALL                      83.5M    38.4M    28.8M    17.0M       0K       0K       0K       93         see MALLOC ZONE table below
/// TOTAL                              8.1G     1.5G   134.7M   400.3M       0K   404.5M    13.4M     7248
///
///                                   VIRTUAL   RESIDENT      DIRTY    SWAPPED ALLOCATION      BYTES DIRTY+SWAP          REGION
/// MALLOC ZONE                          SIZE       SIZE       SIZE       SIZE      COUNT  ALLOCATED  FRAG SIZE  % FRAG   COUNT
/// ===========                       =======  =========  =========  =========  =========  =========  =========  ======  ======
/// DefaultMallocZone_0x101e9c000       91.6M      38.6M      29.0M      17.2M     145414      45.9M       255K      1%      75
/// ```
///
/// Source: <doc:VmmapFormats>.
struct VmmapParser: SectionParser {
  private var examinations = ExaminationList<VmmapProcess>()
  private var block = Block.none
  /// The first line of a heading, above the one that names the table.
  private var above: [String] = []
  /// What is known of the current process beside its rows.
  private var scratch = VmmapScratch()
  /// How many processes are finished.
  private var settled = 0
  private var rows = 0
  private var unfinished: String?
  private var words: [Range<Int>] = []

  /// The most rows of tables: a text of fifty processes has 4,000.
  private static let mostRows = 40_000

  private enum Block {
    case none
    case totals(isWritable: Bool)
    case list
    case legend
    case types(VmmapColumns)
    case zones(VmmapColumns)
    case unknownTable
  }

  var failure: String? { examinations.refusal }

  var missingEnd: String? {
    var parser = self
    parser.settle(upTo: parser.examinations.items.count)
    return parser.unfinished
  }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    guard !examinations.isOverfull else { return .unread }
    let count = examinations.items.count
    // In one expression with the next line, the list would be copied before it changes.
    let verdict = readLine(line, at: source)
    return examinations.verdict(verdict, since: count)
  }

  private mutating func readLine(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    if case .list = block, let isSound = scratch.sums.read(line, at: source) {
      return isSound ? .summed : .unread
    }
    if let verdict = examinations.read(line, at: source) {
      settle(upTo: examinations.items.count - 1)
      return verdict
    }
    line.words(into: &words)
    guard let first = words.first else { return readBlankLine() }
    if let verdict = readTitle(line, source) ?? readHeading(line, first, source) { return verdict }
    if line.isRun(of: UInt8(ascii: "="), first, atLeast: 5) { return .furniture }
    switch block {
    case .types(let columns): return readType(line, columns, source)
    case .zones(let columns): return readZone(line, columns, source)
    case .unknownTable: return .unread
    case .totals(let isWritable): return readTotals(line, isWritable: isWritable, source)
    case .legend: return .furniture
    case .none, .list: return readElsewhere(line, source)
    }
  }

  consuming func finish() -> Vmmap? {
    settle(upTo: examinations.items.count)
    let processes = examinations.finish()
    return processes.allSatisfy(\.isBare) ? nil : Vmmap(processes: processes)
  }

  /// Ends the table of zones; other blocks have blank lines in them.
  private mutating func readBlankLine() -> LineVerdict {
    switch block {
    case .zones where examinations.last?.zones.isEmpty == false: block = .none
    case .types where examinations.last?.total != nil: block = .none
    case .totals, .unknownTable: block = .none
    default: break
    }
    return .furniture
  }

  /// Completes the processes before `end`, which no further line concerns.
  private mutating func settle(upTo end: Int) {
    while settled < end {
      let item = examinations.items[settled]
      unfinished = item.missingEnd(scratch, owner: examinations.owner(item)) ?? unfinished
      examinations.replace(settled) { $0.settle(scratch) }
      scratch = VmmapScratch()
      settled += 1
      above = []
      block = .none
    }
  }
}

/// Titles and headings.
extension VmmapParser {
  private mutating func turn(
    to pid: Int? = nil, name: String? = nil, isRepeated: Bool, _ source: Source
  ) {
    examinations.turn(to: pid, name: name, isRepeated: isRepeated, at: source)
    settle(upTo: examinations.items.count - 1)
  }

  private var hasTable: Bool { examinations.last?.regions.isEmpty == false }

  /// Reads a line that begins a part of the output; nil when the line is anything else.
  private mutating func readTitle(_ line: Span<UInt8>, _ source: Source) -> LineVerdict? {
    if line.starts(with: "Virtual Memory Map of process ") {
      let open = line.firstIndex(of: UInt8(ascii: "("), in: 30..<line.count) ?? line.count
      let close = line.trimmedLine.upperBound - 1
      let name = open + 1 < close ? line.text((open + 1)..<close) : nil
      turn(
        to: line.integer(line.trimmed(30..<open)), name: name, isRepeated: examinations.hasBody,
        source)
      block = .none
      return .row
    }
    if line.starts(with: "VM page size:"), words.count > 3 {
      guard let size = line.integer(words[3]), [4096, 16384].contains(size) else { return .unread }
      scratch.pageSize = size
      return .row
    }
    if line.starts(with: "==== ") { return readRuledTitle(line, source) }
    for (title, isWritable) in Self.totals where line.starts(with: title) {
      turn(isRepeated: isWritable ? scratch.hasWritable : scratch.hasLibraries, source)
      block = .totals(isWritable: isWritable)
      return readTotals(line, isWritable: isWritable, source)
    }
    guard line.starts(with: "No malloc zones") else { return nil }
    scratch.hasNoZones = true
    return .furniture
  }

  private static let totals: [(StaticString, isWritable: Bool)] = [
    ("ReadOnly portion of Libraries:", false), ("Writable regions:", true),
  ]

  /// `==== Summary for process 27270`, `==== Writable regions for process 27270`, `==== Legend`.
  private mutating func readRuledTitle(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    if line.firstIndex(of: " Legend") != nil {
      block = .legend
      return .furniture
    }
    guard let place = line.firstIndex(of: " for process ") else { return .furniture }
    let end = (place + 13..<line.count).first { line[$0].decimalDigit == nil } ?? line.count
    turn(to: line.integer((place + 13)..<end), isRepeated: hasTable, source)
    block = line.firstIndex(of: "regions") != nil ? .list : .none
    return .furniture
  }

  /// Reads a heading of a table; nil when the line is anything else.
  private mutating func readHeading(
    _ line: Span<UInt8>, _ first: Range<Int>, _ source: Source
  ) -> LineVerdict? {
    if line.matches("VIRTUAL", first) {
      above = words.map { line.text($0) }
      return .furniture
    }
    guard words.count > 2 else { return nil }
    if line.matches("REGION", first), line.matches("TYPE", words[1]) {
      let names = words.dropFirst(2).map { line.text($0) }
      if names.contains("START") {
        turn(isRepeated: hasTable, source)
        block = .list
        return .furniture
      }
      turn(isRepeated: hasTable, source)
      return open(VmmapColumns(regionTypes: names, below: above)) { .types($0) }
    }
    guard line.matches("MALLOC", first), line.matches("ZONE", words[1]) else { return nil }
    let columns = VmmapColumns(zones: words.dropFirst(2).map { line.text($0) }, below: above)
    guard columns != nil || line.matches("SIZE", words[2]) else { return nil }
    turn(isRepeated: examinations.last?.zones.isEmpty == false, source)
    return open(columns) { .zones($0) }
  }

  private mutating func open(
    _ columns: VmmapColumns?, _ block: (VmmapColumns) -> Block
  ) -> LineVerdict {
    above = []
    guard let columns else {
      self.block = .unknownTable
      return .unread
    }
    if columns.countsPages { scratch.countsPages = true }
    if columns.isBracketed { scratch.isBracketed = true }
    self.block = block(columns)
    return .furniture
  }
}

/// Rows.
extension VmmapParser {
  private mutating func readType(
    _ line: Span<UInt8>, _ columns: VmmapColumns, _ source: Source
  ) -> LineVerdict {
    guard rows < Self.mostRows, let type = columns.regionType(line, words, at: source) else {
      return .unread
    }
    let hasTotal = examinations.last?.total != nil
    let isRemainder = type.type.hasPrefix("TOTAL, minus")
    guard !hasTotal || isRemainder else { return .unread }
    rows += 1
    examinations.change(at: source) { process in
      if isRemainder {
        process.totalWithoutReserved = type
      } else if type.type == "TOTAL" {
        process.total = type
      } else {
        process.regions.append(type)
      }
    }
    return .rows(MemoryBudget.rowsOfRegionType)
  }

  private mutating func readZone(
    _ line: Span<UInt8>, _ columns: VmmapColumns, _ source: Source
  ) -> LineVerdict {
    guard rows < Self.mostRows, examinations.last?.zonesTotal == nil,
      let zone = columns.zone(line, words, at: source)
    else { return .unread }
    rows += 1
    examinations.change(at: source) { process in
      if zone.name == "TOTAL", zone.address == nil {
        process.zonesTotal = zone
      } else {
        process.zones.append(zone)
      }
    }
    return .rows(MemoryBudget.rowsOfAllocator)
  }

  /// `Total=1.8G resident=532.9M(29%)`; Mac OS X 10.5 continues on the next line.
  private mutating func readTotals(
    _ line: Span<UInt8>, isWritable: Bool, _ source: Source
  ) -> LineVerdict {
    var count = 0
    for word in words {
      guard let sign = line.firstIndex(of: UInt8(ascii: "="), in: word) else { continue }
      let end =
        line.firstIndex(of: UInt8(ascii: "("), in: sign..<word.upperBound) ?? word.upperBound
      guard let size = line.abbreviatedSize((sign + 1)..<end, at: source) else { return .unread }
      scratch.take(size, of: line.text(word.lowerBound..<sign), isWritable: isWritable)
      count += 1
    }
    guard count == 0 else { return .row }
    block = .none
    return readElsewhere(line, source)
  }

  /// Reads a line outside of tables: noise, or a row that has lost its heading.
  private mutating func readElsewhere(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    if line.firstIndex(of: "] ") != nil, line.firstIndex(of: "SM=") != nil,
      let isSound = scratch.sums.read(line, at: source)
    {
      examinations.change(at: source) { _ in }
      return isSound ? .summed : .unread
    }
    if line.isRun(of: UInt8(ascii: "."), line.trimmedLine, atLeast: 3) { return .unread }
    let values = words.dropFirst().count { line.isPrintedNumber($0) }
    return values > 1 && !line.starts(with: "Process") ? .unread : .furniture
  }
}
