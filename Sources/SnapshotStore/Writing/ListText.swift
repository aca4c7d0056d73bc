/// A list of rows as JSON, but for the numbers of new names.
struct ListText: Sendable {
  /// Where the text without those numbers stands, among others.
  let range: Range<Int>
  /// The places where numbers belong.
  let gaps: [Gap]

  /// Whether no number is missing.
  var isWhole: Bool { gaps.isEmpty }

  /// A place where the number of a new name belongs.
  struct Gap: Sendable {
    /// How many bytes of the text stand before it.
    let offset: Int
    /// The name's place among the new ones.
    let name: Int
  }

  /// Fills the gaps.
  ///
  /// - Parameters:
  ///   - bytes: where the list stands.
  ///   - names: the numbers of the new names.
  /// - Returns: the whole text.
  func text(in bytes: [UInt8], _ names: [Int64]) -> String {
    var (whole, start) = ([UInt8](), range.lowerBound)
    for gap in gaps {
      whole += bytes[start..<range.lowerBound + gap.offset]
      whole += String(names[gap.name]).utf8
      start = range.lowerBound + gap.offset
    }
    return String(decoding: whole + bytes[start..<range.upperBound], as: UTF8.self)
  }
}
