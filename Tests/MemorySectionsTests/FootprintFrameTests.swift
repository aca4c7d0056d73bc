import Foundation
import MemorySections
import Testing

/// Text before, between and around the frames, and frames with lost lines.
@Suite struct FootprintFrameTests {
  private static let editor = FootprintTexts.editor
  private static let helper = FootprintTexts.helper

  /// The dump names every process before any frame; one of these processes is called `Vim`.
  private static let dump = """
    Terminal [442]

               start                end  [object-id]     VRT     DRT     SWP     CLN     RCL    WIRE   tag (detail)
          ----------         ---------- ------------   -----   -----   -----   -----   -----   -----   ------------
           2ba024000 -        2ba2e3000 [0d03235025]   2812K   2276K       0       0    532K       0   MALLOC_SMALL
           unmapped -         unmapped  [0d03235026]     12K     12K       0       0       0       0   IOSurface

    Vim [443]

               start                end  [object-id]     VRT     DRT     SWP     CLN     RCL    WIRE   tag (detail)
          ----------         ---------- ------------   -----   -----   -----   -----   -----   -----   ------------
           2ba024000 -        2ba2e3000 [0d03235025]   2812K   2276K       0       0    532K       0   MALLOC_SMALL


    """

  @Test(arguments: ["", "VM Object Dirty Analysis: Enabled\n"])
  func aRegionDumpIsPassedOver(_ mark: String) throws {
    let section = try read(Self.dump + mark + Self.helper, as: .footprint)
    let footprint = try #require(section.footprint)
    #expect(footprint.processes.map(\.summary) == (try helperAlone()))
    #expect(footprint.countsByObject == !mark.isEmpty)
    #expect(footprint.messages == [])
    #expect(section.coverage.rows == 4)
    #expect(section.coverage.unreadLineCount == 0)
  }

  @Test func aMessageBeforeARegionDumpIsKept() throws {
    let footprint = try MemorySectionsTests.footprint(
      of: "footprint: slow [5]\n" + Self.dump + Self.helper)
    #expect(footprint.messages == ["footprint: slow [5]"])
  }

  @Test func aTextOfADumpAloneIsUnreadable() throws {
    #expect(try read(Self.dump, as: .footprint).outcome == .unreadable)
  }

  @Test func nothingToGatherIsAMessage() throws {
    let section = try read("No results gathered.\n", as: .footprint)
    #expect(section.outcome == .unreadable)
    #expect(section.coverage.unreadLineCount == 0)
  }

  /// Lines of another stream between those of a frame.
  @Test(arguments: 0..<5)
  func aForeignLineDoesNotPutFramesOutOfStep(line: Int) throws {
    var texts = lines(of: Self.helper)
    texts.insert("footprint: could not examine [99]", at: line)
    let text = texts.joined(separator: "\n") + Self.editor
    let processes = try footprint(of: text).processes
    #expect(processes.map(\.name) == ["Helper", "Editor"])
    #expect(processes.map(\.categories.count) == [1, 2])
    #expect(processes.map(\.total?.dirty.bytes) == [65_536, 851_968])
  }

  /// A rule or a header of `Helper`'s frame is lost; the text around it is still read.
  @Test(arguments: [0, 2])
  func aLostRuleCostsNothing(line: Int) throws {
    var texts = lines(of: Self.helper)
    texts.remove(at: line)
    let section = try read(
      Self.editor + texts.joined(separator: "\n") + Self.editor, as: .footprint)
    let processes = try #require(section.footprint).processes
    #expect(processes.map(\.name) == ["Editor", "Helper", "Editor"])
    #expect(processes.map(\.categories.count) == [2, 1, 2])
    #expect(processes.map(\.errors) == [[], [], []])
    #expect(section.coverage.unreadLineCount == 0)
  }

  @Test func rowsBelowALostHeaderAreNobodys() throws {
    var texts = lines(of: Self.helper)
    texts.remove(at: 1)
    let section = try read(
      Self.editor + texts.joined(separator: "\n") + Self.editor, as: .footprint)
    let processes = try #require(section.footprint).processes
    #expect(processes.map(\.name) == ["Editor", "Editor"])
    #expect(processes.map(\.total?.dirty.bytes) == [851_968, 851_968])
    #expect(processes.map(\.ledgerFootprint?.bytes) == [868_352, 868_352])
    // The row, the total and the kernel's own figure.
    #expect(section.coverage.unreadLineCount == 3)
  }

  @Test func aSharedTableThatHasLostItsHeadingIsNotOwn() throws {
    let text = Self.editor.replacing("Shared with Helper [13]:\n", with: "")
    let section = try read(text, as: .footprint)
    let process = try #require(section.footprint?.processes.first)
    #expect(process.total?.dirty.bytes == 851_968)
    #expect(process.categories.count == 2)
    #expect(process.shared.map(\.with) == ["23 processes"])
    #expect(section.coverage.unreadLineCount == 2)
  }

  /// The file ends where the tool met its time limit.
  @Test func aTextCutInATableKeepsWhatWasWhole() throws {
    let text = Self.helper + Self.editor
    let cut = try #require(text.range(of: "240 K"))
    let section = try read(String(text[..<cut.upperBound]), as: .footprint, isWhole: false)
    let processes = try #require(section.footprint).processes
    #expect(processes.map(\.name) == ["Helper", "Editor"])
    #expect(processes[1].footprint?.bytes == 851_968)
    #expect(processes[1].categories.map(\.name) == ["MALLOC metadata"])
    #expect(processes[1].total == nil)
    #expect(section.footprint?.summary == nil)
    #expect(section.coverage.unreadLineCount == 1)
    #expect(section.outcome == .partial)
  }

  private func helperAlone() throws -> [String] {
    try footprint(of: Self.helper).processes.map(\.summary)
  }
}

extension FootprintProcess {
  /// Name, id, footprint and own rows.
  fileprivate var summary: String {
    "\(name) \(pid) \(footprint?.printed ?? "-") \(categories.map(\.summary))"
  }
}
