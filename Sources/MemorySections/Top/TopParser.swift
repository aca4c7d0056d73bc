/// Parses the first sample of `top.txt`, the least disturbed by sysdiagnose.
///
/// With `-d` the later samples show differences instead of sizes.
///
/// ```
/// PhysMem: 16G used (3680M wired, 665M compressor), 469M unused.
/// PID    COMMAND          %CPU TIME     #TH   MEM    PURG CMPRS PPID
/// 1288   AddressBookSourc 0.0  00:00.36 4     4988K+ 168K 0B    1
/// 0      kernel_task      3.1  01:12:09 180/8 1520M+ 0B   0B    0
/// ```
struct TopParser: SectionParser {
  private var memory = TopMemory()
  private var columns: Columns?
  private var isPastFirstSample = false
  /// The most sizes of `PhysMem`; top prints at most five.
  private static let mostSizes = 16
  private var words: [Range<Int>] = []

  /// The places of columns, counted from the end: only the command may hold blanks.
  private struct Columns {
    let count: Int
    let size: Int?
    let isFootprint: Bool
    let compressed: Int?
    let parent: Int?
  }

  var wantedLineStarts: ByteSet? { isPastFirstSample ? "" : "P0123456789 \t" }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    line.words(into: &words)
    guard let first = words.first, !isPastFirstSample else { return .furniture }
    if line.matches("PhysMem:", first) {
      isPastFirstSample = !memory.sizes.isEmpty || columns != nil
      return isPastFirstSample ? .furniture : readPhysMem(line, source)
    }
    if line.matches("Processes:", first) || line.isDate(first) {
      isPastFirstSample = columns != nil || !memory.sizes.isEmpty
      return .furniture
    }
    if line.matches("PID", first) {
      isPastFirstSample = columns != nil
      if !isPastFirstSample { columns = header(line) }
      return .furniture
    }
    return readProcess(line, source)
  }

  consuming func finish() -> TopMemory? {
    memory == TopMemory() ? nil : memory
  }

  private mutating func readPhysMem(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    for (size, word) in zip(words.dropFirst(), words.dropFirst(2))
    where memory.sizes.count < Self.mostSizes {
      let digits = line.starts(with: "(", at: size.lowerBound) ? size.dropFirst() : size[...]
      guard let first = digits.first,
        let value = line.truncatedSize(first..<size.upperBound, at: source)
      else { continue }
      let end = word.first { !line[$0].isLetter } ?? word.upperBound
      memory.sizes[line.text(word.lowerBound..<end)] = value
    }
    return memory.sizes.isEmpty ? .unread : .row
  }

  private func header(_ line: Span<UInt8>) -> Columns? {
    func fromEnd(_ name: StaticString) -> Int? {
      words.lastIndex { line.matches(name, $0) }.map { words.count - $0 }
    }
    guard words.count > 2, line.matches("COMMAND", words[1]) else { return nil }
    let footprint = fromEnd("MEM")
    return Columns(
      count: words.count, size: footprint ?? fromEnd("RSIZE"), isFootprint: footprint != nil,
      compressed: fromEnd("CMPRS"), parent: fromEnd("PPID"))
  }

  private mutating func readProcess(_ line: Span<UInt8>, _ source: Source) -> LineVerdict {
    // A table whose heading is lost stands below PhysMem.
    guard let columns else { return memory.sizes.isEmpty ? .furniture : .unread }
    guard let sizeColumn = columns.size else { return .furniture }
    // Behind the number stands a mark of the process's kind: `96223-`.
    let digits = words[0].prefix { line[$0].decimalDigit != nil }
    guard words.count >= columns.count,
      let pid = line.integer(digits.startIndex..<digits.endIndex)
    else { return .unread }
    let name = words[1].lowerBound..<words[words.count - columns.count + 1].upperBound
    let isKernel = line.matches("kernel_task", name)
    // RSIZE of a process is no footprint.
    guard columns.isFootprint || isKernel else { return .furniture }
    guard let size = size(line, words[words.count - sizeColumn], source) else { return .unread }
    if isKernel { memory.kernelTask = memory.kernelTask ?? size }
    guard columns.isFootprint else { return .row }
    guard !memory.processes.isFull else { return .unread }
    func word(_ column: Int?) -> Range<Int>? { column.map { words[words.count - $0] } }
    memory.processes.append(
      ListedProcess(
        name: line.text(name), pid: pid, footprint: size,
        compressed: word(columns.compressed).flatMap { self.size(line, $0, source) },
        parent: word(columns.parent).flatMap { line.integer($0) }, line: source.line))
    return .row
  }

  /// A size; a sign after it may show its trend.
  private func size(_ line: Span<UInt8>, _ word: Range<Int>, _ source: Source) -> Quantity? {
    let isSigned = word.last.map {
      line.starts(with: "+", at: $0) || line.starts(with: "-", at: $0)
    }
    return line.truncatedSize(isSigned == true ? word.dropLast() : word, at: source)
  }
}

extension Span<UInt8> {
  /// Whether a word is a date, `2000/12/31`: the second line of a sample.
  fileprivate func isDate(_ word: Range<Int>) -> Bool {
    word.count == 10 && self[word.lowerBound + 4] == UInt8(ascii: "/")
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
