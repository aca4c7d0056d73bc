import AllocationBalance
import MemoryAnalysis
import Testing

@testable import ReportRendering

/// Markdown for issues and tickets.
struct MarkdownTests {
  private static let text = MarkdownText(rewrite: { $0 })

  @Test(
    "a word that Markdown would act on is a code span",
    arguments: [
      ("zone data.kalloc.1024 grows", "zone data.kalloc.1024 grows"),
      ("VM_KERN_MEMORY_PTE, and", "`VM_KERN_MEMORY_PTE`, and"),
      ("<1 % of it", "<1 % of it"),
      ("<b>x</b>", "`<b>x</b>`"),
      ("ask @octocat about #12.", "ask `@octocat` about `#12`."),
      ("see http://example.org now", "see `http://example.org` now"),
      ("run `sysbalance compare OLD NEW`.", "run `sysbalance compare OLD NEW`."),
      ("a lone ` sign", "a lone `` ` `` sign"),
      ("*b*", "`*b*`"),
    ])
  func prose(_ text: String, _ markdown: String) {
    #expect(Self.text.prose(text) == markdown)
  }

  @Test(
    "a line does not begin a list, a quotation or a heading",
    arguments: [
      ("- x", "\\- x"), ("+1.4 GB", "\\+1.4 GB"), ("1. x", "1\\. x"), ("12) x", "12\\) x"),
      ("> x", "`>` x"), ("# x", "`#` x"), ("    code", "code"), ("10.8 x", "10.8 x"),
    ])
  func line(_ text: String, _ markdown: String) {
    #expect(Self.text.line(text) == markdown)
  }

  @Test(
    "a name keeps its signs",
    arguments: [
      ("Xcode", "Xcode"), ("data.kalloc.1024", "`data.kalloc.1024`"), ("a`b", "``a`b``"),
      ("`", "`` ` ``"), ("a``b`", "``` a``b` ```"), ("", ""),
    ])
  func name(_ name: String, _ markdown: String) {
    #expect(Self.text.name(name) == markdown)
  }

  @Test(
    "a bar does not end a cell",
    arguments: [("a|b", "a\\|b"), ("a\\|b", "a\\u{5c}\\|b"), ("||", "\\|\\|")])
  func cell(_ text: String, _ markdown: String) {
    #expect(MarkdownText.cell(text) == markdown)
  }

  @Test(
    "the first screen alone has at most 25 lines",
    arguments: [ShippedMachine.leak, .seed, .redacted, .withoutZprint, .withoutMemory])
  func brief(_ machine: ShippedMachine) throws {
    let text = Self.brief(try machine.report().document)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 26)
    #expect(!text.isEmpty)
  }

  @Test("the first screen of other results has at most 25 lines, and their answer")
  func briefResults() throws {
    let comparison = Comparison(TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 6))
    let trend = Trend(Series([0, 2, 5, 6].map { TimedMachine.snapshot(hours: $0) }))
    for (document, answer) in [
      (comparison.document, "grew by 4.00 GB"), (trend.document, "LEAK"),
      (SmallFleet.leaking.document, "outliers"),
    ] {
      let text = Self.brief(document)
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 26)
      #expect(text.contains(answer), "\(text)")
    }
  }

  @Test("a document of many sections is cut to 25 lines")
  func manySections() {
    var document = Document()
    document.verdict = Verdict("The answer.")
    document.sections = (0..<40).map {
      DocumentSection(
        "s\($0)", heading: "", isFirstScreen: true, contents: [.paragraph("words \($0)")])
    }
    let text = Self.brief(document)
    #expect(text.hasPrefix("**The answer.**\n\nwords 0\n"))
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 26)
  }

  @Test("the Markdown of a report is the one that was approved", arguments: [true, false])
  func approved(_ isBrief: Bool) throws {
    let options = RenderingOptions(top: 5, isBrief: isBrief)
    let text = MarkdownRenderer(options).render(try ShippedMachine.leak.report().document)
    try Approved.hold(text, "\(isBrief ? "brief" : "report")-macos-26-zone-leak.md")
  }

  private static func brief(_ document: Document) -> String {
    MarkdownRenderer(RenderingOptions(isBrief: true)).render(document)
  }
}
