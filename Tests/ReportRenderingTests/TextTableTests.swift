import AllocationBalance
import MemorySections
import Testing

@testable import ReportRendering

/// Cells in columns: headings, widths, and what happens where a window is narrow.
struct TextTableTests {
  private static let shape = TableShape(
    "files", of: "files",
    [
      Column(.name, "name", "name"), .bytes("bytes", "size", tolerance: true),
      Column(.source, "source", "source", priority: 1), Column(.text, "note", "note"),
    ])

  private static func row(
    _ name: String, _ bytes: Int?, tolerance: Int = 0, line: Int = 1, note: String = "",
    level: Int = 0
  ) -> Table.Row {
    Table.Row(
      [
        .name(name),
        bytes.map { .bytes(Cell.Size(bytes: $0, tolerance: tolerance)) } ?? .unknown(nil),
        .source(Source(member: "top/a.txt", line: line)), .text(note),
      ], level: level)
  }

  private static func lines(_ rows: [Table.Row], width: Int? = nil) -> [String] {
    let table = TextTable(shape, rows, width: width)
    return [table.head].compactMap { $0 } + table.body
  }

  @Test("columns are as wide as their widest cell, numbers right, under headings")
  func widths() {
    #expect(
      Self.lines([
        Self.row("a", 1024, note: "x"), Self.row("longer", nil, line: 12, note: "yy"),
      ]) == [
        "  name       size  source    note",
        "  a       1.00 KB  a.txt:1   x",
        "  longer  unknown  a.txt:12  yy",
      ])
  }

  @Test("a column that is empty is not shown, a tolerance only where it matters")
  func columns() {
    #expect(
      Self.lines([Self.row("a", 2048, tolerance: 512), Self.row("b", 1024)]) == [
        "  name     size           source",
        "  a     2.00 KB  ± 512 B  a.txt:1",
        "  b     1.00 KB           a.txt:1",
      ])
  }

  @Test("a part is indented below its whole")
  func levels() {
    #expect(
      Self.lines([Self.row("a", 1024), Self.row("b", 1024, level: 1)]).dropFirst() == [
        "  a     1.00 KB  a.txt:1", "    b   1.00 KB  a.txt:1",
      ])
  }

  @Test("wide characters take two columns, combining marks none")
  func wide() {
    let lines = Self.lines([
      Self.row("日本語", 1024), Self.row("e\u{301}", 1024), Self.row("abcdef", 1024),
    ])
    #expect(Set(lines.dropFirst().map(DisplayWidth.of)).count == 1)
    #expect(lines[1].hasPrefix("  日本語  1.00 KB"))
  }

  @Test("a table without rows has neither head nor lines")
  func empty() {
    #expect(Self.lines([]).isEmpty)
  }

  @Test("a cell cannot forge a line or drive the terminal")
  func safe() {
    let lines = Self.lines([Self.row("a\nb\u{1B}[1m", 1, note: "c\r")])
    #expect(lines.count == 2)
    #expect(lines[1].contains("a\\u{a}b\\u{1b}[1m"))
    #expect(lines[1].hasSuffix("c\\u{d}"))
  }

  @Test("nothing is cut or broken where lines may have any length")
  func unlimited() {
    let name = String(repeating: "n", count: 300)
    let note = String(repeating: "word ", count: 100) + "end"
    let lines = Self.lines([Self.row(name, 1024, note: note), Self.row("b", 1024, note: "c")])
    #expect(lines.count == 3)
    #expect(lines[1].contains(name) && lines[1].hasSuffix(note))
    // The long name pushes its own row only.
    #expect(lines[2].count < 120)
  }

  @Test(
    "a narrow window breaks words first, then cuts names, then leaves columns out",
    arguments: 40...200)
  func narrow(_ width: Int) {
    let rows = [
      Self.row(
        "com.example.driver.VeryLongNameOfSomething", 5 << 30, line: 12345,
        note: "what it is in some words that need room"),
      Self.row("short", 1024, note: "more words"),
    ]
    let lines = Self.lines(rows, width: width)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    let text = lines.joined(separator: " ")
    for word in ["what", "it", "some", "need", "room", "5.00 GB", "short", "1.00 KB"] {
      #expect(text.contains(word))
    }
    // Both ends of a name stay.
    #expect(text.contains("com.ex") && text.contains("Something") || width < 60)
  }

  @Test(
    "a long name keeps both its ends",
    arguments: [
      ("short", 5, "short"), ("shorts", 5, "sh…ts"), ("abcdefgh", 6, "abc…gh"),
      ("", 5, ""), ("com.apple.driver.Widget", 11, "com.a…idget"), ("日本語の名前", 7, "日本…前"),
      ("ab", 1, "…"), ("ab", 0, ""),
    ])
  func shortened(_ text: String, _ length: Int, _ shown: String) {
    #expect(Fitted.middle(text, to: length) == shown)
    #expect(DisplayWidth.of(Fitted.middle(text, to: length)) <= length)
  }

  @Test(
    "the columns of a text",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("ｆｕｌｌ", 8),
      ("ﾊﾝ", 2), ("🍎", 2), ("…", 1), ("█", 1), ("a\u{A0}b", 3),
    ])
  func displayWidth(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
