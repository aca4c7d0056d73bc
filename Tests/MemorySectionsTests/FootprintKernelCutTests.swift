import Foundation
import MemorySections
import Testing

/// The kernel's part of a footprint text.
@Suite struct FootprintKernelCutTests {
  private func cut(
    _ text: String, chunk: Int = 4096, isWhole: Bool = true
  ) -> (text: String, lines: [ClosedRange<Int>]) {
    var kept = ""
    let cut = FootprintKernelCut { line in
      kept += line.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } + "\n"
    }
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      bytes[start..<min(start + chunk, bytes.count)].withUnsafeBytes { cut.read($0.bytes) }
    }
    cut.finish(isWhole: isWhole)
    return (kept, cut.keptLines)
  }

  @Test(arguments: [1, 2, 3, 7, 4096])
  func theKernelAndTheSummaryAreKept(chunk: Int) {
    let result = cut(FootprintTexts.whole, chunk: chunk)
    #expect(result.text == FootprintTexts.kernel + FootprintTexts.summary)
    // The kernel's 18 lines; the summary's 19 after 30 of Editor, 13 of Helper, 11 of the cache and
    // 4 of messages.
    #expect(result.lines == [1...18, 77...95])
  }

  @Test func whatIsKeptReadsTheSame() throws {
    let whole = try footprint(of: FootprintTexts.whole)
    let section = try read(cut(FootprintTexts.whole).text, as: .footprint)
    let footprint = try #require(section.footprint)
    #expect(section.coverage.unreadLineCount == 0)
    #expect(footprint.processes.map(\.name) == ["kernel_task"])
    #expect(footprint.kernelTask?.categories == whole.kernelTask?.categories)
    #expect(footprint.summary?.categories.map(\.name) == whole.summary?.categories.map(\.name))
    #expect(footprint.system.mapValues(\.bytes) == whole.system.mapValues(\.bytes))
  }

  @Test func linesEndInLFAndStandAsTheyWere() {
    let text = FootprintTexts.kernel + FootprintTexts.helper
    #expect(cut(text.replacing("\n", with: "\r\n")).text == FootprintTexts.kernel)
  }

  @Test func theRegionDumpIsLeftOutAndItsMarkKept() {
    let dump = """
      Vim [443]

                 start                end  [object-id]     VRT
             2ba024000 -        2ba2e3000 [0d03235025]   2812K
      VM Object Dirty Analysis: Enabled

      """
    let result = cut(dump + FootprintTexts.helper + FootprintTexts.kernel)
    #expect(result.text == "VM Object Dirty Analysis: Enabled\n" + FootprintTexts.kernel)
    #expect(result.lines == [5...5, 19...36])
  }

  @Test func ofACutMemberTheHalfLineIsLeftOut() throws {
    let end = try #require(FootprintTexts.kernel.range(of: "160 K"))
    let result = cut(String(FootprintTexts.kernel[..<end.upperBound]), isWhole: false)
    #expect(result.lines == [1...7])
    #expect(result.text.hasSuffix("kalloc.1024\n"))
  }

  @Test func aLastLineWithoutAnEndIsKept() {
    let result = cut(lines(of: FootprintTexts.kernel).prefix(2).joined(separator: "\n"))
    #expect(result.lines == [1...2])
  }

  @Test(arguments: [FootprintTexts.editor, FootprintTexts.sharedCache, "", "lorem ipsum\n"])
  func withoutAKernelNothingIsKept(_ text: String) {
    #expect(cut(text).lines == [])
  }

  @Test func aSummaryInPagesIsKept() {
    let text = "\(FootprintTexts.rule)\nSummary Footprint: 52\n\(FootprintTexts.rule)\n"
    #expect(cut(FootprintTexts.helper + text).text == text)
  }

  /// Found by fuzzing: a kept header without its closing rule before a removed one.
  ///
  /// A second cut of the output then lost the second header.
  @Test(arguments: ["]: 64-bit\n Category", "Editor [12]: 64-bit\n\(FootprintTexts.rule)"])
  func aHeaderThatHasLostItsEndTakesThatOfTheNext(_ other: String) throws {
    let header = "kernel_task [0]: 64-bit"
    let rows = "rows of another\n"
    let second = lines(of: FootprintTexts.kernel).joined(separator: "\n")
    let result = cut("\(header)\n\(other)\n\(rows)\(second)").text
    #expect(result == "\(header)\n\(lines(of: other)[1])\n\(second)")
    #expect(cut(result).text == result)
  }

  @Test func aHeaderThatHasLostItsRuleTakesNoOther() {
    let kernel = lines(of: FootprintTexts.kernel).dropFirst().joined(separator: "\n")
    let result = cut(FootprintTexts.helper + kernel)
    #expect(result.text == kernel)
    #expect(result.lines == [14...30])
  }
}
