/// Parses the two lines that leaks prints of a process, and ignores the list of leaks.
///
/// ```
/// leaks Report Version: 4.0
/// Process 20815: 206 nodes malloced for 17 KB
/// Process 20815: 13 leaks for 2640 total leaked bytes.
///
///     13 (2.58K) ROOT LEAK: 0x12a604f80 [352]
/// ```
///
/// All versions print these lines. Source: <doc:LeaksFormats>.
struct LeaksParser: SectionParser {
  private var examinations = ExaminationList<LeaksProcess>()
  /// The version in the line above the process's own lines.
  private var version: String?
  private var words: [Range<Int>] = []

  var failure: String? { examinations.refusal }

  var missingEnd: String? {
    examinations.items.first { $0.leakCount == nil && $0.process.messages.isEmpty }
      .map { "it ends before the leaks\(examinations.owner($0))" }
  }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    guard !examinations.isOverfull else { return .unread }
    let count = examinations.items.count
    // In one expression with the next line, the list would be copied before it changes.
    let verdict = readLine(line, at: source)
    return examinations.verdict(verdict, since: count)
  }

  private mutating func readLine(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    // Stacks and contents of blocks are indented or begin with numbers.
    guard line.count > 3, !line[0].isBlank, line[0].decimalDigit == nil else { return .furniture }
    if line.starts(with: "leaks Report Version:") {
      let text = line.trimmed(21..<line.count)
      version = text.isEmpty ? nil : line.text(text)
      return .furniture
    }
    if line.starts(with: "Process "), let verdict = readCounts(line, source) { return verdict }
    return examinations.read(line, at: source) ?? .furniture
  }

  consuming func finish() -> Leaks? {
    let processes = examinations.finish()
    return processes.allSatisfy(\.isBare) ? nil : Leaks(processes: processes)
  }

  /// Reads one of a process's two lines, of blocks or of leaks; nil when the line is neither.
  ///
  /// `Process 577: 577 nodes malloced for 213 KB`, `Process 577: 1 leak for 16 total leaked bytes.`
  private mutating func readCounts(_ line: Span<UInt8>, _ source: Source) -> LineVerdict? {
    line.words(into: &words)
    guard words.count > 5, line[words[1].upperBound - 1] == UInt8(ascii: ":"),
      let pid = line.integer(words[1].lowerBound..<(words[1].upperBound - 1)),
      let count = line.integer(words[2])
    else { return nil }
    if line.starts(with: "node", at: words[3].lowerBound), words.count > 6 {
      guard
        let size = line.roundedSize(words[6].lowerBound..<line.trimmedLine.upperBound, at: source)
      else { return .unread }
      turn(to: pid, isRepeated: examinations.last?.nodeCount != nil, source)
      examinations.change(at: source) { ($0.nodeCount, $0.nodeBytes) = (count, size) }
      return .row
    }
    guard line.starts(with: "leak", at: words[3].lowerBound) else { return nil }
    guard let bytes = line.integer(words[5]), bytes <= Quantity.largestBelieved else {
      return .unread
    }
    turn(to: pid, isRepeated: examinations.last?.leakCount != nil, source)
    examinations.change(at: source) { process in
      process.leakCount = count
      process.leakedBytes = Quantity(bytes: bytes, source: source)
    }
    return .row
  }

  private mutating func turn(to pid: Int, isRepeated: Bool, _ source: Source) {
    examinations.turn(to: pid, isRepeated: isRepeated, at: source)
    let version = version
    examinations.change(at: source) { $0.reportVersion = version ?? $0.reportVersion }
  }
}

extension LeaksProcess {
  /// Whether nothing is known of the process, or only that the tool refused.
  var isBare: Bool {
    !process.hasFacts && leakCount == nil && nodeCount == nil
  }
}
