/// Parses `jetsam_priority.csv`; the first line names the columns, and their order is free.
///
/// ```
/// name,pid,priority,priority_name,footprint,footprint_peak
/// SpringBoard,547,160,HOME,94208,141216
/// ```
///
/// Footprints are whole kilobytes of 1024 bytes.
struct JetsamPriorityParser: SectionParser {
  private var list = JetsamPriority()
  private var columns: Columns?
  private var fields: [Range<Int>] = []

  private struct Columns {
    let count: Int
    let name: Int
    let pid: Int
    let footprint: Int
    let peak: Int?
  }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    if line.trimmedLine.isEmpty { return .furniture }
    split(line)
    guard let columns else {
      columns = header(line)
      return columns == nil ? .unread : .furniture
    }
    guard !list.processes.isFull, fields.count == columns.count,
      let pid = line.integer(fields[columns.pid]),
      !fields[columns.name].isEmpty,
      case .some(let footprint) = size(line, fields[columns.footprint], source)
    else { return .unread }
    let peak = columns.peak.flatMap { size(line, fields[$0], source) } ?? nil
    list.processes.append(
      ListedProcess(
        name: line.text(fields[columns.name]), pid: pid, footprint: footprint, lifetimePeak: peak,
        line: source.line))
    return .row
  }

  consuming func finish() -> JetsamPriority? { list.processes.isEmpty ? nil : list }

  private func header(_ line: Span<UInt8>) -> Columns? {
    func place(_ name: StaticString) -> Int? { fields.firstIndex { line.matches(name, $0) } }
    guard let name = place("name"), let pid = place("pid"), let footprint = place("footprint")
    else { return nil }
    return Columns(
      count: fields.count, name: name, pid: pid, footprint: footprint,
      peak: place("footprint_peak"))
  }

  /// The size in a field: inner nil when the field is empty or a dash, outer nil when it is unreadable.
  private func size(_ line: Span<UInt8>, _ field: Range<Int>, _ source: Source) -> Quantity?? {
    if field.isEmpty || line.matches("-", field) { return .some(nil) }
    guard let number = line.integer(field), number <= Quantity.largestBelieved >> 10 else {
      return nil
    }
    // Whether the tool rounds is not known.
    return Quantity(bytes: number << 10, tolerance: 1023, source: source)
  }

  /// The fields of the line, without quotes; a comma between quotes separates nothing.
  private mutating func split(_ line: Span<UInt8>) {
    fields.removeAll(keepingCapacity: true)
    var start = 0
    var isQuoted = false
    for index in 0...line.count {
      let isEnd = index == line.count
      if !isEnd, line[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard isEnd || !isQuoted && line[index] == UInt8(ascii: ",") else { continue }
      var field = line.trimmed(start..<index)
      if field.count >= 2, line[field.lowerBound] == UInt8(ascii: "\""),
        line[field.upperBound - 1] == UInt8(ascii: "\"")
      {
        field = (field.lowerBound + 1)..<(field.upperBound - 1)
      }
      fields.append(field)
      start = index + 1
    }
  }
}
