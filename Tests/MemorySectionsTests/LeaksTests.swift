import MemorySections
import Testing

/// leaks' two lines, in all forms.
@Suite struct LeaksTests {
  private func processes(_ text: String) throws -> [LeaksProcess] {
    try #require(try read(text, as: .leaks).content as? Leaks).processes
  }

  @Test func `blocks and leaks are kept`() throws {
    let section = try read(ProcessToolTexts.leaks, as: .leaks)
    #expect(section.outcome == .parsed, "\(section.coverage)")
    let leaks = try #require(try processes(ProcessToolTexts.leaks).first)
    #expect(leaks.process.title == "Widget Maker [412]")
    #expect(leaks.nodeCount == 31_000)
    #expect(leaks.nodeBytes?.bytes == 50_174 << 10)
    #expect(leaks.nodeBytes?.tolerance == 512)
    #expect(leaks.leakCount == 21)
    #expect(leaks.leakedBytes == Quantity(bytes: 157_136, line: 24, of: .leaks))
    #expect(leaks.reportVersion == "4.0, multi-line stacks")
  }

  @Test(arguments: [
    ("Process 1: 2 nodes malloced for 1 KB\nProcess 1: 1 leak for 16 total leaked bytes.\n", 1, 16),
    ("Process 1: 1 node malloced for 1 KB\nProcess 1: 0 leaks for 0 total leaked bytes.\n", 0, 0),
    (
      "leaks Report Version:  2.0\nProcess:  a [1]\nProcess 1: 9 leaks for 99 total leaked bytes.",
      9, 99
    ),
  ])
  func `each form says as much`(_ text: String, _ count: Int, _ bytes: Int) throws {
    let leaks = try processes(text)
    #expect(leaks.map(\.process.pid) == [1])
    #expect(leaks.map(\.leakCount) == [count])
    #expect(leaks.map { $0.leakedBytes?.bytes } == [bytes])
  }

  @Test func `several processes follow each other`() throws {
    let other = ProcessToolTexts.leaksBody.replacing("412", with: "77").replacing(
      "21 leaks", with: "3 leaks")
    let leaks = try processes(ProcessToolTexts.leaks + other)
    #expect(leaks.map(\.process.pid) == [412, 77])
    #expect(leaks.map(\.leakCount) == [21, 3])
    #expect(leaks.map(\.process.name) == ["Widget Maker", nil])
  }

  @Test func `a text that is cut before the leaks is partial`() throws {
    let text = "Process 26089: 749 nodes malloced for 85 KB\n"
    let section = try read(text, as: .leaks)
    #expect(section.outcome == .partial)
    #expect(section.coverage.endReason == "it ends before the leaks")
    #expect(try processes(text).map(\.leakedBytes) == [nil])
  }

  @Test(arguments: [
    "Process 1: 5 leaks for 99999999999999999999 total leaked bytes.",
    "Process 1: 5 nodes malloced for much KB",
  ])
  func `a number that is not believed is unread`(_ line: String) throws {
    let section = try read(line + "\n", as: .leaks)
    #expect(section.coverage.rows == 0)
    #expect(section.coverage.unreadLines.map(\.line) == [1])
  }

  @Test func `a refusal is said`() throws {
    let message =
      "leaks cannot examine process 107 (securityd) because it no longer appears to be running; try running with `sudo`."
    let section = try read(message + "\n", as: .leaks)
    #expect(section.content == nil)
    #expect(section.coverage.failure == message)
  }
}
