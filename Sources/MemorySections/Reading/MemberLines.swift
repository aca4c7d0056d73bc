/// Cuts a member's bytes into lines for whoever wants to see them, as every parser does.
public final class MemberLines {
  /// The longest line in bytes; a longer one is given cut to it.
  public static let maximumLineLength = LineSplitter.maximumLineLength

  private var splitter = LineSplitter()
  private var lines: Lines

  /// Creates a splitter.
  ///
  /// - Parameter take: takes each line, without its line end, and whether it was cut to the limit.
  public init(take: @escaping (Span<UInt8>, Bool) -> Void) {
    lines = Lines(take: take)
  }

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

  private struct Lines: LineReader {
    let take: (Span<UInt8>, Bool) -> Void
    var wantedLineStarts: ByteSet? { nil }

    mutating func read(_ line: Span<UInt8>, number: Int, isOverlong: Bool) {
      take(line, isOverlong)
    }
  }
}
