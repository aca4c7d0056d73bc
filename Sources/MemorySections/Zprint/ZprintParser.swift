/// Parses `zprint.txt` line by line, in every layout from 10.0 to 26.
///
/// Tables follow each other without a blank line; headings separate them:
///
/// ```
/// zone name                   size        size        size      #elts       #elts       inuse …
/// wired memory                                                     id         tag        size …
/// maps                                                           free        free        size …
/// zone views                                                                            inuse
/// ```
///
/// Source: <doc:ZprintFormats#Order-of-the-tables>.
struct ZprintParser: SectionParser {
  private var table = Table.preamble
  private var traits = ZprintTraits()
  private var zprint = Zprint(generation: ZprintTraits().generation)
  private var zoneReader: ZoneRowReader?
  private var paragraph = ZoneParagraphReader()
  private var rowReader = WiredRowReader()
  private var words: [Range<Int>] = []
  private(set) var failure: String?
  /// The last `TOTAL` line that the columns require; nil when they require none.
  private var lastTotal: String?
  private var hasLastTotal = false

  /// With -t or -w the last line is a total; the wired table ends with its own.
  var missingEnd: String? {
    if traits.hasWiredTable, !hasWiredTotal { return "it ends before the wired table's total" }
    if let lastTotal, !hasLastTotal { return "it ends before its line TOTAL \(lastTotal)" }
    let isNew = traits.hasTypedHeap || traits.hasSplitHeap
    let asksForTable = isNew && lastTotal == nil && !traits.hasNoColumns
    return asksForTable && !traits.hasWiredTable ? "it ends before its wired table" : nil
  }
  private var hasWiredTotal = false

  private enum Table {
    case preamble
    case zones
    case wired
    case maps
    case views
    case totals
    /// A table that occurred before: zprint ran with an interval.
    case repeated
  }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    let text = line.trimmedLine
    if text.isEmpty || line.isRun(of: UInt8(ascii: "-"), text, atLeast: 20) { return .furniture }
    if let name = ZoneParagraphReader.name(line), table != .wired {
      endParagraph()
      traits.hasNoColumns = true
      paragraph.begin(name, at: source)
      return .row
    }
    if readHeading(line) {
      endParagraph()
      return .furniture
    }
    if line.starts(with: "TOTAL ") { return readTotal(line, source) }
    switch table {
    case .zones: return readZone(line, source)
    case .wired: return readWired(line, source)
    case .maps: return Self.keep(rowReader.map(line, at: source), in: &zprint.maps)
    case .views: return Self.keep(rowReader.view(line, at: source), in: &zprint.views)
    case .repeated: return .furniture
    case .preamble, .totals: return readOutside(line, source)
    }
  }

  consuming func finish() -> Zprint? {
    endParagraph()
    zprint.generation = traits.generation
    let isEmpty =
      zprint.zones.isEmpty && zprint.wired.isEmpty && zprint.zonesRow == nil
      && zprint.totals.size == nil
    return isEmpty ? nil : zprint
  }

  private static func keep<Row>(_ row: Row?, in rows: inout [Row]) -> LineVerdict {
    guard let row else { return .unread }
    rows.append(row)
    return .rows(MemoryBudget.rowsOfKernelRow)
  }
}

/// Lines outside tables.
extension ZprintParser {
  /// A line of a paragraph, a row without a header, or zprint's reason for printing nothing.
  private mutating func readOutside(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    if paragraph.isOpen { return paragraph.read(line, at: source) }
    if zoneReader == nil, let columns = ZoneColumns(row: line) {
      begin(columns)
      return readZone(line, source)
    }
    readRefusal(line)
    return .unread
  }

  private mutating func endParagraph() {
    guard paragraph.isOpen, let zone = paragraph.end() else { return }
    traits.note(zone: zone.name)
    zprint.zones.append(zone)
  }

  /// `zprint: … (entitlement required or rate-limit exceeded)`, printed instead of the tables.
  private mutating func readRefusal(_ line: Span<UInt8>) {
    for reason in ["entitlement required or rate-limit exceeded", "try running as root"]
      as [StaticString] where line.firstIndex(of: reason) != nil
    {
      failure = "zprint was refused: \(reason)"
    }
  }
}

/// Headings: each begins a table and reveals the generation.
extension ZprintParser {
  private mutating func readHeading(_ line: Span<UInt8>) -> Bool {
    line.words(into: &words)
    if line.matches("ZONE", words[0]), words.count == 2 {
      traits.hasTotalsBlock = true
      table = .totals
      return true
    }
    guard words.count >= 3 else { return isUpperHeading(line) }
    if line.matches("zone", words[0]), line.matches("name", words[1]) {
      if zprint.zones.isEmpty { beginZones(line) } else { table = .repeated }
      return true
    }
    if line.matches("wired", words[0]), line.matches("memory", words[1]) {
      if traits.hasWiredTable {
        table = .repeated
        return true
      }
      traits.hasWiredTable = true
      rowReader.hasPeak = words.contains { line.matches("waste", $0) }
      traits.wiredTableHasPeak = rowReader.hasPeak
      table = .wired
      return true
    }
    if line.matches("zone", words[0]), line.matches("views", words[1]) {
      traits.hasViews = true
      table = .views
      return true
    }
    if line.matches("maps", words[0]), line.matches("free", words[1]) {
      table = .maps
      return true
    }
    return isUpperHeading(line)
  }

  /// The first of a heading's two lines: only column words and no name.
  private func isUpperHeading(_ line: Span<UInt8>) -> Bool {
    guard line[0].isBlank else { return false }
    let known: [StaticString] = [
      "elem", "cur", "max", "alloc", "frag", "free", "total", "kmod", "vm", "peak", "largest",
    ]
    return words.allSatisfy { word in known.contains { line.matches($0, word) } }
  }

  private mutating func beginZones(_ line: Span<UInt8>) {
    guard let columns = ZoneColumns(header: line) else {
      failure = "unknown zone header: \(line.text(line.trimmedLine))"
      table = .preamble
      return
    }
    begin(columns)
    if columns.optional.contains(.lifetime) {
      lastTotal = "ALLOCS"
    } else if !columns.optional.isEmpty {
      lastTotal = "WASTED"
    }
    // With -w the last two totals of 10.13.4 and later are FRAGMENTED and COLLECTABLE.
    if lastTotal == "WASTED", columns.optional.contains(.fragmented) { lastTotal = "COLLECTABLE" }
  }

  private mutating func begin(_ columns: ZoneColumns) {
    traits.note(columns)
    zoneReader = ZoneRowReader(columns: columns)
    table = .zones
  }
}

/// Rows.
extension ZprintParser {
  private mutating func readZone(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    guard let zone = zoneReader?.zone(line, at: source) else { return .unread }
    traits.note(zone: zone.name)
    zprint.zones.append(zone)
    return .rows(MemoryBudget.rowsOfKernelRow)
  }

  private mutating func readWired(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    if line.starts(with: "zones "), let zones = rowReader.zonesRow(line, at: source) {
      zprint.zonesRow = zones
      return .row
    }
    // Counts of tagged elements, not bytes; only debug kernels print them.
    if line.starts(with: "zone tags ") { return .furniture }
    if line.starts(with: "total "), let total = wiredTotal(line, source) {
      hasWiredTotal = true
      zprint.printedTotal = total
      return .row
    }
    let row = rowReader.wired(line, at: source)
    if let row, row.kind == .breakdown, row.name.contains("[size.") { traits.hasTypedHeap = true }
    return Self.keep(row, in: &zprint.wired)
  }

  /// `total      2011.31M of 2101.52M`, in MiB with two decimals.
  private mutating func wiredTotal(_ line: Span<UInt8>, _ source: Source) -> WiredTotal? {
    line.words(into: &words)
    guard words.count == 4, line.matches("of", words[2]),
      let accounted = line.hundredthsOfMebibytes(words[1], at: source),
      let wired = line.hundredthsOfMebibytes(words[3], at: source)
    else { return nil }
    return WiredTotal(accounted: accounted, wired: wired)
  }

  /// `TOTAL SIZE   = 920734440`, in bytes.
  private mutating func readTotal(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    line.words(into: &words)
    guard words.count == 4, line.matches("=", words[2]) else { return .unread }
    let name = line.text(words[1])
    if name == lastTotal { hasLastTotal = true }
    guard let bytes = line.integer(words[3]),
      bytes <= Quantity.largestBelieved || name == "ALLOCS"
    else {
      // Unsigned; underflows where sizes are redacted (<doc:ZprintFormats#Known-defects>, defect
      // 5): unknown.
      return name == "WASTED" || name == "FRAGMENTED" ? .furniture : .unread
    }
    let total = Quantity(bytes: bytes, source: source)
    switch name {
    case "SIZE": zprint.totals.size = total
    case "USED": zprint.totals.used = total
    case "ALLOCS": zprint.totals.allocated = total
    case "WASTED": zprint.totals.wasted = total
    case "FRAGMENTED": zprint.totals.fragmented = total
    case "COLLECTABLE": zprint.totals.collectable = total
    default: return .unread
    }
    return .row
  }
}
