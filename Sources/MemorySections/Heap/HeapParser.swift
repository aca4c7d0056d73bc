internal import Platform

/// Parses the output of heap.
///
/// ```
/// Process 70940: 8 zones
///
/// All zones: 150732 nodes malloced - Sizes: 2048KB[5] 528KB[1] 16[24235]
///
/// Found:  1614 ObjC classes  447 Swift classes  333 C++ classes  266 CFTypes
///
/// -----------------------------------------------------------------------
/// All zones: 150732 nodes (48774664 bytes)
///
///    COUNT      BYTES       AVG   CLASS_NAME                                        TYPE    BINARY
///    =====      =====       ===   ==========                                        ====    ======
///    93066   38277243     411.3   non-object
///    13048     683568      52.4   CFString                                          ObjC    CoreFoundation
/// ```
///
/// Outputs before 11 have the lines and the table for each zone. Source: <doc:HeapFormats>.
struct HeapParser: SectionParser {
  private var examinations = ExaminationList<HeapProcess>()
  /// The places of the current process's classes by the text after their numbers.
  private var places: [String: Int] = [:]
  private var current = 0
  private var isInTable = false
  private var rows = 0
  private var words: [Range<Int>] = []

  /// The most classes of a text; a large app has ten thousand.
  private static let mostRows = 60_000

  var failure: String? { examinations.refusal }

  /// The missing end: the blocks by class, in an output that announces them.
  var missingEnd: String? {
    examinations.items.lazy.compactMap { process in
      process.classes.isEmpty && process.nodeCount.map { $0 > 0 } == true
        ? "it ends before the classes\(examinations.owner(process))" : nil
    }.first
  }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    guard !examinations.isOverfull else { return .unread }
    let count = examinations.items.count
    // In one expression with the next line, the list would be copied before it changes.
    let verdict = readLine(line, at: source)
    return examinations.verdict(verdict, since: count)
  }

  private mutating func readLine(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    if isInTable, let verdict = readClass(line, source) { return verdict }
    if let verdict = examinations.read(line, at: source) {
      turn()
      return verdict
    }
    line.words(into: &words)
    guard let first = words.first else { return .furniture }
    if HeapClassRow.isHeading(line, words) {
      isInTable = true
      return .furniture
    }
    if let counts = HeapLine(line, words, at: source) {
      isInTable = false
      take(counts, source)
      return .row
    }
    if line.matches("Process", first) { return readProcess(line, source) }
    if line.starts(with: "Active blocks in ") {
      examinations.change(at: source) { _ in }
      return .furniture
    }
    return readElsewhere(line, first)
  }

  consuming func finish() -> Heap? {
    let processes = examinations.finish().map(\.withTotal)
    return processes.allSatisfy(\.isBare) ? nil : Heap(processes: processes)
  }

  /// Begins with no classes when the text has turned to another process.
  private mutating func turn() {
    guard current != examinations.items.count else { return }
    current = examinations.items.count
    places = [:]
    isInTable = false
  }

  /// `Process 70940: 8 zones`.
  private mutating func readProcess(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    guard words.count > 3, line.starts(with: "zone", at: words[3].lowerBound),
      line[words[1].upperBound - 1] == UInt8(ascii: ":"),
      let pid = line.integer(words[1].lowerBound..<(words[1].upperBound - 1)),
      let count = line.integer(words[2])
    else { return .furniture }
    examinations.turn(to: pid, isRepeated: examinations.last?.zoneCount != nil, at: source)
    turn()
    examinations.change(at: source) { $0.zoneCount = count }
    return .row
  }

  private mutating func take(_ counts: HeapLine, _ source: Source) {
    // A second total of another number of blocks is of another process.
    let known = examinations.last?.nodeCount
    let isRepeated =
      counts.zone == nil && counts.nodes != nil && known != nil && known != counts.nodes
    examinations.turn(to: nil, isRepeated: isRepeated, at: source)
    turn()
    examinations.change(at: source) { $0.take(counts, at: source) }
  }

  /// Reads a row of the table; nil when the line ends the table.
  private mutating func readClass(_ line: Span<UInt8>, _ source: Source) -> LineVerdict? {
    line.words(into: &words)
    guard let first = words.first else { return .furniture }
    if let row = HeapClassRow.read(line, words, at: source) {
      guard rows < Self.mostRows else { return .unread }
      turn()
      add(row, line.text(words[3].lowerBound..<line.trimmedLine.upperBound), source)
      return .rows(MemoryBudget.rowsOfAllocator)
    }
    if line.isRun(of: UInt8(ascii: "="), first, atLeast: 3) { return .furniture }
    let isOther =
      line[first.lowerBound].decimalDigit == nil && line[first.lowerBound] != UInt8(ascii: ".")
    return isOther ? nil : .unread
  }

  /// Adds a row to the one with the same `key`: the row's text after its numbers.
  private mutating func add(_ row: HeapClass, _ key: String, _ source: Source) {
    let place = places[key]
    examinations.change(at: source) { process in
      if let place {
        process.classes[place].count = process.classes[place].count.addingSaturated(row.count)
        process.classes[place].bytes += row.bytes  // checked: quantities saturate
      } else {
        process.classes.append(row)
      }
    }
    guard place == nil else { return }
    rows += 1
    current = examinations.items.count
    places[key] = (examinations.last?.classes.count ?? 1) - 1
  }

  /// Reads a line outside of the table: noise, or a row that has lost its heading.
  private mutating func readElsewhere(_ line: Span<UInt8>, _ first: Range<Int>) -> LineVerdict {
    if line.isRun(of: UInt8(ascii: "."), first, atLeast: 3) { return .unread }
    let isRow =
      words.count > 3 && line.integer(first) != nil && line.isPrintedNumber(words[1])
      && line.isPrintedNumber(words[2])
    return isRow ? .unread : .furniture
  }
}

extension HeapProcess {
  /// Whether nothing is known of the process, or only that the tool refused.
  var isBare: Bool {
    !process.hasFacts && nodeCount == nil && classes.isEmpty && zones.isEmpty && zoneCount == nil
  }

  /// The most zones of a process; large apps have about thirty.
  private static let mostZones = 250

  /// The same process, its blocks added up from its zones where the text has no line for all zones.
  ///
  /// An output of a single zone leaves that line out.
  fileprivate var withTotal: HeapProcess {
    let counts = zones.compactMap(\.nodeCount)
    let sizes = zones.compactMap(\.nodeBytes)
    guard nodeCount == nil, nodeBytes == nil, !zones.isEmpty, counts.count == zones.count,
      zoneCount ?? zones.count == zones.count, zones.count < Self.mostZones
    else { return self }
    var process = self
    process.nodeCount = counts.reduce(0) { $0.addingSaturated($1) }
    let sum = sizes.sum()
    process.nodeBytes =
      sizes.count < zones.count ? nil : sizes.count == 1 ? sizes.first : sum
    return process
  }

  /// Takes the numbers of a line, of all zones or of one.
  fileprivate mutating func take(_ line: HeapLine, at source: Source) {
    if let name = line.zone {
      let place =
        zones.firstIndex { $0.name == name && $0.nodeCount.map { $0 == line.nodes } != false }
        ?? zones.endIndex
      if place == zones.endIndex {
        guard zones.count < Self.mostZones else { return }
        zones.append(HeapZone(name: name, line: source.line))
      }
      zones[place].size = line.size ?? zones[place].size
      zones[place].nodeCount = line.nodes ?? zones[place].nodeCount
      zones[place].nodeBytes = more(exact: line.bytes, than: zones[place].nodeBytes)
      return
    }
    nodeCount = line.nodes ?? nodeCount
    nodeBytes = more(exact: line.bytes, than: nodeBytes)
    if let histogram = line.histogram {
      histogramCount = histogram.count
      histogramBytes = histogram.count == line.nodes ? histogram.bytes : nil
      nodeBytes = nodeBytes ?? histogramBytes
    }
  }

  private func more(exact new: Quantity?, than old: Quantity?) -> Quantity? {
    guard let new, let old else { return new ?? old }
    return new.tolerance <= old.tolerance ? new : old
  }
}
