/// The memory figures of top: the line `PhysMem`, and the size of `kernel_task`.
///
/// Sizes are whole units of M or G: a cross-check, not a source.
public struct TopMemory: Sendable, Hashable, Codable {
  /// Sizes by top's own words: `used`, `wired`, `compressor`, `unused`; up to 10.8 also `active`,
  /// `inactive`, `free`.
  public internal(set) var sizes: [String: Quantity] = [:]
  /// `RSIZE` or `MEM` of kernel_task; nil when the process list does not include it.
  ///
  /// Up to 10.13 it is the resident part of the kernel's own map. From 10.14 on it is only the
  /// memory billed to the task (<doc:TopAndSpindumpFormats#What-the-figure-of-kernel-task-is>).
  public internal(set) var kernelTask: Quantity?
}

/// Parses the first sample of `top.txt`, the least disturbed by sysdiagnose.
///
/// ```
/// PhysMem: 16G used (3680M wired, 665M compressor), 469M unused.
/// PID    COMMAND          %CPU TIME     #TH   MEM
/// 0      kernel_task      3.1  01:12:09 180/8 1520M+
/// ```
struct TopParser: SectionParser {
  private var memory = TopMemory()
  private var sizeColumn: Int?
  private var words: [Range<Int>] = []

  /// Nothing more is needed after both figures are read.
  var wantedLineStarts: ByteSet? {
    memory.sizes.isEmpty || memory.kernelTask == nil ? "P0123456789 " : ""
  }

  /// Half a number would pass for a whole one.
  var readsUnendedLine: Bool { false }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    line.words(into: &words)
    if line.starts(with: "PhysMem: ") {
      return memory.sizes.isEmpty ? readPhysMem(line, source) : .furniture
    }
    if line.starts(with: "PID ") {
      sizeColumn = words.firstIndex { word in
        ["RSIZE", "MEM"].contains { line.matches($0, word) }
      }
      return .furniture
    }
    // No field of kernel_task contains blanks; its words are its columns.
    guard memory.kernelTask == nil, words.count > 1, line.matches("kernel_task", words[1]),
      let sizeColumn, sizeColumn < words.count
    else { return .furniture }
    memory.kernelTask = size(line, words[sizeColumn], source)
    return memory.kernelTask == nil ? .unread : .row
  }

  consuming func finish() -> TopMemory? {
    memory == TopMemory() ? nil : memory
  }

  private mutating func readPhysMem(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    for (size, word) in zip(words.dropFirst(), words.dropFirst(2)) {
      let digits = line.starts(with: "(", at: size.lowerBound) ? size.dropFirst() : size[...]
      guard let first = digits.first,
        let value = line.truncatedSize(first..<size.upperBound, at: source)
      else { continue }
      let end = word.first { !line[$0].isLetter } ?? word.upperBound
      memory.sizes[line.text(word.lowerBound..<end)] = value
    }
    return memory.sizes.isEmpty ? .unread : .row
  }

  /// A size; a sign after it may show its trend.
  private func size(_ line: Span<UInt8>, _ word: Range<Int>, _ source: Source) -> Quantity? {
    let isSigned = word.last.map {
      line.starts(with: "+", at: $0) || line.starts(with: "-", at: $0)
    }
    return line.truncatedSize(isSigned == true ? word.dropLast() : word, at: source)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
