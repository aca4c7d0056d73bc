import Testing

@testable import ReportRendering

/// Names with markup, scripts, quotes and escapes in every place of a document stay text.
struct HostileMarkupTests {
  static let payloads = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</style></title><svg onload=alert(1)>", "javascript:alert(1)", "&lt;b&gt;&#60;", "<!--",
    "]]>", "`<b>`", "``", "|a|b\\|c|", "[x](http://example.org)", "![x](x.png)", "**b** _i_ ~~s~~",
    "@octocat #1", "http://example.org www.example.org", "<https://example.org>", "# h", "> q",
    "\u{1B}[31mred", "\u{202E}gpj.exe", "line\nline", "\u{0}\u{7F}\u{9B}", "\u{2028}", "e\u{301}",
  ]

  /// What this program's pages consist of.
  private static let elements: Set = [
    "html", "head", "meta", "title", "style", "body", "a", "main", "article", "header", "h1", "h2",
    "h3", "p", "strong", "nav", "ul", "ol", "li", "section", "dl", "dt", "dd", "div", "table",
    "caption", "thead", "tbody", "tr", "th", "td", "small", "span", "code", "figure", "figcaption",
    "svg", "rect", "text", "line", "path", "circle", "footer", "script",
  ]

  @Test("HTML has no element and no attribute that a name brought", arguments: payloads)
  func html(_ payload: String) {
    let plain = MarkupTokens(Self.page("x"))
    let hostile = MarkupTokens(Self.page(payload))
    // A backtick makes code of its own words, and nothing else.
    let isSame = plain.names.filter { !$0.hasSuffix("code") }
    #expect(hostile.names.filter { !$0.hasSuffix("code") } == isSame)
    for name in hostile.names where name != "!DOCTYPE" {
      #expect(
        Self.elements.contains(name.hasPrefix("/") ? String(name.dropFirst()) : name), "\(name)")
    }
    for (element, name, value) in hostile.attributes {
      #expect(!name.hasPrefix("on") && name != "style", "\(element) \(name)")
      #expect(!value.hasPrefix("UNQUOTED"), "\(element) \(name)")
      guard name == "href" || name == "src" else { continue }
      #expect(value.hasPrefix("#"), "\(value)")
    }
  }

  @Test("HTML shows every name, in every place", arguments: payloads)
  func shown(_ payload: String) {
    let text = MarkupTokens(Self.page(payload)).text
    for place in 0..<HostileDocument.placeCount {
      #expect(text.contains("n\(place)n"), "place \(place)")
    }
  }

  @Test(
    "no control or format character is in any format", arguments: payloads,
    [OutputFormat.html, .markdown, .text])
  func characters(_ payload: String, _ format: OutputFormat) {
    let text: String =
      switch format {
      case .html: Self.page(payload)
      case .markdown: MarkdownRenderer(RenderingOptions()).render(HostileDocument.make(payload))
      default: TextRenderer(RenderingOptions()).render(HostileDocument.make(payload))
      }
    let unsafe = text.unicodeScalars.filter { scalar in
      scalar != "\n"
        && [.control, .format, .lineSeparator, .paragraphSeparator].contains(
          scalar.properties.generalCategory)
    }
    #expect(unsafe.isEmpty)
  }

  @Test("names are redacted before they are escaped")
  func redacted() {
    var options = RenderingOptions()
    options.redact = { $0.replacing("a&b_c", with: "host-1") }
    let document = HostileDocument.make("a&b_c")
    for text in [HTMLRenderer(options).page(document), MarkdownRenderer(options).render(document)] {
      #expect(!text.contains("a&"))
      #expect(text.contains("host-1"))
    }
    #expect(HTMLRenderer(options).page(document).contains("--redact"))
  }

  private static func page(_ payload: String) -> String {
    HTMLRenderer(RenderingOptions()).page(HostileDocument.make(payload))
  }
}
