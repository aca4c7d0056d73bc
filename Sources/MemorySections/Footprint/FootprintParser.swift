/// Parses `footprint-all.txt` line by line, narrow or wide, with or without a region dump.
///
/// ```
/// ======================================================================
/// sleep [39461]: 64-bit    Footprint: 832 KB (16384 bytes per page)
/// ======================================================================
///
///   Dirty      Clean  Reclaimable    Regions    Category
///     ---        ---          ---        ---    ---
///  240 KB        0 B          0 B          8    MALLOC metadata
///     ---        ---          ---        ---    ---
///  832 KB      48 KB          0 B        360    TOTAL
///
/// Auxiliary data:
///     phys_footprint: 848 KB
///     phys_footprint_peak: 864 KB
/// ```
///
/// A text that begins with `{` is footprint's JSON: `FootprintJSON` reads it.
///
/// Source: <doc:FootprintFormats>.
struct FootprintParser: SectionParser {
  private var json: FootprintJSON?
  private var isBegun = false
  private var frames = FootprintFrames()
  private var footprint = Footprint()
  private var owner = Owner.nobody
  private var block = Block.none
  /// The sharers of the next table's memory; nil for a table of the owner's own memory.
  private var sharers: String?
  private var words: [Range<Int>] = []
  /// The page size in bytes, from the last header that states it; `-f pages` prints sizes in pages.
  private var pageSize: Int?
  private var errorCount = 0

  /// Half a number would pass for a whole one.
  var readsUnendedLine: Bool { json != nil }

  /// JSON may be one line; before the first line is read, the text may be either.
  var lineBreak: UInt8? { isBegun && json == nil ? nil : UInt8(ascii: ",") }

  /// The missing end of a text: its summary, or the TOTAL row of a single process.
  ///
  /// With two or more processes the summary comes last, with a table if the processes have tables.
  var missingEnd: String? {
    if let json { return json.isOpen ? "it ends inside its JSON" : nil }
    let hasTables = footprint.processes.contains { $0.total != nil || !$0.categories.isEmpty }
    guard footprint.processes.count == 1, let process = footprint.processes.first else {
      guard let summary = footprint.summary else { return "it ends before its summary" }
      return hasTables && summary.total == nil ? "it ends in the table of its summary" : nil
    }
    return hasTables && process.total == nil ? "it ends in the table of \(process.name)" : nil
  }

  /// The owner of the following lines.
  private enum Owner {
    case nobody
    case process
    case sharedCache
    case summary
  }

  /// The type of lines in a body.
  private enum Block {
    case none
    case table(FootprintTable)
    case unknownTable
    case auxiliary
    case systemAuxiliary
  }

  /// In a region dump only rules matter, and the mark of an analysis at its end.
  var wantedLineStarts: ByteSet? { frames.isInRegionDump ? "=V" : nil }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    if !isBegun, let first = line.trimmedLine.first {
      isBegun = true
      if line[first] == UInt8(ascii: "{") { json = FootprintJSON() }
    }
    if json != nil { return json?.read(line, at: source) ?? .unread }
    switch frames.place(of: line) {
    case .preamble, .regionDump: return readPreamble(line)
    case .openingRule:
      owner = .nobody
      block = .none
      return .furniture
    case .closingRule:
      block = .none
      return .furniture
    case .header: return readHeader(line, source)
    case .headerText: return readHeaderText(line)
    case .body: return readBody(line, source)
    }
  }

  consuming func finish() -> Footprint? {
    if let json { footprint = json.footprint }
    return footprint.processes.isEmpty && footprint.summary == nil ? nil : footprint
  }

  private mutating func readPreamble(_ line: Span<UInt8>) -> LineVerdict {
    if line.starts(with: "VM Object Dirty Analysis: Enabled") {
      footprint.countsByObject = true
    } else if !frames.isInRegionDump {
      addMessage(line)
    } else if line.firstIndex(of: "[object-id]") != nil,
      footprint.messages.last?.hasSuffix("]") == true
    {
      // The line that reveals a dump follows the name of its first process; the name is not a
      // message.
      footprint.messages.removeLast()
    }
    return .furniture
  }

  private mutating func readHeader(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    sharers = nil
    switch FootprintHeader(line, pageSize: pageSize, at: source) {
    case .process(let process):
      owner = .process
      pageSize = process.pageSize ?? pageSize
      footprint.processes.append(process)
      return .rows(MemoryBudget.rowsOfProcess)
    case .summary(let summary):
      owner = .summary
      footprint.summary = summary
      return .row
    case .sharedCache:
      owner = .sharedCache
      return .furniture
    case nil:
      owner = .nobody
      return .unread
    }
  }

  /// Reads the text between a header and its closing rule: why a process could not be examined.
  private mutating func readHeaderText(_ line: Span<UInt8>) -> LineVerdict {
    let text = line.trimmedLine
    if !text.isEmpty, case .process = owner, errorCount < Footprint.keptErrors {
      errorCount += 1
      footprint.processes[footprint.processes.count - 1].errors.append(
        message(line, text))
    }
    return .furniture
  }

  private mutating func addMessage(_ line: Span<UInt8>) {
    let text = line.trimmedLine
    guard !text.isEmpty, footprint.messages.count < Footprint.keptMessages else { return }
    footprint.messages.append(message(line, text))
  }

  private func message(_ line: Span<UInt8>, _ text: Range<Int>) -> String {
    line.text(text.lowerBound..<min(text.upperBound, text.lowerBound + Footprint.keptMessageBytes))
  }
}

/// The lines below a header.
extension FootprintParser {
  private mutating func readBody(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    line.words(into: &words)
    guard let first = words.first else {
      block = .none
      return .furniture
    }
    if let opened = opening(line) {
      block = opened
      return .furniture
    }
    if FootprintTable.isHeader(line, words: words) {
      block = .unknownTable
      return .unread
    }
    if line.starts(with: "Shared with "), line.matches(":", last(line)) {
      sharers = line.text(12..<last(line).lowerBound)
      return .furniture
    }
    if line.isRun(of: UInt8(ascii: "-"), first, atLeast: 3) { return .furniture }
    switch block {
    case .table(let table): return readRow(line, table, source)
    case .unknownTable: return .unread
    case .auxiliary: return readAuxiliary(line, source)
    case .systemAuxiliary: return readSystemAuxiliary(line, source)
    case .none:
      // A row begins with a number; a row without a table has lost its heading.
      if line[first.lowerBound].decimalDigit != nil { return .unread }
      addMessage(line)
      return .furniture
    }
  }

  /// The block that a heading opens; nil when the line is not a heading.
  private func opening(_ line: Span<UInt8>) -> Block? {
    if line.starts(with: "Auxiliary data:") { return .auxiliary }
    if line.starts(with: "System auxiliary data:") { return .systemAuxiliary }
    return FootprintTable(header: line, words: words).map { .table($0) }
  }

  private func last(_ line: Span<UInt8>) -> Range<Int> {
    let end = line.trimmedLine.upperBound
    return (end - 1)..<end
  }

  private mutating func readRow(
    _ line: Span<UInt8>, _ table: FootprintTable, _ source: Source
  ) -> LineVerdict {
    guard let row = table.category(line, words: words, pageSize: pageSize, at: source) else {
      return .unread
    }
    if case .nobody = owner { return .unread }
    let isTotal = row.name == "TOTAL"
    if isTotal { block = .none }
    if let sharers {
      guard isTotal else { return .row }
      if case .process = owner {
        footprint.processes[footprint.processes.count - 1].shared.append(
          SharedMemory(with: sharers, total: row))
      }
      self.sharers = nil
      return .row
    }
    return add(row, isTotal: isTotal)
  }

  /// Adds a row to its owner; a row after the owner's total belongs to a table without a heading.
  private mutating func add(_ row: FootprintCategory, isTotal: Bool) -> LineVerdict {
    let place = footprint.processes.count - 1
    switch (owner, isTotal) {
    case (.process, _) where footprint.processes[place].total != nil: return .unread
    case (.process, true): footprint.processes[place].total = row
    case (.process, false):
      footprint.processes[place].categories.append(row)
      if footprint.processes[place].isKernel { return .rows(MemoryBudget.rowsOfKernelRow) }
    case (.summary, true): footprint.summary?.total = row
    case (.summary, false): footprint.summary?.categories.append(row)
    case (.sharedCache, _), (.nobody, _): break
    }
    return .row
  }

  /// `    phys_footprint: 848 KB`; other keys are counters and are ignored.
  private mutating func readAuxiliary(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    guard let (key, value) = keyAndValue(line) else { return .furniture }
    let isPeak = line.matches("phys_footprint_peak", key)
    guard isPeak || line.matches("phys_footprint", key) else { return .furniture }
    if case .nobody = owner { return .unread }
    guard case .process = owner else { return .furniture }
    let place = footprint.processes.count - 1
    guard let size = line.footprintSize(value, pageSize: pageSize, at: source) else {
      return .unread
    }
    if isPeak {
      footprint.processes[place].peak = size
    } else {
      footprint.processes[place].ledgerFootprint = size
    }
    return .row
  }

  private mutating func readSystemAuxiliary(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    guard let (key, value) = keyAndValue(line) else { return .unread }
    guard let size = line.roundedSize(value, at: source) else { return .furniture }
    footprint.system[line.text(key)] = size
    return .row
  }

  private func keyAndValue(_ line: Span<UInt8>) -> (key: Range<Int>, value: Range<Int>)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":"), in: 0..<line.count) else {
      return words.count == 3 ? (words[0], words[1].lowerBound..<words[2].upperBound) : nil
    }
    return (line.trimmed(0..<colon), line.trimmed((colon + 1)..<line.count))
  }
}
