internal import Platform

/// Text from an archive, made safe to show.
///
/// Names in an archive are a stranger's: they may hold escape sequences that would drive the
/// reader's terminal, line ends that would forge a line, or characters that nobody sees. Every
/// renderer shows such a character by its number: text, Markdown, HTML and CSV as `\\u{202e}`, JSON as
/// `\\u202e`.
public enum Printable {
  /// `text` with control, formatting and invisible characters shown by their number.
  public static func line(_ text: String) -> String {
    guard text.utf8.contains(where: UnsafeCharacter.mayBeUnsafe),
      text.unicodeScalars.contains(where: UnsafeCharacter.isUnsafe)
    else { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      if UnsafeCharacter.isUnsafe(scalar) {
        safe += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// The longest name or word that is shown in one piece to a reader.
  public static let longestName = 512

  /// A name with unsafe characters shown by their number, its middle left out when it is very long.
  ///
  /// No tool prints longer names; a hostile archive may have one that fills many screens.
  public static func name(_ text: String) -> String {
    let safe = line(text)
    guard safe.utf8.count > longestName else { return safe }
    return Fitted.middle(safe, to: longestName)
  }

  /// A sentence with unsafe characters shown by their number, and very long words cut in the middle.
  public static func sentence(_ text: String) -> String {
    let safe = line(text)
    guard safe.utf8.count > longestName else { return safe }
    return safe.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.utf8.count > longestName ? Fitted.middle(String($0), to: longestName) : String($0) }
      .joined(separator: " ")
  }
}
