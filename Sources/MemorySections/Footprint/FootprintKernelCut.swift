/// Extracts the kernel from a footprint text: kernel_task, the summary and the system data.
///
/// The output is again a footprint text with unchanged lines (line ends become LF). Other processes
/// and the region dump are removed.
public final class FootprintKernelCut: KernelCut {
  private var splitter = LineSplitter()
  private var lines: Lines

  /// Creates a cut.
  ///
  /// - Parameter keep: receives each kept line, without its line end.
  public init(keep: @escaping (Span<UInt8>) -> Void) {
    lines = Lines(keep: keep)
  }

  /// The ranges of lines kept so far, by line number in the whole text.
  public var keptLines: [ClosedRange<Int>] { lines.kept }

  /// Whether lines of the kernel were left out, since they are in more ranges than are kept.
  public var isCut: Bool { lines.isCut }

  /// Whether the member is the output of `footprint -j`.
  public var isJSON: Bool { lines.isJSON }

  /// The most ranges of lines; a real footprint has five.
  static let mostRanges = 10_000

  /// Reads the member's next bytes, split anywhere.
  public func read(_ bytes: RawSpan) {
    splitter.split(bytes, into: &lines)
  }

  /// Ends the member.
  ///
  /// - Parameter isWhole: false when the member was cut short; half a line at its end is dropped.
  public func finish(isWhole: Bool) {
    if isWhole { splitter.finish(into: &lines) }
  }

  /// Decides for each line.
  private struct Lines: LineReader {
    let keep: (Span<UInt8>) -> Void
    private(set) var kept: [ClosedRange<Int>] = []
    private(set) var isCut = false
    private(set) var isJSON = false
    private var frames = FootprintFrames()
    /// The frames of the kept lines, as a parser of the output will see them.
    private var keptFrames = FootprintFrames()
    private var isKept = false
    /// The page size in bytes, from the last header that states it.
    private var pageSize: Int?
    /// The rule above a header, held until the header shows the process.
    private var rule: (text: [UInt8], line: Int)?

    /// Only lines are asked for: the cut keeps no numbers.
    private let path = SourcePath("")

    init(keep: @escaping (Span<UInt8>) -> Void) {
      self.keep = keep
    }

    var wantedLineStarts: ByteSet? { frames.isInRegionDump ? "=V" : nil }

    mutating func read(_ line: Span<UInt8>, number: Int, isOverlong: Bool) {
      if number == 1 { isJSON = line.starts(with: "{", at: line.trimmedLine.lowerBound) }
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
        // An array's `span` is not available on macOS 15.
        if let rule { rule.text.withUnsafeBufferPointer { give($0.span, rule.line) } }
        give(line, number)
      }
      rule = nil
    }

    /// Whether this line of another process ends a kept header that has no end of its own.
    ///
    /// Without it, the next header's opening rule would pass for the end, and that header for a
    /// row.
    private func endsKeptHeader(_ line: Span<UInt8>) -> Bool {
      guard keptFrames.isInHeader else { return false }
      var after = keptFrames
      _ = after.place(of: line)
      return !after.isInHeader
    }

    private mutating func give(_ line: Span<UInt8>, _ number: Int) {
      guard kept.count < FootprintKernelCut.mostRanges else {
        isCut = true
        return
      }
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
