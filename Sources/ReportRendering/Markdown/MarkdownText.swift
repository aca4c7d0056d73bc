/// Text of a document as GitHub-flavoured Markdown, in which it can do nothing but be read.
///
/// A word that Markdown or GitHub would act on (emphasis, links, HTML, `@user`, `#12`) becomes a code
/// span, where every character stands for itself.
struct MarkdownText: Sendable {
  /// Replaces what must not be shown, such as host names.
  let rewrite: @Sendable (String) -> String

  /// The most Unicode scalars of one text.
  private static let longest = 400

  /// A name: a code span, unless it consists of plain words.
  func name(_ name: String) -> String {
    let shown = self.shown(name)
    let isPlain = shown.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " }
    return isPlain ? shown : Self.code(shown)
  }

  /// Sentences that begin a line.
  func line(_ text: String) -> String { Self.withoutBlockMark(prose(text)) }

  /// Sentences; what stands between backticks is code.
  func prose(_ text: String) -> String {
    let shown = self.shown(text)
    let parts = shown.split(separator: "`", omittingEmptySubsequences: false)
    // Without a partner a backtick is one of a name.
    guard parts.count % 2 == 1 else { return Self.words(shown) }
    var prose = ""
    for (place, part) in parts.enumerated() where !part.isEmpty {
      prose += place % 2 == 0 ? Self.words(String(part)) : Self.code(String(part))
    }
    return prose
  }

  /// A cell of a table, in which a bar would end the cell.
  static func cell(_ markdown: String) -> String {
    // A backslash before the bar would undo its escape.
    markdown.replacing("\\|", with: "\\u{5c}|").replacing("|", with: "\\|")
  }

  private func shown(_ text: String) -> String {
    ShownText.cut(Printable.line(rewrite(text)), to: Self.longest)
  }

  private static func words(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard isActive(word) else { return String(word) }
      let end = word.reversed().prefix { ".,;:".contains($0) }.count
      return code(String(word.dropLast(end))) + word.suffix(end)
    }.joined(separator: " ")
  }

  private static func isActive(_ word: Substring) -> Bool {
    // What begins a tag is a letter.
    if word == "<1" { return false }
    return word.contains { "\\`*_[]<>&~@#|^${}!".contains($0) } || word.contains("://")
      || word.lowercased().hasPrefix("www.")
  }

  /// A code span: its fence is longer than any run of backticks in it.
  private static func code(_ text: String) -> String {
    let runs = text.split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    // A span that begins or ends with a backtick or a blank loses one blank at each end.
    let isBare = !text.hasPrefix("`") && !text.hasSuffix("`") && !text.hasPrefix(" ")
    return isBare ? fence + text + fence : fence + " " + text + " " + fence
  }

  /// A line whose first sign would make it a list, a quotation or a rule.
  private static func withoutBlockMark(_ text: String) -> String {
    let trimmed = text.drop { $0 == " " }
    guard let first = trimmed.first else { return "" }
    if "-+=>".contains(first) { return "\\" + trimmed }
    let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
    let rest = trimmed.dropFirst(digits.count)
    guard !digits.isEmpty, rest.hasPrefix(". ") || rest.hasPrefix(") ") else {
      return String(trimmed)
    }
    return digits + "\\" + rest
  }
}
