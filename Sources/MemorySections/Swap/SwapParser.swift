/// Reads the line `vm.swapusage` of `sysctl.txt` and skips all others.
///
/// ```
/// vm.swapusage: total = 2048.00M  used = 1165.25M  free = 882.75M  (encrypted)
/// ```
///
/// Sizes are MiB, rounded to two decimals.
struct SwapParser: SectionParser {
  private var swap: Swap?
  private var words: [Range<Int>] = []

  /// Only `vm.` names matter.
  var wantedLineStarts: ByteSet? { "v" }

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    guard line.starts(with: "vm.swapusage") else { return .furniture }
    line.words(into: &words)
    guard let total = size("total", line, source), let used = size("used", line, source),
      let free = size("free", line, source)
    else { return .unread }
    swap = Swap(
      total: total, used: used, free: free,
      isEncrypted: words.contains { line.matches("(encrypted)", $0) })
    return .row
  }

  consuming func finish() -> Swap? { swap }

  /// The size after `name =`.
  private func size(_ name: StaticString, _ line: Span<UInt8>, _ source: Source) -> Quantity? {
    guard let place = words.firstIndex(where: { line.matches(name, $0) }), place + 2 < words.count,
      line.matches("=", words[place + 1])
    else { return nil }
    return line.hundredthsOfMebibytes(words[place + 2], at: source)
  }
}
