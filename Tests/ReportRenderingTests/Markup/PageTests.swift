import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import ReportRendering

/// Pages for a browser; `scripts/checks/browser` looks at them in one.
struct PageTests {
  @Test(
    "Base64, by the examples of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func base64(_ text: String, _ encoded: String) {
    #expect(PageSecurity.base64(Array(text.utf8)) == encoded)
  }

  @Test("the script has at most 15 KB, and nothing in style or script loads anything")
  func ownTexts() {
    #expect(PageScript.text.utf8CodeUnitCount <= 15 << 10)
    for text in ["\(PageScript.text)", "\(PageStyle.text)"] {
      for word in [
        "url(", "@import", "http:", "fetch(", "XMLHttp", "import(", "eval(", "innerHTML",
      ] {
        #expect(!text.contains(word) || word == "http:" && Self.isNamespace(text), "\(word)")
      }
    }
  }

  /// The one address in the script is the name of a vocabulary, which no browser loads.
  private static func isNamespace(_ text: String) -> Bool {
    text.split(separator: "http:").count == 2 && text.contains("'http://www.w3.org/2000/svg'")
  }

  @Test(
    "numbers of drawings",
    arguments: [
      (0.38614, "38.61%"), (0, "0%"), (1, "100%"), (0.00004, "0%"), (-0.5, "-50%"),
      (Double.nan, "0%"), (Double.infinity, "0%"), (1e300, "0%"),
    ])
  func coordinates(_ share: Double, _ text: String) {
    #expect(Coordinate.percent(share) == text)
  }

  @Test("every size of a report has its tolerance and its place")
  func sources() throws {
    let page = HTMLRenderer(RenderingOptions()).page(try ShippedMachine.leak.report().document)
    // By hand, from the text of the archive: the leaking zone stands in line 186 of its zprint.
    #expect(page.contains(">8.78 GB</td>"))
    #expect(page.contains("zprint.txt:186"))
    #expect(page.contains("± 83.1 MB"))
  }

  @Test("a table of thousands is cut, and says so")
  func cut() {
    let shape = TableShape("things", of: "things", [Column(.name, "name", "thing")])
    var document = Document()
    document.sections = [
      DocumentSection(
        "things", heading: "Things",
        contents: [.table(Table(shape, (0..<2345).map { Table.Row([.name("thing \($0)")]) }))])
    ]
    let page = HTMLRenderer(RenderingOptions()).page(document)
    #expect(page.contains("The first 500 of 2,345 things; --format csv --table things writes all"))
    #expect(page.contains(">thing 499<"))
    #expect(!page.contains(">thing 500<"))
  }

  @Test("several results are articles of one page with ids of their own")
  func several() throws {
    let renderer = HTMLRenderer(RenderingOptions())
    let report = try ShippedMachine.seed.report()
    let page = String(
      decoding: renderer.bytes(of: report, at: 0) + renderer.bytes(of: report, at: 1)
        + renderer.closing, as: UTF8.self)
    let tokens = MarkupTokens(page)
    #expect(tokens.names.count { $0 == "article" } == 2)
    #expect(tokens.names.count { $0 == "html" } == 1)
    let ids = tokens.attributes.filter { $0.name == "id" }.map(\.value)
    #expect(ids.count == Set(ids).count)
    let links = tokens.attributes.filter { $0.name == "href" && $0.value.hasPrefix("#") }
    for link in links { #expect(ids.contains(String(link.value.dropFirst())), "\(link.value)") }
  }

  @Test(
    "tags are closed in the order in which they were opened",
    arguments: [
      ShippedMachine.leak, .seed, .redacted, .withoutZprint, .withoutMemory,
    ])
  func nesting(_ machine: ShippedMachine) throws {
    let page = HTMLRenderer(RenderingOptions()).page(try machine.report().document)
    var open: [String] = []
    for name in MarkupTokens(page).names where name != "meta" && name != "!DOCTYPE" {
      if name.hasPrefix("/") {
        #expect(open.popLast() == String(name.dropFirst()))
      } else {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
  }
}
