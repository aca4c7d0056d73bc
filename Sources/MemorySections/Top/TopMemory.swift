/// What the line `PhysMem` of top says.
///
/// Sizes are whole units of M or G: a cross-check, not a source.
public struct TopMemory: Sendable, Hashable {
  /// Sizes by top's own words: `used`, `wired`, `compressor`, `unused`; up to 10.8 also `active`,
  /// `inactive`, `free`.
  public internal(set) var sizes: [String: Quantity] = [:]
}

/// Reads the first `PhysMem` line of `top.txt`.
///
/// ```
/// PhysMem: 16G used (3680M wired, 665M compressor), 469M unused.
/// ```
struct TopParser: SectionParser {
  private var memory = TopMemory()
  private var words: [Range<Int>] = []

  /// The first sample is the least disturbed by sysdiagnose; once it is read, nothing is wanted.
  var wantedLineStarts: ByteSet? { memory.sizes.isEmpty ? "P" : "" }

  mutating func read(_ line: Span<UInt8>, number: Int) -> LineVerdict {
    guard line.starts(with: "PhysMem: ") else { return .furniture }
    line.words(into: &words)
    for (size, word) in zip(words.dropFirst(), words.dropFirst(2)) {
      let digits = line.starts(with: "(", at: size.lowerBound) ? size.dropFirst() : size[...]
      guard let first = digits.first,
        let value = line.truncatedSize(first..<size.upperBound, line: number)
      else { continue }
      let end = word.first { !line[$0].isLetter } ?? word.upperBound
      memory.sizes[line.text(word.lowerBound..<end)] = value
    }
    return memory.sizes.isEmpty ? .unread : .row
  }

  consuming func finish() -> SectionContent? {
    memory.sizes.isEmpty ? nil : .top(memory)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
