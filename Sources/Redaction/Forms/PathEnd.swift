/// Finds the end of a path inside a text.
///
/// File names contain blanks and punctuation, and a text does not show which of them belong to a
/// path. In doubt the longer path wins: an extra word is lost, but no name leaks.
struct PathEnd {
  private let text: ScannedText

  /// The longest file name in bytes; a separator cannot be farther ahead.
  private static let longestName = 255

  private let limit: Int

  /// - Parameters:
  ///   - text: the text.
  ///   - limit: where the search ends at the latest; nil for the end of the text.
  init(_ text: ScannedText, limit: Int? = nil) {
    self.text = text
    self.limit = min(limit ?? text.count, text.count)
  }

  /// The end of the path around `start`.
  func end(from start: Int) -> Int {
    var end = possibleEnd(from: start)
    while let next = continuation(behind: end) { end = possibleEnd(from: next) }
    return endOfWords(from: end)
  }

  /// The first possible end: a blank, or punctuation used in sentences.
  private func possibleEnd(from start: Int) -> Int {
    var index = start
    while !isHardEnd(index), !isPunctuation(index) {
      // A blank escaped for a shell belongs to the name.
      let isEscape = text[index] == UInt8(ascii: "\\") && text[index + 1] == UInt8(ascii: " ")
      index += isEscape ? 2 : 1
    }
    return min(index, limit)
  }

  /// A place that no path crosses: the end, a quote, a column gap, an XML mark.
  private func isHardEnd(_ index: Int) -> Bool {
    guard index < limit else { return true }
    let byte = text[index]
    if byte == UInt8(ascii: " ") { return text[index + 1] == byte }
    return byte < 0x20 || byte == 0x7F || "\"<>|".utf8.contains(byte)
  }

  private func isPunctuation(_ index: Int) -> Bool {
    let byte = text[index]
    // Inside a word they belong to the name, or to an address that must not be split.
    if "',;:".utf8.contains(byte) { return !text.isWord(index + 1) }
    return byte == UInt8(ascii: " ") || ")]}".utf8.contains(byte)
  }

  /// The start of a word after `end` that continues the path; nil when there is none.
  ///
  /// The word has a separator inside, or a file extension. No word is searched farther than the
  /// longest name reaches, so that a line takes time in proportion to its length.
  private func continuation(behind end: Int) -> Int? {
    guard !isHardEnd(end) else { return nil }
    var index = end
    while !isHardEnd(index), index - end < Self.longestName {
      while text[index] == UInt8(ascii: " "), !isHardEnd(index) { index += 1 }
      let start = index
      if beginsAnother(start) { return nil }
      while !isHardEnd(index), text[index] != UInt8(ascii: " ") {
        guard index - start < Self.longestName else { return nil }
        if index > start, let behind = behindSeparator(index) { return behind }
        index += 1
      }
      if let ending = fileEnding(start..<index) { return ending }
      if index == start { return nil }
    }
    return nil
  }

  /// Whether a word begins another path, or ends a Mach error message.
  private func beginsAnother(_ start: Int) -> Bool {
    var place = start
    while place - start < Self.longestName, "([{'=,;:)]}".utf8.contains(text[place]) { place += 1 }
    return text.separator(place) > 0 || text[place] == UInt8(ascii: "~")
      || text.starts(with: "(os/kern)", at: start)
  }

  /// The place behind a separator at `index` that joins two parts of a path; nil when there is none.
  private func behindSeparator(_ index: Int) -> Int? {
    let length = text.separator(index)
    return length > 0 && !"=([,;:'".utf8.contains(text[index - 1]) ? index + length : nil
  }

  /// The end of a word such as `plan.txt`, before any punctuation.
  private func fileEnding(_ word: Range<Int>) -> Int? {
    var end = word.upperBound
    while end > word.lowerBound, !text.isWord(end - 1) { end -= 1 }
    var start = end
    while start > word.lowerBound, text[start - 1].isAlphanumeric { start -= 1 }
    guard start > word.lowerBound, text[start - 1] == UInt8(ascii: "."), text[start].isLetter,
      end - start <= 5
    else { return nil }
    return end
  }

  /// Takes words without punctuation as the rest of a name such as `Tax Returns`.
  private func endOfWords(from start: Int) -> Int {
    var end = start
    while end + 1 < limit, text[end] == UInt8(ascii: " "),
      text[end + 1].isLetter || text[end + 1] >= 0x80
    {
      let next = possibleEnd(from: end + 1)
      guard !(end + 1..<next).contains(where: { "=(".utf8.contains(text[$0]) }) else { break }
      end = next
    }
    return end
  }
}
