import Testing

@testable import ReportRendering

/// Cells in columns, and names that would push them out of the window.
struct TextTableTests {
  private static func lines(
    _ alignments: [TextTable.Alignment], _ rows: [[String]], indent: String = ""
  ) -> [String] {
    var table = TextTable(alignments)
    for row in rows { table.add(row) }
    return table.lines(indent: indent)
  }

  @Test("columns are as wide as their widest cell")
  func widths() {
    #expect(
      Self.lines([.left, .right, .left], [["a", "1 KB", "x"], ["longer", "12 KB", "yy"]])
        == ["a        1 KB  x", "longer  12 KB  yy"])
  }

  @Test("there are no blanks at a line's end")
  func ends() {
    #expect(
      Self.lines([.left, .left], [["a", ""], ["b", "c"], ["", ""]], indent: "  ")
        == ["  a", "  b  c", ""])
  }

  @Test("cells that are missing stay empty")
  func missing() {
    #expect(
      Self.lines([.left, .right, .right], [["a"], ["b", "2", "3"]]) == ["a", "b  2  3"])
  }

  @Test("a table without rows has no lines")
  func empty() {
    #expect(Self.lines([.left], []).isEmpty)
  }

  @Test("the indent stands before every row that has a cell")
  func indent() {
    #expect(Self.lines([.left], [["a"], ["b"]], indent: "    ") == ["    a", "    b"])
  }

  @Test("a cell cannot forge a line or drive the terminal")
  func safe() {
    #expect(Self.lines([.left, .left], [["a\nb\u{1B}[1m", "c"]]) == ["a\\u{a}b\\u{1b}[1m  c"])
  }

  @Test("a letter with its accent is as wide as one without")
  func accents() {
    #expect(Self.lines([.left, .left], [["e\u{301}", "x"], ["e", "x"]]).map(\.count) == [4, 4])
  }

  @Test(
    "a long name keeps both its ends",
    arguments: [
      ("short", 5, "short"), ("shorts", 5, "sh…ts"), ("abcdefgh", 6, "abc…gh"),
      ("", 5, ""), ("com.apple.driver.Widget", 11, "com.a…idget"),
    ])
  func shortened(_ text: String, _ length: Int, _ shown: String) {
    #expect(Shortened.middle(text, to: length) == shown)
    #expect(Shortened.middle(text, to: length).count <= length)
  }
}
