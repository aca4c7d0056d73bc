/// Parses a member incrementally into a section.
public protocol SectionReading: AnyObject {
  /// Reads the member's next bytes, split anywhere.
  func read(_ bytes: RawSpan)

  /// Ends the member.
  ///
  /// - Parameter isWhole: false when the member was cut short; half a line at its end is not read.
  /// - Returns: the section with its coverage.
  func finish(isWhole: Bool) -> Section
}

/// Replaces a line before it is parsed, without its line end; nil keeps the line.
public typealias LineRewrite = (Span<UInt8>) -> [UInt8]?

/// A parser of a section: one line at a time, in order.
///
/// A parser keeps rows, not lines. Memory depends on a section's content and not on its length.
protocol SectionParser: SendableMetatype {
  /// The parsed content.
  associatedtype Output: MemorySection

  /// Creates an empty parser.
  init()

  /// If set, only lines that begin with one of these bytes are delivered.
  var wantedLineStarts: ByteSet? { get }

  /// Reads the next line, without its line end.
  ///
  /// Every number that is taken from the line keeps its `source`.
  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict

  /// The content; nil without any row, with the reason in `failure` if known.
  consuming func finish() -> Output?

  /// Why nothing was readable, if known.
  var failure: String? { get }

  /// The missing end of a text that its tool did not finish; nil when nothing is missing.
  var missingEnd: String? { get }

  /// Whether to parse a last line without a line end; false unless a parser says otherwise.
  ///
  /// Half a number would pass for a whole one: `hw.memsize: 38654` of `38654705664`.
  var readsUnendedLine: Bool { get }

  /// The byte after which an overlong line may be read in parts; nil for no part.
  var lineBreak: UInt8? { get }

  /// Whether the beginning of an overlong line is worth parsing; the line still counts as unread.
  var readsCutLines: Bool { get }
}

extension SectionParser {
  var wantedLineStarts: ByteSet? { nil }
  var failure: String? { nil }
  var missingEnd: String? { nil }
  var readsUnendedLine: Bool { false }
  var readsCutLines: Bool { false }
  var lineBreak: UInt8? { nil }
}

/// Limits for one member; anything beyond them counts as unread.
///
/// The largest real member, a footprint of a thousand processes, has 40,000 rows in 4 MB.
enum SectionLimits {
  /// The most rows.
  static let rows = 200_000
  /// The most bytes of rows.
  static let rowBytes = 32 << 20
  /// The most processes of a list.
  ///
  /// A busy Mac runs a thousand. A report keeps about 4 KiB for each of its best list.
  static let processes = 5000
}

/// The parser's verdict on a line.
enum LineVerdict {
  /// The line had data and was kept.
  case row
  /// Like `row`, but what was kept of the line needs the memory of so many rows.
  case rows(Int)
  /// The line had data that was added to a sum; nothing is kept of the line itself.
  case summed
  /// A heading, a rule, a blank line or a message: understood, but without data.
  case furniture
  /// The line was not understood; it is counted and kept with its number.
  case unread
}

/// Runs one parser over one member and counts.
final class SectionReader<Parser: SectionParser>: SectionReading {
  private let kind: SectionKind
  private let path: SourcePath
  private var splitter = LineSplitter()
  private var state: State

  init(
    _ parser: Parser, kind: SectionKind, member: String, rewrite: LineRewrite? = nil,
    budget: MemoryBudget = MemoryBudget()
  ) {
    self.kind = kind
    path = SourcePath(member)
    state = State(parser: parser, path: path, rewrite: rewrite, budget: budget)
  }

  func read(_ bytes: RawSpan) {
    state.coverage.bytes += bytes.byteCount
    splitter.split(bytes, into: &state)
  }

  func finish(isWhole: Bool) -> Section {
    let isCut = splitter.unfinishedStart.map(state.mayBeCut) ?? false
    if isWhole, !isCut {
      splitter.finish(into: &state)
    } else {
      state.coverage.isWhole = isWhole
      if let line = splitter.brokenLine { state.coverage.addUnread(line, text: "(cut short)") }
    }
    state.coverage.endReason = state.parser.missingEnd
    if isWhole, isCut {
      state.coverage.endReason = state.coverage.endReason ?? "its last line has no line end"
    }
    let content = state.parser.finish()
    if content == nil {
      state.coverage.failure =
        state.parser.failure ?? (state.coverage.bytes == 0 ? "empty" : "no row was understood")
    }
    return Section(kind: kind, member: path.text, coverage: state.coverage, content: content)
  }

  /// The parser with its counts, separate from the splitter to allow exclusive access to both.
  private struct State: LineReader {
    var parser: Parser
    let path: SourcePath
    let rewrite: LineRewrite?
    let budget: MemoryBudget
    var coverage = Coverage()
    /// The number and the total length of the kept lines.
    var keptRows = 0
    var rowBytes = 0

    var wantedLineStarts: ByteSet? { parser.wantedLineStarts }

    /// Whether half of a line that begins with `first` would pass for a whole one.
    ///
    /// JSON and markup need no line end; their last mark tells whether they are whole.
    func mayBeCut(_ first: UInt8) -> Bool {
      !parser.readsUnendedLine && !"{}]<".utf8.contains(first)
        && parser.wantedLineStarts?.contains(first) != false
    }
    var lineBreak: UInt8? { parser.lineBreak }

    mutating func read(_ line: Span<UInt8>, number: Int, isOverlong: Bool) {
      // Only the beginning of an overlong line is ever shown.
      let shown = isOverlong ? line.extracting(first: 1 << 12) : line
      if let rewritten = rewrite?(shown) {
        // An array's `span` is not available on macOS 15.
        rewritten.withUnsafeBufferPointer { take($0.span, number, isOverlong) }
      } else {
        take(line, number, isOverlong)
      }
    }

    private mutating func take(_ line: Span<UInt8>, _ number: Int, _ isOverlong: Bool) {
      let source = Source(path: path, line: number)
      if isOverlong, parser.readsCutLines { _ = parser.read(line, at: source) }
      let isRefused =
        isOverlong || keptRows >= SectionLimits.rows || rowBytes >= SectionLimits.rowBytes
        || !budget.hasRoom
      switch isRefused ? .unread : parser.read(line, at: source) {
      case .row: keep(rows: 1, of: line)
      case .rows(let rows): keep(rows: rows, of: line)
      case .summed: coverage.rows += 1
      case .furniture: break
      case .unread:
        let text = coverage.keepsUnreadText ? line.text(0..<min(line.count, 200)) : ""
        coverage.addUnread(number, text: text)
      }
    }

    private mutating func keep(rows: Int, of line: Span<UInt8>) {
      coverage.rows += 1
      keptRows += 1
      budget.take(rows: rows, textBytes: line.count)
      rowBytes += line.count  // checked: lines that were read
    }
  }
}
