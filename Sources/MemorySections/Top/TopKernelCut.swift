/// Extracts the kernel from the first sample of top: the line PhysMem and the row of kernel_task.
///
/// ```
/// PhysMem: 477M wired, 1388M active, 694M inactive, 2560M used, 1527M free.
/// PID    COMMAND          %CPU TIME     RSIZE
/// 0      kernel_task      3.1  01:12:09 416M
/// ```
public final class TopKernelCut: KernelCut {
  private var splitter = LineSplitter()
  private var lines: Lines

  /// Creates a cut.
  ///
  /// - Parameter keep: receives each kept line, without its line end.
  public init(keep: @escaping (Span<UInt8>) -> Void) {
    lines = Lines(keep: keep)
  }

  /// The ranges of lines kept so far, by line number in the whole text.
  public var keptLines: [ClosedRange<Int>] { lines.kept.map { $0...$0 } }

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
    private(set) var kept: [Int] = []
    private var words: [Range<Int>] = []
    private var hasMemory = false
    private var hasHeader = false
    private var hasKernel = false

    init(keep: @escaping (Span<UInt8>) -> Void) {
      self.keep = keep
    }

    var wantedLineStarts: ByteSet? { hasMemory && hasKernel ? "" : nil }

    mutating func read(_ line: Span<UInt8>, number: Int, isOverlong: Bool) {
      if !hasMemory, line.starts(with: "PhysMem: ") {
        hasMemory = true
      } else if !hasHeader, line.starts(with: "PID ") {
        hasHeader = true
      } else if hasHeader, !hasKernel, isKernel(line) {
        hasKernel = true
      } else {
        return
      }
      keep(line)
      kept.append(number)
    }

    private mutating func isKernel(_ line: Span<UInt8>) -> Bool {
      line.words(into: &words)
      return words.count > 1 && line.matches("kernel_task", words[1])
    }
  }
}
