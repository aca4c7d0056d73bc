import Foundation
import Platform
import Testing

@testable import ReportRendering

/// Text from an archive, made safe to show.
struct PrintableTests {
  @Test(
    "plain text of any language stays as it is",
    arguments: [
      "", "kernel_task", "Test Agent [beta] (Helper)", "Überwachung", "日本語", "🍎",
      "e\u{301}", "a\u{A0}b", "\\u{1b}",
    ])
  func plain(_ text: String) {
    #expect(Printable.line(text) == text)
  }

  @Test(
    "what would drive a terminal or forge a line is shown by its number",
    arguments: [
      ("\u{1B}[31mred", "\\u{1b}[31mred"),
      ("\u{1B}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"),
      ("two\nlines", "two\\u{a}lines"),
      ("carriage\rreturn", "carriage\\u{d}return"),
      ("crlf\r\n", "crlf\\u{d}\\u{a}"),
      ("tab\t", "tab\\u{9}"),
      ("nul\0", "nul\\u{0}"),
      ("del\u{7F}", "del\\u{7f}"),
      // The C1 controls: one character that means ESC [.
      ("\u{9B}31m", "\\u{9b}31m"),
      // Marks that turn the direction of what follows.
      ("\u{202E}txt.exe", "\\u{202e}txt.exe"),
      ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
      ("\u{200F}", "\\u{200f}"),
      // Marks that cannot be seen.
      ("a\u{200B}b", "a\\u{200b}b"),
      ("\u{FEFF}a", "\\u{feff}a"),
      ("line\u{2028}separator", "line\\u{2028}separator"),
      ("paragraph\u{2029}", "paragraph\\u{2029}"),
    ])
  func unsafe(_ text: String, _ shown: String) {
    #expect(Printable.line(text) == shown)
  }

  @Test("no character of the C0 and C1 blocks is let through")
  func controls() {
    for value in Array(0...0x1F as ClosedRange<UInt32>) + Array(0x7F...0x9F) {
      let text = Unicode.Scalar(value).map { String(Character($0)) } ?? ""
      #expect(Printable.line("a" + text) == "a\\u{\(String(value, radix: 16))}")
    }
  }

  @Test("what was made safe is safe, and stays as it is")
  func idempotent() {
    let once = Printable.line("\u{1B}[2J\u{202E}\n")
    #expect(Printable.line(once) == once)
  }

  /// Every character that must be shown by its number.
  static let invisible: [Unicode.Scalar] =
    ([
      0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160,
      0x17B4...0x17B5, 0x180B...0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0x2800...0x2800, 0x3164...0x3164, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF9...0xFFFB,
      0xE0001...0xE0001, 0xE0020...0xE007F,
    ] as [ClosedRange<UInt32>]).flatMap { $0 }.compactMap(Unicode.Scalar.init)

  @Test("no format shows a control or an invisible character as it is")
  func everyFormat() throws {
    for scalar in Self.invisible {
      let name = "a\(scalar)b"
      let shown = "a\\u{\(String(scalar.value, radix: 16))}b"
      #expect(Printable.line(name) == shown)
      #expect(Printable.name(name) == shown)
      #expect(Cell.name(name).text == shown)
      #expect(Cell.text(name).text == shown)
      #expect(WrappedText.lines(name, width: 80) == [shown])
      #expect(CSVRow.line([.text(name)]).hasPrefix(shown))
      let json = try JSONTextEncoder.text(of: [name], isPretty: false)
      #expect(json.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) }, "\(json)")
      #expect(try JSONDecoder().decode([String].self, from: Data(json.utf8)) == [name])
    }
  }

  @Test("a very long name is cut in the middle in text, and whole in JSON and CSV")
  func long() throws {
    let name = "begin" + String(repeating: "x", count: 5000) + "end"
    for text in [Printable.name(name), Cell.name(name).text, Printable.sentence(name)] {
      #expect(text.count == Printable.longestName)
      #expect(text.hasPrefix("begin"))
      #expect(text.hasSuffix("end"))
    }
    #expect(Printable.sentence("see \(name) there").count == Printable.longestName + 10)
    #expect(CSVRow.line([.text(name)]) == name + "\r\n")
    #expect(try JSONTextEncoder.text(of: [name], isPretty: false) == "[\"\(name)\"]")
  }
}
