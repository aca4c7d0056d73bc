/// Tracks the frames of a footprint text: which lines open a process, and which belong to it.
///
/// ```
/// ======================================================================
/// WindowServer [391]: 64-bit    Footprint: 1392 MB (16384 bytes per page)
/// ======================================================================
/// ```
///
/// With -v, a dump of every region of every process comes first; it can take hundreds of MB.
/// Source: <doc:FootprintFormats#Order>, <doc:FootprintFormats#Process-header>.
struct FootprintFrames {
  private var state = State.preamble

  /// The role of a line.
  enum Place {
    case preamble
    case regionDump
    case openingRule
    case header
    case headerText
    case closingRule
    case body
  }

  private enum State {
    case preamble
    case regionDump
    case afterOpeningRule
    case afterHeader
    case body
  }

  /// Whether only rules and the few marks between them matter.
  var isInRegionDump: Bool { state == .regionDump }

  /// Whether a header was read, but neither its closing rule nor a table yet.
  var isInHeader: Bool { state == .afterHeader }

  /// The role of the next line.
  mutating func place(of line: Span<UInt8>) -> Place {
    if Self.isRule(line) {
      let closes = state == .afterHeader
      state = closes ? .body : .afterOpeningRule
      return closes ? .closingRule : .openingRule
    }
    // A header counts even without its rule, and a table ends the text of a header. A missing or an
    // extra line cannot misalign the frames.
    if state != .regionDump, FootprintHeader.isLike(line) {
      state = .afterHeader
      return .header
    }
    switch state {
    case .afterOpeningRule:
      let isHeader = !line.trimmedLine.isEmpty
      state = isHeader ? .afterHeader : .body
      return isHeader ? .header : .body
    case .afterHeader:
      guard Self.beginsBlock(line) else { return .headerText }
      state = .body
      return .body
    case .body: return .body
    case .regionDump: return .regionDump
    case .preamble:
      guard line.firstIndex(of: "[object-id]") != nil else { return .preamble }
      state = .regionDump
      return .regionDump
    }
  }

  private static func beginsBlock(_ line: Span<UInt8>) -> Bool {
    line.starts(with: "Auxiliary data:")
      || line.starts(with: " Category", at: line.trimmedLine.upperBound - 9)
  }

  private static func isRule(_ line: Span<UInt8>) -> Bool {
    line.isRun(of: UInt8(ascii: "="), line.trimmedLine, atLeast: 60)
  }
}

/// The line between two rules.
enum FootprintHeader {
  case process(FootprintProcess)
  case sharedCache
  case summary(FootprintSummary)

  /// Whether the line can only be a header, in any position.
  ///
  /// Process names occur in other lines too and may resemble any of the three forms. The whole line
  /// must match.
  static func isLike(_ line: Span<UInt8>) -> Bool {
    guard line.count > 0, !line[0].isBlank, !line.starts(with: "Shared with ") else {
      return false
    }
    if let bits = placeOfBits(in: line) {
      let rest = bits + 9
      return rest == line.count || line.starts(with: " (translated)", at: rest)
        || line.starts(with: "    Footprint: ", at: rest)
    }
    if line.starts(with: "Summary Footprint: ") {
      return line.footprintSize(line.trimmed(19..<line.count), pageSize: 1, at: nil) != nil
    }
    return line.starts(with: "Shared Cache ") && isUUID(line, line.trimmed(13..<line.count))
  }

  private static func isUUID(_ line: Span<UInt8>, _ word: Range<Int>) -> Bool {
    word.count == 36
      && word.allSatisfy { line[$0].hexadecimalDigit != nil || line[$0] == UInt8(ascii: "-") }
  }

  /// Parses a header line; nil when it is not one.
  ///
  /// A process may have a name like the other two forms, hence the process form is tried first. A
  /// summary without a unit is in pages of `pageSize` bytes.
  init?(_ line: Span<UInt8>, pageSize: Int?, at source: Source) {
    if let process = Self.process(line, at: source) {
      self = .process(process)
    } else if line.starts(with: "Summary Footprint: ") {
      let range = line.trimmed(19..<line.count)
      guard let size = line.footprintSize(range, pageSize: pageSize, at: source) else {
        return nil
      }
      self = .summary(FootprintSummary(footprint: size, line: source.line))
    } else if line.starts(with: "Shared Cache ") {
      self = .sharedCache
    } else {
      return nil
    }
  }

  /// Parses `NAME [PID]: 64-bit (translated)    Footprint: 13 MB (16384 bytes per page)`.
  ///
  /// The name may contain brackets; the last ` [digits]: ` counts.
  private static func process(_ line: Span<UInt8>, at source: Source) -> FootprintProcess? {
    guard let bits = placeOfBits(in: line),
      let open = (0..<bits).last(where: { line[$0] == UInt8(ascii: "[") }), open > 0,
      let pid = line.integer((open + 1)..<bits)
    else { return nil }
    var footprint: Quantity?
    var pageSize: Int?
    if let place = line.firstIndex(of: "Footprint: ", from: bits) {
      // The blank before the bracket may belong to the label: then there is no size between.
      guard let bracket = line.firstIndex(of: " (", from: place + 11) else { return nil }
      let end = line.firstIndex(of: UInt8(ascii: " "), in: (bracket + 2)..<line.count)
      pageSize = end.flatMap { line.integer((bracket + 2)..<$0) }
      footprint = line.footprintSize((place + 11)..<bracket, pageSize: pageSize, at: source)
      if footprint == nil { return nil }
    }
    return FootprintProcess(
      name: line.text(line.trimmed(0..<open)), pid: pid,
      isTranslated: line.firstIndex(of: "(translated)", from: bits) != nil,
      footprint: footprint, pageSize: pageSize, line: source.line)
  }

  /// The last occurrence of `]: 64-bit` or `]: 32-bit`.
  private static func placeOfBits(in line: Span<UInt8>) -> Int? {
    (0..<line.count).last {
      line.starts(with: "]: 64-bit", at: $0) || line.starts(with: "]: 32-bit", at: $0)
    }
  }
}
