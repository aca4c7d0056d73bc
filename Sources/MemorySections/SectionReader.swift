/// Takes a member's bytes as they come and ends up with a section.
public protocol SectionReading: AnyObject {
  /// Takes the member's next bytes, cut anywhere.
  func read(_ bytes: RawSpan)

  /// Ends the member.
  ///
  /// - Parameter isWhole: false when the member broke off; its last, half line is then not read.
  /// - Returns: what was read, and how much of the member that is.
  func finish(isWhole: Bool) -> Section
}

/// What may be read in the place of a line, without its line end; nil for the line itself.
public typealias LineRewrite = (Span<UInt8>) -> [UInt8]?

/// What each parser of a section does: one line at a time, in order.
///
/// A parser keeps rows, not lines, so that memory follows what a section says and not its length.
protocol SectionParser: SendableMetatype {
  /// What a member's text becomes.
  associatedtype Output: MemorySection

  /// Creates a parser that has read nothing.
  init()

  /// While set, only lines that begin with one of these bytes are given.
  var wantedLineStarts: ByteSet? { get }

  /// Reads the next line, without its line end.
  ///
  /// Every number that is taken from the line keeps its `source`.
  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict

  /// What was read, nil when no row was; then `failure` may say why.
  consuming func finish() -> Output?

  /// Why nothing can be read, where the parser knows.
  var failure: String? { get }

  /// What is missing at the end of a text that its tool did not finish; nil when nothing is.
  var missingEnd: String? { get }

  /// Whether a last line without a line end is read.
  ///
  /// False where half a line would pass for a whole one: `hw.memsize: 38654` of `38654705664`.
  var readsUnendedLine: Bool { get }

  /// Whether the beginning of a line above the limit is worth reading; the line stays unread, too.
  var readsCutLines: Bool { get }
}

extension SectionParser {
  var wantedLineStarts: ByteSet? { nil }
  var failure: String? { nil }
  var missingEnd: String? { nil }
  var readsUnendedLine: Bool { true }
  var readsCutLines: Bool { false }
}

/// The most that is kept of one member; what lies beyond is counted as unread.
///
/// The largest real member, the footprint of a thousand processes, has 40,000 rows in 4 MB.
enum SectionLimits {
  /// The most rows.
  static let rows = 200_000
  /// The most bytes of rows.
  static let rowBytes = 32 << 20
}

/// What a parser made of a line.
enum LineVerdict {
  /// The line held data, which was taken.
  case row
  /// A heading, a rule, a blank line or a message: understood, and no data.
  case furniture
  /// The line was not understood; it is counted, and kept with its number.
  case unread
}

/// Drives one parser over one member and keeps count.
final class SectionReader<Parser: SectionParser>: SectionReading {
  private let kind: SectionKind
  private let path: SourcePath
  private var splitter = LineSplitter()
  private var state: State

  init(_ parser: Parser, kind: SectionKind, member: String, rewrite: LineRewrite? = nil) {
    self.kind = kind
    path = SourcePath(member)
    state = State(parser: parser, path: path, rewrite: rewrite)
  }

  func read(_ bytes: RawSpan) {
    state.coverage.bytes += bytes.byteCount
    splitter.split(bytes, into: &state)
  }

  func finish(isWhole: Bool) -> Section {
    if isWhole, state.parser.readsUnendedLine || splitter.brokenLine == nil {
      splitter.finish(into: &state)
    } else {
      state.coverage.isWhole = isWhole
      if let line = splitter.brokenLine { state.coverage.addUnread(line, text: "(cut short)") }
    }
    state.coverage.endReason = state.parser.missingEnd
    if isWhole, !state.parser.readsUnendedLine, splitter.brokenLine != nil {
      state.coverage.endReason = state.coverage.endReason ?? "its last line has no line end"
    }
    let content = state.parser.finish()
    if content == nil {
      state.coverage.failure =
        state.parser.failure ?? (state.coverage.bytes == 0 ? "empty" : "no row was understood")
    }
    return Section(kind: kind, member: path.text, coverage: state.coverage, content: content)
  }

  /// The parser with its counts, apart from the splitter so that both can change at once.
  private struct State: LineReader {
    var parser: Parser
    let path: SourcePath
    let rewrite: LineRewrite?
    var coverage = Coverage()
    /// The bytes of the lines that were taken.
    var rowBytes = 0

    var wantedLineStarts: ByteSet? { parser.wantedLineStarts }

    mutating func read(_ line: Span<UInt8>, number: Int, isOverlong: Bool) {
      // Only the beginning of an overlong line is ever shown.
      let shown = isOverlong ? line.extracting(first: 1 << 12) : line
      if let rewritten = rewrite?(shown) {
        // The span of an array itself is not in macOS 15.
        rewritten.withUnsafeBufferPointer { take($0.span, number, isOverlong) }
      } else {
        take(line, number, isOverlong)
      }
    }

    private mutating func take(_ line: Span<UInt8>, _ number: Int, _ isOverlong: Bool) {
      let source = Source(path: path, line: number)
      if isOverlong, parser.readsCutLines { _ = parser.read(line, at: source) }
      let isRefused =
        isOverlong || coverage.rows >= SectionLimits.rows || rowBytes >= SectionLimits.rowBytes
      switch isRefused ? .unread : parser.read(line, at: source) {
      case .row:
        coverage.rows += 1
        rowBytes += line.count
      case .furniture: break
      case .unread:
        let text = coverage.keepsUnreadText ? line.text(0..<min(line.count, 200)) : ""
        coverage.addUnread(number, text: text)
      }
    }
  }
}
