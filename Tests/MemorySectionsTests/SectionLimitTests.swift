import MemorySections
import Testing

/// A section larger than any real one uses no more memory than the limits allow.
@Suite struct SectionLimitTests {
  @Test("rows beyond the limit are counted as unread")
  func rows() throws {
    let reader = SectionCatalog.reader(
      for: .sysctl, member: "sysctl.txt", budget: MemoryBudget(bytes: .max))
    let line = Array("hw.pagesize: 4096\n".utf8)
    let thousand = Array(repeatElement(line, count: 1000).joined())
    for _ in 0..<250 { thousand.withUnsafeBytes { reader.read($0.bytes) } }
    let coverage = reader.finish(isWhole: true).coverage
    #expect(coverage.rows + coverage.unreadLineCount <= 250_000)
    #expect(coverage.rows == 200_000)
    #expect(coverage.unreadLineCount == 50_000)
    #expect(coverage.unreadLines.count == Coverage.keptUnreadLines)
  }
}
