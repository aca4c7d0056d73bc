/// Parses the kexts in a backtrace, each with its dependencies below it.
///
/// ```
///       Kernel Extensions in backtrace:
///          com.example.driver.Widget(1.0)[92ED98F1-1757-3D0F-96EA-D303AF4020D1]@0xfffffe001ece57d0->0xfffffe001ecf70f3
///             dependency: com.apple.iokit.IOPCIFamily(2.9)[895CD7C5-59E2-354D-89D8-F987FCFEEA28]@0xfffffe001ed00000->0xfffffe001ed0ffff
/// ```
struct BacktraceKexts {
  private var isInList = false
  private var skipsNext = false

  /// The role of a line.
  enum Line: Equatable {
    case kext(String)
    /// A heading, a dependency, or the rest of a line broken by mail.
    case furniture
    /// A line that does not belong to such a list.
    case other
  }

  mutating func read(_ line: Span<UInt8>) -> Line {
    if line.firstIndex(of: "Kernel Extensions in backtrace") != nil {
      isInList = true
      return .furniture
    }
    guard isInList else { return Self.frame(line).map { .kext($0) } ?? .other }
    let text = line.trimmedLine
    if skipsNext {
      skipsNext = false
      return .furniture
    }
    if line.starts(with: "dependency:", at: text.lowerBound) {
      skipsNext = text.count == 11
      return .furniture
    }
    // The rest of a broken row.
    for rest: StaticString in ["0x", "[", "@0x", "->"]
    where line.starts(with: rest, at: text.lowerBound) {
      return .furniture
    }
    guard let name = Self.bundle(line, text) else {
      isInList = false
      return .other
    }
    return .kext(name)
  }

  /// `NAME(VERSION)`, followed by `[UUID]`, `@0x…` or the line's end.
  private static func bundle(_ line: Span<UInt8>, _ text: Range<Int>) -> String? {
    guard let open = line.firstIndex(of: UInt8(ascii: "("), in: text), open > text.lowerBound,
      let close = line.firstIndex(of: UInt8(ascii: ")"), in: open..<text.upperBound)
    else { return nil }
    let name = text.lowerBound..<open
    guard name.count <= 128, isBundle(line, name) else { return nil }
    let isEnd = close + 1 == text.upperBound
    let isRow =
      isEnd || line.starts(with: "[", at: close + 1) || line.starts(with: "@", at: close + 1)
    return isRow ? line.text(name) : nil
  }

  /// A frame with symbols: `0xffffff8040eb3460 : 0xffffff7f80e8e7df com.example.fs : _alloc + 0x2f`.
  private static func frame(_ line: Span<UInt8>) -> String? {
    guard line.starts(with: "0x", at: line.trimmedLine.lowerBound) else { return nil }
    var words: [Range<Int>] = []
    line.extracting(first: 400).words(into: &words)
    guard words.count >= 5, line.matches(":", words[1]),
      line.starts(with: "0x", at: words[2].lowerBound),
      line.matches(":", words[4]), words[3].count <= 128, isBundle(line, words[3])
    else { return nil }
    return line.text(words[3])
  }

  private static func isBundle(_ line: Span<UInt8>, _ name: Range<Int>) -> Bool {
    line.firstIndex(of: UInt8(ascii: "."), in: name) != nil
      && name.allSatisfy { !line[$0].isBlank }
  }
}

/// Parses the loaded kexts: a bundle id and a version per row.
///
/// ```
/// loaded kexts:
/// com.example.driver.Widget        11.0.6
/// com.apple.filesystems.afpfs        9.7.1 - last loaded 138390991928200
/// ```
struct LoadedKexts {
  private(set) var kexts: [Panic.LoadedKext] = []
  private var isInList = false

  /// The most rows that are kept; a Mac loads about 250 kexts.
  static let maximumRows = 1000

  /// Parses a row; false when the line is not one.
  mutating func read(_ line: Span<UInt8>) -> Bool {
    let text = line.trimmedLine
    if line.starts(with: "loaded kexts:", at: text.lowerBound) {
      isInList = true
      return true
    }
    guard isInList else { return false }
    if text.isEmpty {
      isInList = kexts.isEmpty
      return true
    }
    var words: [Range<Int>] = []
    line.extracting(first: 400).words(into: &words)
    guard words.count >= 2, words[0].count <= 128, words[1].count <= 64,
      line[words[1].lowerBound].decimalDigit != nil,
      line.firstIndex(of: UInt8(ascii: "."), in: words[0]) != nil
        || !line[words[0].lowerBound].isASCIILetter
    else {
      // The rest of a row broken by mail; anything else ends the list.
      let first = words.first ?? 0..<0
      isInList = words.count == 1 || line.matches("-", first) || line.matches("last", first)
      return isInList
    }
    guard kexts.count < Self.maximumRows else { return true }
    kexts.append(Panic.LoadedKext(name: line.text(words[0]), version: line.text(words[1])))
    return true
  }
}
