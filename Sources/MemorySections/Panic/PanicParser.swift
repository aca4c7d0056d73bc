/// Reads a panic report, as text (`.panic`) or as JSON with the text in one string (`.ips`).
///
/// ```
/// panic(cpu 2 caller 0xfffffe002f1cd120): zalloc[3]: zone map exhausted while allocating from zone [data.kalloc.1024], likely due to memory leak in zone [data.kalloc.1024] (20G, 21182160 elements allocated) @zalloc.c:4534
/// Panicked task 0xfffffe252683aaf8: 2720 pages, 5 threads: pid 402: WindowServer
///       Kernel Extensions in backtrace:
///          com.example.driver.Widget(1.0)[92ED98F1-1757-3D0F-96EA-D303AF4020D1]@0xfffffe001ece57d0->0xfffffe001ecf70f3
/// ```
struct PanicParser: SectionParser {
  private var panic: Panic?
  private var isInKexts = false

  mutating func read(_ line: Span<UInt8>, at source: Source) -> LineVerdict {
    guard let key = line.firstIndex(of: "\"panicString\"") else {
      return readText(line, 0..<line.count, source)
    }
    return readJSONString(line, from: key + 13, source)
  }

  consuming func finish() -> Panic? {
    panic
  }

  /// Reads the lines inside a JSON string, where a line end is the two characters `\n`.
  private mutating func readJSONString(
    _ line: Span<UInt8>, from start: Int, _ source: Source
  ) -> LineVerdict {
    var verdict = LineVerdict.furniture
    var (begin, index) = (start, start)
    while index < line.count {
      if line[index] == UInt8(ascii: "\\") {
        if line.starts(with: "n", at: index + 1) {
          if readText(line, begin..<index, source) == .row { verdict = .row }
          begin = index + 2
        }
        index += 2
      } else {
        index += 1
      }
    }
    if readText(line, min(begin, line.count)..<line.count, source) == .row { verdict = .row }
    return verdict
  }

  private mutating func readText(
    _ line: Span<UInt8>, _ range: Range<Int>, _ source: Source
  ) -> LineVerdict {
    let text = line.extracting(range)
    if panic == nil {
      guard let start = text.firstIndex(of: "panic(cpu ") else { return .furniture }
      let message = text.text(start..<min(text.count, start + 400))
      panic = Panic(message: message, line: source.line)
    }
    if readExhaustion(text, source) { return .row }
    if let place = text.firstIndex(of: "Panicked task ") {
      panic?.task = text.firstIndex(of: "pid ", from: place).map { text.text($0..<text.count) }
      return .row
    }
    return readKexts(text)
  }

  private mutating func readKexts(_ text: Span<UInt8>) -> LineVerdict {
    if text.firstIndex(of: "Kernel Extensions in backtrace:") != nil {
      isInKexts = true
      return .furniture
    }
    guard isInKexts else { return .furniture }
    let name = text.trimmedLine
    if text.starts(with: "dependency:", at: name.lowerBound) { return .furniture }
    guard let end = text.firstIndex(of: UInt8(ascii: "("), in: name), end > name.lowerBound,
      text.firstIndex(of: "@0x", from: end) != nil
    else {
      isInKexts = false
      return .furniture
    }
    panic?.kextsInBacktrace.append(text.text(name.lowerBound..<end))
    return .row
  }
}

/// The sentence of an exhausted zone map.
extension PanicParser {
  private mutating func readExhaustion(_ text: Span<UInt8>, _ source: Source) -> Bool {
    let words: StaticString = "likely due to memory leak in zone "
    guard let place = text.firstIndex(of: words) else { return false }
    let start = place + words.utf8CodeUnitCount
    guard let name = zoneName(text, at: start) else { return false }
    let suspect = suspected(text, name, source)
    panic?.suspectedZone = suspect
    if let from = text.firstIndex(of: "while allocating from zone "), from < place {
      let exhausted = zoneName(text, at: from + 27).map { text.text($0) }
      panic?.exhaustedZone = exhausted
    }
    return true
  }

  /// A zone's name: in brackets since 11, bare and ended by a comma or parenthesis before.
  private func zoneName(_ text: Span<UInt8>, at start: Int) -> Range<Int>? {
    if text.starts(with: "[", at: start) {
      return text.firstIndex(of: UInt8(ascii: "]"), in: start..<text.count).map {
        (start + 1)..<$0
      }
    }
    let end = (start..<max(start, text.count)).first {
      text[$0] == UInt8(ascii: ",") || text[$0] == UInt8(ascii: "(")
    }
    return end.map { text.trimmed(start..<$0) }
  }

  /// What stands in parentheses after the name: `20G, 21182160 elements` or `3888533504 total bytes,
  /// 15163226 elements`.
  private func suspected(
    _ text: Span<UInt8>, _ name: Range<Int>, _ source: Source
  ) -> Panic.ExhaustedZone {
    var (size, elements): (Quantity?, Int?) = (nil, nil)
    if let open = text.firstIndex(of: "(", from: name.upperBound),
      let comma = text.firstIndex(of: UInt8(ascii: ","), in: open..<text.count)
    {
      var words: [Range<Int>] = []
      text.extracting((open + 1)..<comma).words(into: &words)
      if let first = words.first.map({ ($0.lowerBound + open + 1)..<($0.upperBound + open + 1) }) {
        size =
          text.truncatedSize(first, at: source)
          ?? text.integer(first).map { Quantity(bytes: $0, source: source) }
      }
      let digits = text.trimmed((comma + 1)..<text.count)
      let end = digits.first { text[$0].decimalDigit == nil } ?? digits.upperBound
      elements = text.integer(digits.lowerBound..<end)
    }
    return Panic.ExhaustedZone(name: text.text(name), size: size, elements: elements)
  }
}
