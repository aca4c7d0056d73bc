import Platform
import Testing

@testable import ReportRendering

/// The lines of a list in windows of any width.
struct ListLineTests {
  private static let names = [
    "in/a.tar.gz", "", String(repeating: "folder/", count: 60) + "sysdiagnose.tar.gz",
    "档案/系统诊断_2026.tar.gz", "e\u{301}\u{1B}[31m\u{202E}.tar.gz", "\n\t", "👩‍👩‍👧‍👦.tgz",
  ]

  private static func line(_ name: String, host: String) -> ListLine {
    ListLine(
      sentence: "\(name)  \(host)",
      fields: [
        ListLine.Field("CRITICAL", widths: [8, 8, 8]),
        ListLine.Field("compressor-pressure", end: "≥ 12.3 GB", widths: [22, 30, 30]),
        ListLine.Field(host, widths: [10, 16, 20]),
        ListLine.Field("2026-03-14", widths: [10]),
        ListLine.Field("1.5 GB", widths: [0, 0, 9], isRightAligned: true),
      ], name: name)
  }

  @Test("no line is wider than its window, and names start in one column", arguments: 60...220)
  func widths(_ width: Int) {
    var starts: Set<Int> = []
    for host in Self.names {
      for name in Self.names {
        let text = Self.line(name, host: host).text(width: width)
        #expect(DisplayWidth.of(text) <= width)
        #expect(!text.unicodeScalars.contains(where: UnsafeCharacter.isUnsafe))
        // A size is never cut.
        #expect(text.contains("≥ 12.3 GB  "))
      }
      starts.insert(DisplayWidth.of(Self.line("", host: host).text(width: width)))
    }
    #expect(starts.count == 1)
  }

  @Test("a name loses its middle, and keeps both ends")
  func cut() {
    let text = Self.line("archives/march/sysdiagnose_2026.03.14.tar.gz", host: "studio")
      .text(width: 80)
    #expect(
      text == "CRITICAL  compre…ssure ≥ 12.3 GB  studio      2026-03-14  archives/ma….14.tar.gz")
  }

  @Test("where lines may have any length nothing is cut")
  func pipe() {
    let name = String(repeating: "folder/", count: 40) + "a.tar.gz"
    #expect(Self.line(name, host: "studio").text(width: nil) == "\(name)  studio")
  }
}
