import AllocationBalance
import MemoryAnalysis
import Testing

@testable import MachineGenerator

/// Copies of one capture in a series: an archive with its broken download or its extracted files.
struct CopyTests {
  /// Hourly captures of a machine, each named after its archive.
  private static func series() -> [Snapshot] {
    let evolved = EvolvedMachine(number: 8)
    var course = Course(hours: [1, 2, 3, 4, 5])
    course.leaks = [evolved.leaking: 600 << 20]
    return Evolution(evolved.machine, evolved.plan, course, seed: 8).captures.enumerated().map {
      copy($1.snapshot(), name: "sysdiagnose \($0)", at: "/\($0).tar.gz")
    }
  }

  private static func copy(
    _ snapshot: Snapshot, name: String? = nil, at path: String, members: Int = 100,
    outcome: ScanSummary.Outcome = .complete
  ) -> Snapshot {
    var archive = snapshot.archive
    archive.path = path
    archive.name = name ?? archive.name
    // The last section identifies the machine; without it no copy could be recognized.
    let sections = members == 100 ? snapshot.sections : snapshot.sections.suffix(1)
    let scan = ScanSummary(outcome: outcome, membersSeen: members)
    return Snapshot(archive: archive, scan: scan, sections: Array(sections))
  }

  private static func paths(_ series: Series) -> [String] {
    series.boots.flatMap { $0.map(\.archive.path) }
  }

  @Test("the most complete copy of a capture is in the series, in any position", arguments: 0..<8)
  func fullest(_ number: Int) throws {
    let whole = Self.series()
    let broken = Self.copy(whole[2], at: "/1-broken.tar.gz", members: 60, outcome: .truncated)
    let extracted = Self.copy(whole[2], at: "/2-kernel.tar.gz", members: 5)
    let again = Self.copy(whole[3], at: "/3-again.tar.gz")
    var random = SeededRandom(seed: UInt64(number))
    let all = (whole + [broken, extracted, again]).shuffled(using: &random)
    let series = Series(all)
    #expect(
      Self.paths(series) == ["/0.tar.gz", "/1.tar.gz", "/2.tar.gz", "/3-again.tar.gz", "/4.tar.gz"])
    let alone = Trend(Series(whole)).boots.map(\.kernel)
    #expect(Trend(series).boots.map(\.kernel) == alone)
    #expect(alone.first??.points.count == 5)
    let tails = series.caveats.suffix(3)
    #expect(
      tails.sorted() == [
        "/1-broken.tar.gz is left out: a copy of /2.tar.gz, which says as much or more",
        "/2-kernel.tar.gz is left out: a copy of /2.tar.gz, which says as much or more",
        "/3.tar.gz is left out: a copy of /3-again.tar.gz, which says as much or more",
      ])
  }

  @Test("a broken archive alone stays, and so does another one from the same time")
  func noCopies() throws {
    var captures = Self.series()
    captures[1] = Self.copy(captures[1], at: "/1.tar.gz", outcome: .truncated)
    captures.append(Self.copy(captures[2], name: "another run", at: "/5.tar.gz"))
    let series = Series(captures)
    #expect(Self.paths(series).sorted() == (0...5).map { "/\($0).tar.gz" })
    #expect(!series.caveats.contains { $0.contains("left out") })
  }
}
