import Testing

@testable import MemorySections

/// Lines from chunks split anywhere.
@Suite struct LineSplitterTests {
  /// Collects the lines that it receives.
  private struct Collector: LineReader {
    var wantedLineStarts: ByteSet?
    var lines: [String] = []
    var numbers: [Int] = []
    var overlong: [Int] = []

    mutating func read(_ line: Span<UInt8>, number: Int, isOverlong: Bool) {
      lines.append(isOverlong ? "(\(line.count))" : line.text(0..<line.count))
      numbers.append(number)
      if isOverlong { overlong.append(number) }
    }
  }

  private func split(
    _ bytes: [UInt8], chunk: Int, wanted: ByteSet? = nil
  ) -> (Collector, LineSplitter) {
    var splitter = LineSplitter()
    var collector = Collector(wantedLineStarts: wanted)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      let piece = Array(bytes[start..<min(start + chunk, bytes.count)])
      piece.withUnsafeBytes { splitter.split($0.bytes, into: &collector) }
    }
    return (collector, splitter)
  }

  private func lines(_ text: String, chunk: Int) -> [String] {
    var (collector, splitter) = split(Array(text.utf8), chunk: chunk)
    splitter.finish(into: &collector)
    return collector.lines
  }

  @Test(
    arguments: [
      ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]),
      ("a\r\nb\r\n", ["a", "b"]), ("a\r\n\r\nb", ["a", "", "b"]), ("a\rb\n", ["a\rb"]),
      ("a\r\r\n", ["a"]), ("\r\r\nb\r\r", ["", "b"]), ("a\r\rb\n", ["a\r\rb"]),
      ("\n\n\n", ["", "", ""]), ("a\u{0}b\n\u{0}\n", ["a\u{0}b", "\u{0}"]),
      ("a\r", ["a"]),
    ], [1, 2, 3, 7, 4096])
  func linesDoNotDependOnChunks(_ row: (text: String, lines: [String]), _ chunk: Int) {
    #expect(lines(row.text, chunk: chunk) == row.lines)
  }

  @Test func linesAreNumberedFromOneAlsoThoseNotWanted() {
    let (collector, splitter) = split(Array("=a\nb\n\n=c\n d\n".utf8), chunk: 4, wanted: "=")
    #expect(collector.lines == ["=a", "", "=c"])
    #expect(collector.numbers == [1, 3, 4])
    #expect(splitter.lineCount == 5)
  }

  @Test(
    arguments: [("a\nb", 2), ("a\n", nil), ("", nil), ("abc", 1)] as [(String, Int?)], [1, 2, 4096])
  func aBrokenLineIsKnown(_ row: (text: String, line: Int?), _ chunk: Int) {
    #expect(split(Array(row.text.utf8), chunk: chunk).1.brokenLine == row.line)
  }

  @Test(arguments: [1000, 65_536, 1 << 20, 1 << 22])
  func aLineBeyondTheLimitIsGivenOnceAndCut(chunk: Int) {
    let limit = LineSplitter.maximumLineLength
    var bytes = Array("first\n".utf8)
    bytes += [UInt8](repeating: UInt8(ascii: "x"), count: 2 * limit + 17)
    bytes += Array("\nlast\n".utf8)
    let (collector, _) = split(bytes, chunk: chunk)
    #expect(collector.lines == ["first", "(\(limit))", "last"])
    #expect(collector.numbers == [1, 2, 3])
    #expect(collector.overlong == [2])
  }

  @Test(arguments: [(0, 0), (1, 1)], [4096, 1 << 22])
  func theLimitItselfIsNoTooLong(_ row: (beyond: Int, overlong: Int), _ chunk: Int) {
    let bytes = [UInt8](repeating: 0, count: LineSplitter.maximumLineLength + row.beyond) + [0x0A]
    let (collector, _) = split(bytes, chunk: chunk)
    #expect(collector.numbers == [1])
    #expect(collector.overlong.count == row.overlong)
  }
}
