import Foundation
import Testing

@testable import TestSupport

/// Members that would take unbounded memory are skipped and reported.
struct BudgetTests {
  /// Writes a tar of one zprint member and then many of one name.
  private static let maker = """
    import io, sys, tarfile
    path, source, name, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    zprint = open(source, 'rb').read()
    with tarfile.open(path, 'w:gz') as tar:
        for member, content in [('top/zprint.txt', zprint)] + [(name, b'nothing')] * count:
            info = tarfile.TarInfo(member)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    """

  private func archive(_ name: String, _ count: Int, in scratch: Scratch) async throws -> String {
    let zprint = "\(TestArchive.folder)/texts/osx-10.8-seed/zprint.txt"
    try await Tool.python(Self.maker, [scratch("many.tar.gz"), zprint, name, "\(count)"])
    return scratch("many.tar.gz")
  }

  @Test(
    "a thousand members of one kind do not become a thousand sections",
    arguments: [("top/kextstat.txt", "kextstat", 4), ("top/a.panic", "panic", 500)])
  func report(_ name: String, _ kind: String, _ most: Int) async throws {
    let scratch = try Scratch()
    let archive = try await archive(name, 1000, in: scratch)
    let run = try await Program.run([archive, "--format", "json"])
    #expect(run.status == 5)
    let sentence = "\(1000 - most) more members than the limit of \(most) are \(kind)"
    #expect(run.errors.contains(sentence))
    let report = try ReportObject(run.outputBytes)
    #expect(report.scan.problems.map(\.code) == ["limitSections"])
    #expect(report.sections.count { $0.kind == kind } == most)
  }

  @Test("an extraction stops there too, and keeps its files")
  func extract() async throws {
    let scratch = try Scratch()
    let archive = try await archive("top/kextstat.txt", 10, in: scratch)
    let run = try await Program.run(["extract", archive, "--kernel", "-o", scratch("out")])
    #expect(run.status == 5)
    #expect(run.errors.contains("6 more members than the limit of 4 are kextstat"))
    #expect(
      try scratch.names(in: "out") == [
        "kextstat-2.txt", "kextstat-3.txt", "kextstat-4.txt", "kextstat.txt", "manifest.json",
        "zprint.txt",
      ])
  }

  @Test("members up to the budget pass without a message")
  func withinBudget() async throws {
    let scratch = try Scratch()
    let archive = try await archive("top/kextstat.txt", 4, in: scratch)
    #expect(try await !Program.run([archive]).errors.contains("limit"))
  }
}
