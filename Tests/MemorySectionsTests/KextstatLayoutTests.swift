import MemorySections
import Testing

/// The layouts of kextstat, from 10.5 to 26.
@Suite struct KextstatLayoutTests {
  struct Layout: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let generation: String
    let text: String
  }

  static let layouts = [
    Layout(
      testDescription: "K1, 32-bit", generation: "K1-K2",
      text: """
        Index Refs Address    Size       Wired      Name (Version) <Linked Against>
            1   65 0x0        0x0        0x0        com.apple.kernel (9.8.0)
            9    1 0x1234000  0x3000     0x2000     com.example.driver.Test (1.0.1b8) <7 6>
        """),
    Layout(
      testDescription: "K2, 64-bit", generation: "K2-K4",
      text: """
        Index Refs Address            Size       Wired      Name (Version) <Linked Against>
            1   65 0xffffff7f80742000 0x683c     0x683c     com.apple.kpi.bsd (10.8.0)
            9    1 0xffffff7f80a00000 0x3000     0x2000     com.example.driver.Test (1.0) <7 6>
        """),
    Layout(
      testDescription: "K3 without a heading", generation: "K2-K4",
      text: """
            1   65 0xffffff7f80742000 0x683c     0x683c     com.apple.kpi.bsd (12.5.0)
            9    1 0xffffff7f80a00000 0x3000     0x2000     com.example.driver.Test (1.0) <7 6>
        """),
    Layout(
      testDescription: "K4 with architectures", generation: "K2-K4",
      text: """
        Index Refs Address            Size       Wired      Architecture       Name (Version) <Linked Against>
            1   65 0xffffff7f80742000 0x683c     0x683c     x86_64             com.apple.kpi.bsd (14.1.0)
            9    1 0xffffff7f80a00000 0x3000     0x2000     x86_64             com.example.driver.Test (1.0) <7 6>
        """),
    Layout(
      testDescription: "K5", generation: "K5",
      text: """
        Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>
            1   65 0xffffff7f80742000 0x683c     0x683c     com.apple.kpi.bsd (18.6.0) A1894AE0-EE79-4567-8D13-55278C6F9D1D
            9    1 0xffffff7f80a00000 0x3000     0x2000     com.example.driver.Test (1.0) no UUID <7 6>
        """),
    Layout(
      testDescription: "K6 from kmutil", generation: "K6",
      text: """
        Executing: /usr/bin/kmutil showloaded
        No variant specified, falling back to release
        Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>
            1   81 0                  0x683c     0x683c     com.apple.kpi.bsd (21.6.0) 75CB92F7-23C5-405C-BA85-2443AC7D2DAC
            9    1 0xffffff7f80a00000 0x3000     0x2000     com.example.driver.Test (1.0) no UUID <7 6>
        """),
    Layout(
      testDescription: "K6 without its first lines", generation: "K6",
      text: """
        Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>
            1   81 0                  0x683c     0x683c     com.apple.kpi.bsd (21.6.0) 75CB92F7-23C5-405C-BA85-2443AC7D2DAC <>
            9    1 0xffffff7f80a00000 0x3000     0x2000     com.example.driver.Test (1.0) no UUID <7 6>
        """),
  ]

  @Test(arguments: layouts)
  func aTextHasALayout(_ layout: Layout) throws {
    let section = try read(layout.text, as: .kextstat)
    #expect(section.kextstat?.generation == layout.generation)
    #expect(section.coverage.rows == 2)
    #expect(section.coverage.unreadLineCount == 0)
  }

  @Test(arguments: layouts)
  func everyLayoutHasTheSameKext(_ layout: Layout) throws {
    let kext = try #require(try kextstat(of: layout.text).kexts.last)
    #expect(kext.index == 9)
    #expect(kext.references == 1)
    #expect(kext.size?.printed == "12288B")
    #expect(kext.wired?.printed == "8192B")
    #expect(kext.name == "com.example.driver.Test")
    #expect(kext.linkedAgainst == [7, 6])
    #expect(kext.isThirdParty)
  }

  /// Blanks at a line's start may be lost or replaced by tabs.
  @Test(arguments: layouts, ["", "\t", " \t "])
  func leadingBlanksDoNotMatter(_ layout: Layout, _ indent: String) throws {
    let text = lines(of: layout.text).map { indent + $0.drop { $0 == " " } }
      .joined(separator: "\n")
    let kexts = try kextstat(of: text).kexts.map(\.summary)
    #expect(try kexts == kextstat(of: layout.text).kexts.map(\.summary))
  }

  @Test func sumsLeaveOutWhatIsOnlyAListOfSymbols() throws {
    let text = """
      1 65 0xffffff7f80742000 0x683c 0x683c com.apple.kpi.bsd (18.6.0)
      5 65 0xffffff7f80752000 0x1000 0x1000 com.apple.driver.Test (1.0)
      9  1 0xffffff7f80a00000 0x3000 0x2000 com.example.driver.Test (1.0) <7 6>
      10 1 ????               ????   ????   com.example.driver.Other (1.0)
      """
    let kextstat = try MemorySectionsTests.kextstat(of: text)
    #expect(kextstat.imageSize == Quantity(bytes: 0x1000 + 0x2000))
    #expect(kextstat.allRowsSize == Quantity(bytes: 0x683C + 0x1000 + 0x2000))
    #expect(kextstat.thirdParty.map(\.index) == [9, 10])
  }
}
