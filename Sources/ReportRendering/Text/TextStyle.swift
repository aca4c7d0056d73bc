/// Whether text carries a terminal's colours.
public struct TextStyle: Sendable {
  /// Whether escape sequences are written at all.
  public let usesColor: Bool

  /// Creates a style.
  public init(usesColor: Bool) {
    self.usesColor = usesColor
  }

  func heading(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func warning(_ text: String) -> String { wrap(text, "1;31") }
  func kernel(_ text: String) -> String { wrap(text, "35") }
  func user(_ text: String) -> String { wrap(text, "36") }

  private func wrap(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
