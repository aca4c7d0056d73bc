import AllocationBalance
import MemorySections
import Testing

@testable import ReportRendering

/// Tables for spreadsheets: quoting, unknown cells, and names that would be formulas.
struct CSVTests {
  private static let shape = TableShape(
    "zones", of: "zones",
    [
      Column(.name, "name", "zone"),
      .bytes("currentBytes", "size", tolerance: true, lowerBound: true),
      Column(.share, "share", "of zones"), Column(.text, nil, "for readers only"),
      Column(.source, "source", "source"),
    ])

  private struct Zones: Presentable {
    static var tables: [TableShape] { [CSVTests.shape] }
    static var keyName: String? { "archivePath" }
    var document: Document {
      var document = Document()
      let rows = [
        Table.Row([
          .name("vnodes"), .bytes(Cell.Size(bytes: -689, tolerance: 512, isLowerBound: true)),
          .share(0.25, of: "zones"), .text("x"), .source(Source(member: "a/zprint.txt", line: 7)),
        ]),
        Table.Row([.name("=1"), .unknown("redacted"), .empty, .empty, .empty]),
      ]
      document.sections = [
        DocumentSection(
          "zones", heading: "Zones",
          contents: [
            .table(Table(CSVTests.shape, Array(rows.prefix(1)), audience: .readers)),
            .table(Table(CSVTests.shape, rows, key: .text("a.tar.gz"), audience: .programs)),
          ])
      ]
      return document
    }
    var contract: any Encodable { [String: Int]() }
  }

  @Test("sizes have tolerance and lower bound beside them, unknown is empty and never zero")
  func table() {
    let renderer = CSVRenderer(table: "zones")
    let bytes = renderer.opening(for: Zones.self) + renderer.bytes(of: Zones())
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "archivePath,name,currentBytes,currentToleranceBytes,currentIsLowerBound,share,member,line\r\n"
        + "a.tar.gz,vnodes,-689,512,yes,0.25,a/zprint.txt,7\r\n"
        + "a.tar.gz,'=1,,,,,,\r\n")
  }

  @Test(
    "a text is quoted where it must be",
    arguments: [
      ("Mac16,5", "\"Mac16,5\""),
      ("say \"hi\"", "\"say \"\"hi\"\"\""),
      ("\"", "\"\"\"\""),
      ("two\r\nlines", "two\\u{d}\\u{a}lines"),
      ("\u{1B}[31m", "\\u{1b}[31m"),
      ("", ""),
    ])
  func quoting(_ text: String, _ printed: String) {
    #expect(CSVRow.line([.text(text)]) == printed + "\r\n")
  }

  @Test(
    "a name is never a formula",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
      ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""), ("\t=1", "\\u{9}=1"),
      ("＝1", "'＝1"), ("a=1", "a=1"),
    ])
  func formulas(_ text: String, _ printed: String) {
    #expect(CSVRow.line([.text(text)]) == printed + "\r\n")
  }
}
