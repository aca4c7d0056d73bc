/// Whether a known word stands alone, or at the humps of a spelling such as `AliceSync`.
struct WordEdges {
  private let text: ScannedText
  private let range: Range<Int>

  init(_ text: ScannedText, _ range: Range<Int>) {
    self.text = text
    self.range = range
  }

  /// Whether both edges are clear.
  ///
  /// A word of less than four letters must stand alone. Only a word of five or more may touch
  /// digits: shorter ones occur in any long hexadecimal number.
  var areClear: Bool {
    isClear(before: range.lowerBound) && isClear(behind: range.upperBound - 1)
  }

  private func isClear(before first: Int) -> Bool {
    guard text.isWord(first - 1), !text.isBehindEscape(first) else { return true }
    return isHump(text[first - 1], text[first])
  }

  private func isClear(behind last: Int) -> Bool {
    guard text.isWord(last + 1) else { return true }
    return isHump(text[last], text[last + 1])
  }

  private func isHump(_ left: UInt8, _ right: UInt8) -> Bool {
    if left.isDecimal != right.isDecimal { return range.count >= 5 }
    guard range.count >= 4, left.isLetter, right.isLetter else { return false }
    return left.isLowercase && right.isUppercase
  }
}
