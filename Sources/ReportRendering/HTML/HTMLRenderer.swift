/// Renders documents as one page for a browser.
///
/// The page is one file that loads nothing. It can be read without its script, printed, operated by
/// keyboard and heard with a screen reader; the script adds sorting, filtering and the zoom of icicles.
public struct HTMLRenderer: Renderer {
  private let options: RenderingOptions

  /// The most rows of a table; a browser lays out a hundred thousand in half a minute.
  static let mostRows = 500

  /// Creates a renderer.
  public init(_ options: RenderingOptions) {
    self.options = options
  }

  /// A result as a page of its own.
  public func bytes<Result: Presentable>(of result: Result) -> [UInt8] {
    bytes(of: result, at: 0) + closing
  }

  /// A result as an article; the first one opens the page.
  public func bytes<Result: Presentable>(of result: Result, at place: Int) -> [UInt8] {
    Array(article(result.document, at: place).utf8)
  }

  /// The page of one document.
  public func page(_ document: Document) -> String {
    article(document, at: 0) + String(decoding: closing, as: UTF8.self)
  }

  /// The end of the page, with its script.
  public var closing: [UInt8] {
    var markup = Markup(rewriting: { $0 })
    markup.verbatim("</main>\n<script>")
    markup.verbatim(PageScript.text)
    markup.verbatim("</script>\n</body>\n</html>\n")
    return Array(markup.html.utf8)
  }

  private func article(_ document: Document, at place: Int) -> String {
    var markup = Markup(rewriting: options.redact ?? { $0 })
    let title = document.verdict?.sentence ?? document.subject.first ?? "sysbalance"
    if place == 0 { open(&markup, title: document.subject.first ?? title) }
    let article = ArticleMarkup(id: "r\(place + 1)", options: options)
    article.write(document, title: title, to: &markup)
    return markup.html
  }

  private func open(_ markup: inout Markup, title: String) {
    markup.verbatim("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    markup.void(
      "meta",
      [
        .value("http-equiv", "Content-Security-Policy"),
        .value("content", PageSecurity.policy(style: PageStyle.text, script: PageScript.text)),
      ])
    markup.verbatim(
      """

      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">

      """)
    markup.element("title", [], title + " – sysbalance")
    markup.verbatim("\n<style>")
    markup.verbatim(PageStyle.text)
    markup.verbatim(
      "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to the answer</a>\n")
    if let home = options.homePage {
      markup.element("nav", [.value("aria-label", "Fleet")]) {
        $0.element("a", [.value("href", home)], "Back to the fleet")
      }
    }
    markup.verbatim("<main id=\"content\">\n")
  }
}
