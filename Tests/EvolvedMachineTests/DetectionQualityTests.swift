import Testing

@testable import MachineGenerator

/// The quality of leak detection over many machines; prints the README's table.
@Suite struct DetectionQualityTests {
  static let seeds = 0..<3000
  static let batch = 100

  @Test("leaks from 200 MB an hour on are found, and healthy machines are not reported")
  func quality() async throws {
    let tally = try await withThrowingTaskGroup(of: DetectionTally.self) { group in
      for start in stride(from: Self.seeds.lowerBound, to: Self.seeds.upperBound, by: Self.batch) {
        group.addTask {
          var tally = DetectionTally()
          for seed in start..<min(start + Self.batch, Self.seeds.upperBound) {
            try tally.add(SmallSeries(seed: seed))
          }
          return tally
        }
      }
      return try await group.reduce(into: DetectionTally()) { $0.add($1) }
    }
    print(tally.markdown(seeds: Self.seeds))
    let (leaks, healthy) = (tally.sum(leaks: true), tally.sum(leaks: false))
    #expect(leaks.series + healthy.series >= 2000)
    #expect(leaks.series == healthy.series)
    #expect(tally.missed.isEmpty, "\(tally.missed.sorted().joined(separator: "\n"))")
    // 0.5 % of the healthy series, and of the healthy components in the other series.
    #expect(healthy.falseAlarms * 200 <= healthy.series, "seeds \(tally.falseAlarms.sorted())")
    #expect(leaks.falseAlarms * 200 <= leaks.series, "seeds \(tally.falseAlarms.sorted())")
  }
}
