/// Reads footprint's JSON (`footprint -j`), on one line or on many.
///
/// ```
/// {"unit":"byte","bytes per unit":1,"page size":16384,"total footprint":1000000000,
///  "processes":[{"pid":46998,"name":"AirLock","footprint":94000000,
///    "categories":{"MALLOC_SMALL":{"dirty":4096,"clean":0,"reclaimable":0,"regions":2}},
///    "auxiliary":{"phys_footprint":94000000,"phys_footprint_peak":98000000}}]}
/// ```
///
/// Source: <doc:FootprintFormats#JSON>.
struct FootprintJSON {
  private var values = Values()
  private var stream = JSONStream()

  /// What was read so far.
  var footprint: Footprint { values.footprint }

  /// Whether an object is not closed yet.
  var isOpen: Bool { stream.isOpen }

  /// Reads a line, or a part of it that ends after a comma.
  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    values.learned = 0
    values.source = source
    stream.read(line, into: &values)
    return values.learned > 0 ? .rows(values.learned) : .furniture
  }

  /// Receives the values.
  private struct Values: JSONReader {
    private(set) var footprint = Footprint()
    private var process: Process?
    private var row = Row()
    private var rows = 0

    /// The most rows: one line can hold many, and is read whole.
    private static let mostRows = 60_000

    private var bytesPerUnit = 1
    private var pageSize: Int?
    var source: Source?
    /// The rows that the current line's values need the memory of.
    var learned = 0

    func wantsLines(key: String, path: [String]) -> Bool { false }
    mutating func takeLine(_ line: Span<UInt8>, key: String) {}

    mutating func take(_ value: Span<UInt8>, key: String, path: [String]) {
      guard let list = path.firstIndex(of: "processes") else {
        takeWhole(value, key, path)
        return
      }
      let inner = path.dropFirst(list + 2)
      if inner.isEmpty {
        takeProcess(value, key)
      } else if inner.first == "categories", inner.count == 2 {
        row.take(size(value), count: value.integer(value.indices), key)
      } else if inner.first == "auxiliary", inner.count == 1 {
        if key == "phys_footprint" { begun.ledger = size(value) }
        if key == "phys_footprint_peak" { begun.peak = size(value) }
      } else if inner.first == "errors", inner.count == 1, begun.errors.count < 10 {
        begun.errors.append(text(value))
      }
    }

    private mutating func takeProcess(_ value: Span<UInt8>, _ key: String) {
      switch key {
      case "name": begun.name = text(value)
      case "pid": begun.pid = value.integer(value.indices)
      case "footprint": begun.footprint = size(value)
      case "page size": begun.pageSize = value.integer(value.indices)
      case "translated": begun.isTranslated = text(value) == "true" || text(value) == "1"
      default: break
      }
    }

    private mutating func takeWhole(_ value: Span<UInt8>, _ key: String, _ path: [String]) {
      if path.last == "summary" || path.count < 2 {
        switch key {
        case "bytes per unit":
          if let bytes = value.integer(value.indices), bytes > 0 { bytesPerUnit = bytes }
        case "page size": pageSize = value.integer(value.indices) ?? pageSize
        case "total footprint": setSummary(size(value))
        default: break
        }
      } else if path.last == "auxiliary", !path.contains("summary") {
        if footprint.system.count < 100, let size = size(value) { footprint.system[key] = size }
      }
      if path.dropLast().suffix(2) == ["summary", "categories"] {
        row.take(size(value), count: value.integer(value.indices), key)
      }
    }

    mutating func close(path: [String]) {
      if let list = path.firstIndex(of: "processes") {
        let inner = path.dropFirst(list + 2)
        if inner.first == "categories", inner.count == 2 { endRow(path.last ?? "") }
        if inner.isEmpty, path.count == list + 2 { endProcess() }
      } else if path.dropLast().suffix(2) == ["summary", "categories"] {
        endSummaryRow(path.last ?? "")
      }
    }

    /// The open process; the first of its values begins it.
    private var begun: Process {
      _read { yield process ?? Process(line: source?.line ?? 1) }
      _modify {
        // Changed in place: a copy of its categories for each row would take quadratic time.
        var open = process ?? Process(line: source?.line ?? 1)
        process = nil
        defer { process = open }
        yield &open
      }
    }

    private mutating func endRow(_ name: String) {
      guard let category = take(name) else { return }
      if name.lowercased() == "total" {
        begun.total = category
      } else {
        begun.categories.append(category)
      }
    }

    private mutating func endSummaryRow(_ name: String) {
      guard let category = take(name) else { return }
      if footprint.summary == nil { setSummary(.zero) }
      if name.lowercased() == "total" {
        footprint.summary?.total = category
      } else {
        footprint.summary?.categories.append(category)
      }
    }

    /// The finished row; nil when it has no size, or there are too many.
    private mutating func take(_ name: String) -> FootprintCategory? {
      defer { row = Row() }
      guard rows < Self.mostRows, let dirty = row.dirty else { return nil }
      rows += 1
      learned += 1
      return FootprintCategory(
        name: String(name.prefix(256)), detail: nil, dirty: dirty, swapped: row.swapped,
        clean: row.clean ?? .zero, reclaimable: row.reclaimable ?? .zero, wired: row.wired,
        regions: row.regions ?? 0, line: source?.line ?? 1)
    }

    private mutating func endProcess() {
      guard let ended = process, rows < Self.mostRows else { return }
      process = nil
      guard let name = ended.name, let pid = ended.pid else { return }
      rows += 1
      learned += MemoryBudget.rowsOfProcess
      footprint.processes.append(
        FootprintProcess(
          name: name, pid: pid, isTranslated: ended.isTranslated, footprint: ended.footprint,
          pageSize: ended.pageSize ?? pageSize, line: ended.line, peak: ended.peak,
          ledgerFootprint: ended.ledger, categories: ended.categories, total: ended.total,
          errors: ended.errors))
    }

    private mutating func setSummary(_ size: Quantity?) {
      guard let size, footprint.summary == nil else { return }
      learned += 1
      footprint.summary = FootprintSummary(footprint: size, line: source?.line ?? 1)
    }

    private func size(_ value: Span<UInt8>) -> Quantity? {
      guard let number = value.integer(value.indices), number >= 0 else { return nil }
      let (bytes, overflows) = number.multipliedReportingOverflow(by: bytesPerUnit)
      guard !overflows, bytes <= Quantity.largestBelieved else { return nil }
      return Quantity(bytes: bytes, source: source)
    }

    private func text(_ value: Span<UInt8>) -> String { value.text(0..<min(value.count, 256)) }
  }

  /// A process whose object is open.
  private struct Process {
    let line: Int
    var name: String?
    var pid: Int?
    var footprint: Quantity?
    var pageSize: Int?
    var isTranslated = false
    var peak: Quantity?
    var ledger: Quantity?
    var categories: [FootprintCategory] = []
    var total: FootprintCategory?
    var errors: [String] = []

    init(line: Int) { self.line = line }
  }

  /// A category whose object is open.
  private struct Row {
    var dirty: Quantity?
    var swapped: Quantity?
    var clean: Quantity?
    var reclaimable: Quantity?
    var wired: Quantity?
    var regions: Int?

    mutating func take(_ size: Quantity?, count: Int?, _ key: String) {
      switch key {
      case "dirty": dirty = size
      case "swapped": swapped = size
      case "clean": clean = size
      case "reclaimable": reclaimable = size
      case "wired": wired = size
      case "regions": regions = count
      default: break
      }
    }
  }
}
