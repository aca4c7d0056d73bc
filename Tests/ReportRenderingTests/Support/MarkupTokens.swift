/// The tags and the text of a page, read by rules of this test's own (HTML Living Standard 13.2.5,
/// as far as this program's pages go): it does not know how they were written.
struct MarkupTokens {
  var names: [String] = []
  var attributes: [(element: String, name: String, value: String)] = []
  var text = ""

  init(_ page: String) {
    var rest = page[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = Self.end(of: rest) else { break }
      let tag = rest[..<close]
      rest = rest[rest.index(after: close)...]
      let name = String(tag.prefix { !$0.isWhitespace })
      names.append(name)
      readAttributes(of: name, tag.dropFirst(name.count))
      // What stands in a script or a style is no markup.
      if name == "script" || name == "style", let end = rest.firstRange(of: "</\(name)>") {
        rest = rest[end.lowerBound...]
      }
    }
    text += rest
  }

  /// The end of a tag: the first `>` outside of quotes.
  private static func end(of text: Substring) -> Substring.Index? {
    var quote: Character?
    for place in text.indices {
      switch text[place] {
      case let sign where sign == quote: quote = nil
      case "\"" where quote == nil, "'" where quote == nil: quote = text[place]
      case ">" where quote == nil: return place
      default: break
      }
    }
    return nil
  }

  private mutating func readAttributes(of element: String, _ text: Substring) {
    var rest = text.drop(while: \.isWhitespace)
    while let equals = rest.firstIndex(of: "=") {
      let name = String(rest[..<equals])
      rest = rest[rest.index(after: equals)...]
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
        attributes.append((element, name, "UNQUOTED " + rest))
        return
      }
      attributes.append((element, name, String(rest[rest.index(after: rest.startIndex)..<end])))
      rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
    }
  }
}
