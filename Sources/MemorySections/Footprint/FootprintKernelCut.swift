/// Cuts the kernel out of a footprint text: kernel_task, the summary, and the data of the system.
///
/// What it lets through is again a footprint text, in which every line stands as it was (line ends
/// become LF); the other processes and the region dump are left out.
public final class FootprintKernelCut {
  private var splitter = LineSplitter()
  private var lines: Lines

  /// Creates a cut.
  ///
  /// - Parameter keep: takes each line that is kept, without its line end.
  public init(keep: @escaping (Span<UInt8>) -> Void) {
    lines = Lines(keep: keep)
  }

  /// The ranges of lines that were kept so far, by their numbers in the whole text.
  public var keptLines: [ClosedRange<Int>] { lines.kept }

  /// Takes the member's next bytes, cut anywhere.
  public func read(_ bytes: RawSpan) {
    splitter.split(bytes, into: &lines)
  }

  /// Ends the member.
  ///
  /// - Parameter isWhole: false when the member broke off; its last, half line is then left out.
  public func finish(isWhole: Bool) {
    if isWhole { splitter.finish(into: &lines) }
  }

  /// Decides line by line.
  private struct Lines: LineReader {
    let keep: (Span<UInt8>) -> Void
    private(set) var kept: [ClosedRange<Int>] = []
    private var frames = FootprintFrames()
    /// The frames of what was kept, as whoever reads the cut will see them.
    private var keptFrames = FootprintFrames()
    private var isKept = false
    /// Bytes of a page, by the header last read that says so.
    private var pageSize: Int?
    /// The rule above a header, held back until the header tells whose it is.
    private var rule: (text: [UInt8], line: Int)?

    /// Only lines are asked for: the cut keeps no numbers.
    private let path = SourcePath("")

    init(keep: @escaping (Span<UInt8>) -> Void) {
      self.keep = keep
    }

    var wantedLineStarts: ByteSet? { frames.isInRegionDump ? "=V" : nil }

    mutating func read(_ line: Span<UInt8>, number: Int, isOverlong: Bool) {
      switch frames.place(of: line) {
      case .preamble, .regionDump:
        if line.starts(with: "VM Object Dirty Analysis:") { give(line, number) }
      case .openingRule:
        rule = (line.withUnsafeBufferPointer(Array.init), number)
        isKept = false
      case .header: readHeader(line, number)
      case .headerText: if isKept { give(line, number) }
      case .closingRule, .body: if isKept || endsKeptHeader(line) { give(line, number) }
      }
    }

    private mutating func readHeader(_ line: Span<UInt8>, _ number: Int) {
      switch FootprintHeader(line, pageSize: pageSize, at: Source(path: path, line: number)) {
      case .process(let process):
        pageSize = process.pageSize ?? pageSize
        isKept = process.isKernel
      case .summary: isKept = true
      case .sharedCache, nil: isKept = false
      }
      if isKept {
        // The span of an array itself is not in macOS 15.
        if let rule { rule.text.withUnsafeBufferPointer { give($0.span, rule.line) } }
        give(line, number)
      }
      rule = nil
    }

    /// Whether a header that was kept, and had no end of its own, ends with this line of another.
    ///
    /// Left out, the next header's opening rule would pass for the end, and that header for a row.
    private func endsKeptHeader(_ line: Span<UInt8>) -> Bool {
      guard keptFrames.isInHeader else { return false }
      var after = keptFrames
      _ = after.place(of: line)
      return !after.isInHeader
    }

    private mutating func give(_ line: Span<UInt8>, _ number: Int) {
      keep(line)
      _ = keptFrames.place(of: line)
      if let last = kept.last, last.upperBound + 1 == number {
        kept[kept.count - 1] = last.lowerBound...number
      } else {
        kept.append(number...number)
      }
    }
  }
}
