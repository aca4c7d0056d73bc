/// Text cut to a length that a page can hold.
enum ShownText {
  /// `text` with its middle left out when it has more than `limit` Unicode scalars.
  ///
  /// One character may hold any number of combining marks, so scalars are counted.
  static func cut(_ text: String, to limit: Int) -> String {
    // A scalar has one byte at least.
    guard text.utf8.count > limit else { return text }
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return text }
    return String(scalars.prefix(limit / 2)) + "…" + String(scalars.suffix(limit / 2))
  }
}
