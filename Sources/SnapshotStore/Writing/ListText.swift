/// A list of rows as JSON, but for the numbers of new names.
struct ListText: Sendable {
  /// The text without those numbers.
  private let text: String
  private let gaps: [Gap]

  /// How many bytes it takes, without those numbers.
  var size: Int { text.utf8.count }

  /// A place where the number of a new name belongs.
  struct Gap: Sendable {
    /// How many bytes of the text stand before it.
    let offset: Int
    /// The name's place among the new ones.
    let name: Int
  }

  init(_ bytes: ArraySlice<UInt8>, _ gaps: [Gap]) {
    text = String(decoding: bytes, as: UTF8.self)
    self.gaps = gaps
  }

  /// Fills the gaps.
  ///
  /// - Parameter names: the numbers of the new names.
  /// - Returns: the whole text.
  func text(_ names: [Int64]) -> String {
    guard !gaps.isEmpty else { return text }
    var (whole, rest) = ([UInt8](), text.utf8[...])
    for gap in gaps {
      let taken = text.utf8.count - rest.count
      whole += rest.prefix(gap.offset - taken)
      rest = rest.dropFirst(gap.offset - taken)
      whole += String(names[gap.name]).utf8
    }
    return String(decoding: whole + rest, as: UTF8.self)
  }
}
