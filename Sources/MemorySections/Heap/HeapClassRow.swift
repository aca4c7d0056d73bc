/// Reads a row of heap's table of classes.
///
/// ```
///    COUNT      BYTES       AVG   CLASS_NAME                                        TYPE    BINARY
///    93066   38277243     411.3   non-object
///     1541     526656     341.8   Class.methodCache._buckets (bucket_t)             C       libobjc.A.dylib
///      128       4096      32.0   std::__shared_ptr_pointer<A*, B>  C++     AudioToolboxCore
/// ```
///
/// Names hold blanks; a name that fills its column is followed by two. Source: <doc:HeapFormats>.
enum HeapClassRow {
  /// The class of a row; nil when the line is not one.
  static func read(
    _ line: Span<UInt8>, _ words: [Range<Int>], at source: Source
  ) -> HeapClass? {
    guard words.count > 3, let count = line.integer(words[0]),
      let bytes = line.abbreviatedSize(words[1], at: source),
      line.isPrintedNumber(words[2])
    else { return nil }
    let label = words[3].lowerBound..<line.trimmedLine.upperBound
    let (name, type, binary) = parts(line, label, words)
    return HeapClass(
      name: line.text(name), count: count, bytes: bytes, type: type.map { line.text($0) },
      binary: binary.map { line.text($0) }, line: source.line)
  }

  /// The name, the type and the library: two blanks and a known type separate the first two.
  private static func parts(
    _ line: Span<UInt8>, _ label: Range<Int>, _ words: [Range<Int>]
  ) -> (name: Range<Int>, type: Range<Int>?, binary: Range<Int>?) {
    for place in words.indices.dropFirst(4) {
      let word = words[place]
      let gap = word.lowerBound - words[place - 1].upperBound
      let isTab = line[word.lowerBound - 1] == UInt8(ascii: "\t")
      guard gap > 1 || isTab, isType(line, word) else { continue }
      let name = label.lowerBound..<words[place - 1].upperBound
      let rest = place + 1 < words.count ? words[place + 1].lowerBound..<label.upperBound : nil
      return (name, word, rest)
    }
    return (label, nil, nil)
  }

  private static func isType(_ line: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let types: [StaticString] = ["ObjC", "C++", "C", "Swift", "CFType", "malloc"]
    return types.contains { line.matches($0, word) }
  }

  /// Whether the words are the heading of the table.
  static func isHeading(_ line: Span<UInt8>, _ words: [Range<Int>]) -> Bool {
    words.count > 3 && line.matches("COUNT", words[0]) && line.matches("BYTES", words[1])
      && line.matches("AVG", words[2])
  }
}
