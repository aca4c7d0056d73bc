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

  /// A list's text without processes, and the lines of one process.
  static let lists: [(kind: SectionKind, head: String, row: @Sendable (Int) -> String)] = [
    (
      .taskInfo, "num tasks: 5010\n\n",
      { number in
        "process: \"a\(number)\" [\(number)] [unique ID: 1]\nvirtual bytes: 5.02 GB; "
          + "phys_footprint bytes: 9.30 MB; phys_footprint lifetime maximum bytes: 9.31 MB\n\n"
      }
    ),
    (
      .spindump, "Hardware model:   Mac16,5\n",
      { number in
        "Process:          a\(number) [\(number)]\nFootprint:        9 MB\n\n"
      }
    ),
    (.top, "PhysMem: 9G used, 1G unused.\nPID COMMAND %CPU MEM\n", { "\($0) a\($0) 0.0 9M\n" }),
    (.ps, "USER PID COMMAND\n", { "root \($0) /bin/a\($0)\n" }),
    (.jetsamPriority, "name,pid,footprint\n", { "a\($0),\($0),9216\n" }),
  ]

  @Test("a list keeps 5,000 processes, and the rest is unread", arguments: lists.indices)
  func processes(_ place: Int) throws {
    let (kind, head, row) = Self.lists[place]
    let text = head + (1...5010).map(row).joined()
    let section = try read(text, as: kind)
    let processes = (section.content as? any ProcessListing)?.processes ?? []
    #expect(processes.count == 5000)
    #expect(processes.last?.pid == 5000)
    #expect(section.outcome == .partial)
    #expect(section.coverage.unreadLineCount >= 10)
  }
}
