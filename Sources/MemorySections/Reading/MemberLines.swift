/// Splits a member's bytes into lines exactly as the parsers see them.
public final class MemberLines {
  /// The longest line in bytes; longer ones are cut.
  public static let maximumLineLength = LineSplitter.maximumLineLength

  private var splitter = LineSplitter()
  private var lines: Lines

  /// Creates a splitter.
  ///
  /// - Parameter take: receives each line without its line end, and whether it was cut.
  public init(take: @escaping (Span<UInt8>, Bool) -> Void) {
    lines = Lines(take: take)
  }

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

  private struct Lines: LineReader {
    let take: (Span<UInt8>, Bool) -> Void
    var wantedLineStarts: ByteSet? { nil }

    mutating func read(_ line: Span<UInt8>, number: Int, isOverlong: Bool) {
      take(line, isOverlong)
    }
  }
}
