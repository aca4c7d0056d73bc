/// Finds where a path ends in a text that may go on behind it.
///
/// Names of files hold blanks and punctuation, and a text does not say which of them are of a path.
/// When in doubt the path is the longer one: a word too many is lost, and no name is left over.
struct PathEnd {
  private let text: ScannedText

  /// The longest name of a file in bytes, so the farthest that a separator can be ahead.
  private static let longestName = 255

  init(_ text: ScannedText) {
    self.text = text
  }

  /// The end of the path that `start` is part of.
  func end(from start: Int) -> Int {
    var end = possibleEnd(from: start)
    while let next = continuation(behind: end) { end = possibleEnd(from: next) }
    return endOfWords(from: end)
  }

  /// The first place that can be the end: a blank or punctuation that sentences use.
  private func possibleEnd(from start: Int) -> Int {
    var index = start
    while !isHardEnd(index), !isPunctuation(index) {
      // A blank that is escaped for a shell is of the name.
      let isEscape = text[index] == UInt8(ascii: "\\") && text[index + 1] == UInt8(ascii: " ")
      index += isEscape ? 2 : 1
    }
    return min(index, text.count)
  }

  /// What no path goes over: the end, a quote, a column's gap, a mark of XML.
  private func isHardEnd(_ index: Int) -> Bool {
    guard index < text.count else { return true }
    let byte = text[index]
    if byte == UInt8(ascii: " ") { return text[index + 1] == byte }
    return byte < 0x20 || byte == 0x7F || "\"<>|".utf8.contains(byte)
  }

  private func isPunctuation(_ index: Int) -> Bool {
    let byte = text[index]
    // Inside of a word they are of the name, or of an address that must not be cut in two.
    if "',;:".utf8.contains(byte) { return !text.isWord(index + 1) }
    return byte == UInt8(ascii: " ") || ")]}".utf8.contains(byte)
  }

  /// Where the path goes on behind `end`: a word with a separator inside, or with the ending of a
  /// file's name; nil when it does not.
  private func continuation(behind end: Int) -> Int? {
    guard !isHardEnd(end) else { return nil }
    var index = end
    while !isHardEnd(index), index - end < Self.longestName {
      while text[index] == UInt8(ascii: " "), !isHardEnd(index) { index += 1 }
      let start = index
      while !isHardEnd(index), text[index] != UInt8(ascii: " ") { index += 1 }
      if beginsAnother(start) { return nil }
      if let separator = innerSeparator(start..<index) { return separator }
      if let ending = fileEnding(start..<index) { return ending }
      if index == start { return nil }
    }
    return nil
  }

  /// Whether a word is the beginning of another path, or the words with which Mach ends its errors.
  private func beginsAnother(_ start: Int) -> Bool {
    var place = start
    while "([{'=,;:)]}".utf8.contains(text[place]) { place += 1 }
    return text.separator(place) > 0 || text[place] == UInt8(ascii: "~")
      || text.starts(with: "(os/kern)", at: start)
  }

  private func innerSeparator(_ word: Range<Int>) -> Int? {
    let place = word.first { index in
      index > word.lowerBound && text.separator(index) > 0
        && !"=([,;:'".utf8.contains(text[index - 1])
    }
    return place.map { $0 + text.separator($0) }
  }

  /// The end of a word such as `plan.txt`, behind which punctuation may stand.
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

  /// Words that follow without punctuation are taken for the rest of a name such as `Tax Returns`.
  private func endOfWords(from start: Int) -> Int {
    var end = start
    while text[end] == UInt8(ascii: " "), text[end + 1].isLetter || text[end + 1] >= 0x80 {
      let next = possibleEnd(from: end + 1)
      guard !(end + 1..<next).contains(where: { "=(".utf8.contains(text[$0]) }) else { break }
      end = next
    }
    return end
  }
}
