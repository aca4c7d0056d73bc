import Testing

@testable import ReportRendering

/// Tables for spreadsheets: quoting, unknown cells, and names that would be formulas.
struct CSVTableTests {
  @Test("a table is its columns and its rows, an unknown cell empty")
  func table() {
    var table = CSVTable(["name", "bytes", "share"])
    table.add([.text("vnodes"), .number(-689), .ratio(0.25)])
    table.add([.text("data.kalloc.1024"), .unknown, CSVTable.Cell(Double?.none)])
    #expect(
      table.text == "name,bytes,share\r\nvnodes,-689,0.25\r\ndata.kalloc.1024,,\r\n")
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
    #expect(CSVTable.line([.text(text)]) == printed + "\r\n")
  }

  @Test(
    "a name is never a formula",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
      ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""), ("\t=1", "\\u{9}=1"),
      ("＝1", "'＝1"), ("a=1", "a=1"),
    ])
  func formulas(_ text: String, _ printed: String) {
    #expect(CSVTable.line([.text(text)]) == printed + "\r\n")
  }
}
