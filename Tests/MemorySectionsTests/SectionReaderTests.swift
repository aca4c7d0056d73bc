import Foundation
import MemorySections
import Testing

/// The coverage of a member of any kind.
@Suite struct SectionReaderTests {
  private static let row =
    "   41    0 0xffffff7f810dd000 0x1f9000   0x1f9000   com.example.driver.Test (1.0) <4 3>"

  @Test func everyLineUnderstoodIsParsed() throws {
    let section = try read(Self.row + "\n", as: .kextstat)
    #expect(section.outcome == .parsed)
    #expect(section.kind == .kextstat)
    #expect(section.member == "test/kextstat")
    #expect(section.coverage.bytes == Self.row.utf8.count + 1)
    #expect(section.coverage.rows == 1)
    #expect(section.coverage.failure == nil)
  }

  @Test func aLineNotUnderstoodIsKeptWithItsNumber() throws {
    let section = try read("\(Self.row)\nnonsense\n\(Self.row)\n", as: .kextstat)
    #expect(section.outcome == .partial)
    #expect(section.coverage.rows == 2)
    #expect(section.coverage.unreadLineCount == 1)
    #expect(section.coverage.unreadLines.map(\.line) == [2])
    #expect(section.coverage.unreadLines.map(\.text) == ["nonsense"])
  }

  @Test func onlyTheFirstUnreadLinesAreKept() throws {
    let text = String(repeating: String(repeating: "x", count: 300) + "\n", count: 30)
    let section = try read(Self.row + "\n" + text, as: .kextstat)
    #expect(section.coverage.unreadLineCount == 30)
    #expect(section.coverage.unreadLines.count == 20)
    #expect(section.coverage.unreadLines.last?.line == 21)
    #expect(section.coverage.unreadLines.allSatisfy { $0.text.utf8.count == 200 })
  }

  @Test(arguments: SectionKind.allCases)
  func anEmptyMemberIsUnreadable(_ kind: SectionKind) throws {
    let section = try read("", as: kind)
    #expect(section.outcome == .unreadable)
    #expect(section.coverage.failure == "empty")
    #expect(section.coverage.bytes == 0)
  }

  @Test(arguments: [SectionKind.zprint, .footprint, .kextstat, .vmStat, .sysctl, .taskSummary])
  func aMemberOfSomethingElseIsUnreadable(_ kind: SectionKind) throws {
    let section = try read("lorem ipsum\n\ndolor\n", as: kind)
    #expect(section.outcome == .unreadable)
    #expect(section.coverage.failure == "no row was understood")
    #expect(section.coverage.rows == 0)
  }

  /// A cut number would pass for a smaller one; half a line is therefore never a row.
  @Test(arguments: 1..<row.utf8.count)
  func aHalfLineOfACutMemberIsNoRow(length: Int) throws {
    let text = Self.row + "\n" + String(Self.row.prefix(length))
    let section = try read(text, as: .kextstat, isWhole: false)
    #expect(section.coverage.rows == 1)
    #expect(section.coverage.unreadLineCount == 1)
    #expect(section.coverage.unreadLines.map(\.line) == [2])
    #expect(!section.coverage.isWhole)
    #expect(section.outcome == .partial)
  }

  @Test func aMemberThatIsCutBetweenLinesHasNoUnreadLine() throws {
    let section = try read(Self.row + "\n", as: .kextstat, isWhole: false)
    #expect(section.coverage.rows == 1)
    #expect(section.coverage.unreadLineCount == 0)
    #expect(section.outcome == .partial)
  }

  @Test(arguments: [1 << 16, 1 << 22])
  func anOverlongLineIsOneUnreadLine(chunk: Int) throws {
    let long = String(repeating: " ", count: (1 << 20) + 1) + Self.row
    let section = try read("\(Self.row)\n\(long)\n\(Self.row)\n", as: .kextstat, chunk: chunk)
    #expect(section.coverage.rows == 2)
    #expect(section.coverage.unreadLineCount == 1)
  }

  @Test func zerosAreUnreadAndDoNoHarm() throws {
    let section = try read("\(Self.row)\n\u{0}\u{0}\u{0}\n\(Self.row)\u{0}\n", as: .kextstat)
    #expect(section.coverage.rows == 1)
    #expect(section.coverage.unreadLines.map(\.line) == [2, 3])
  }
}
