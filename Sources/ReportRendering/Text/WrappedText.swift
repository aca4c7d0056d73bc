/// Prose broken into lines between its words.
enum WrappedText {
  /// The lines of a paragraph, none wider than `width` unless a single word is.
  ///
  /// - Parameters:
  ///   - text: the paragraph; what could drive a terminal is made safe.
  ///   - width: columns; nil for one line.
  ///   - indent: what stands before the first line.
  ///   - hanging: what stands before every other line; `indent` when nil.
  /// - Returns: one line at least.
  static func lines(
    _ text: String, width: Int?, indent: String = "", hanging: String? = nil
  ) -> [String] {
    let safe = Printable.sentence(text)
    guard let width, DisplayWidth.of(indent) + DisplayWidth.of(safe) > width else {
      return [safe.isEmpty ? "" : indent + safe]
    }
    var lines: [String] = []
    var line = indent
    var columns = DisplayWidth.of(indent)
    var isEmpty = true
    for word in safe.split(separator: " ", omittingEmptySubsequences: true) {
      let size = DisplayWidth.of(String(word))
      if !isEmpty, columns + 1 + size > width {
        lines.append(line)
        line = hanging ?? indent
        columns = DisplayWidth.of(line)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      columns += (isEmpty ? 0 : 1) + size
      isEmpty = false
    }
    return lines + [line]
  }
}
