/// HTML in the making, into which no text enters unescaped.
///
/// Names of elements and attributes are literals of this program. Text from an archive enters through
/// ``text(_:)``, ``prose(_:)`` and ``Attribute/text(_:_:)``, which rewrite it, show its control and
/// format characters by number, and escape it.
struct Markup {
  /// What was written so far.
  private(set) var html = ""
  private let rewrite: (String) -> String

  /// The most characters of one text; a name of megabytes is cut in its middle.
  private static let longestText = 2000

  /// Starts empty.
  ///
  /// - Parameter rewrite: replaces what must not be shown, such as host names.
  init(rewriting rewrite: @escaping (String) -> String) {
    self.rewrite = rewrite
  }

  /// One attribute of an element.
  struct Attribute {
    let name: StaticString
    let value: String
    let isText: Bool

    /// A value that this program makes: an id, a class, a number.
    static func value(_ name: StaticString, _ value: String) -> Attribute {
      Attribute(name: name, value: value, isText: false)
    }

    /// A value that readers see, which may hold names from an archive.
    static func text(_ name: StaticString, _ text: String) -> Attribute {
      Attribute(name: name, value: text, isText: true)
    }
  }

  /// Writes an element and what is in it.
  mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout Markup) -> Void
  ) {
    open(name, attributes)
    content(&self)
    html += "</\(name)>"
  }

  /// Writes an element that holds one text.
  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], _ text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that holds nothing and has no end tag in HTML, such as `meta`.
  mutating func void(_ name: StaticString, _ attributes: [Attribute] = []) {
    open(name, attributes)
  }

  /// Writes markup or a script of this program as it is.
  mutating func verbatim(_ literal: StaticString) {
    html += "\(literal)"
  }

  /// Writes text.
  mutating func text(_ text: String) {
    html += Self.escaped(shown(text))
  }

  /// Writes sentences; what stands between backticks is code.
  mutating func prose(_ text: String) {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // Without a partner a backtick is one of a name.
    guard parts.count % 2 == 1 else { return self.text(text) }
    for (place, part) in parts.enumerated() {
      if place % 2 == 0 { self.text(String(part)) } else { element("code", [], String(part)) }
    }
  }

  /// Starts a new line, which keeps the file readable.
  mutating func newline() { html += "\n" }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    html += "<\(name)"
    for attribute in attributes {
      let value = attribute.isText ? shown(attribute.value) : attribute.value
      html += " \(attribute.name)=\"\(Self.escaped(value))\""
    }
    html += ">"
  }

  /// A text as readers may see it.
  private func shown(_ text: String) -> String {
    ShownText.cut(Printable.line(rewrite(text)), to: Self.longestText)
  }

  private static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
        && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
    }
    guard !isPlain else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
