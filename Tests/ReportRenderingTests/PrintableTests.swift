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
}
