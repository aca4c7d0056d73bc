import AllocationBalance
import MemoryAnalysis
import Testing

@testable import MachineGenerator

/// Fleets of three hundred machines, six of them with a leaking kext.
///
/// The thresholds were chosen on fleets of other seeds.
@Suite struct FleetDetectionTests {
  private static let sizes = [512...1023, 1024...2047, 2048...4095, 4096...20480]
  private static let seeds = 4
  private static let healthySeeds = 16

  /// A fleet, with its row in the table.
  private struct Case {
    var seed: Int
    var leak: GeneratedFleet.Leak?
    var row: FleetTally.Row
  }

  private static var cases: [Case] {
    var cases: [Case] = []
    for holder in GeneratedFleet.Holder.allCases {
      for size in sizes {
        let text = "leak of \(size.lowerBound) to \(size.upperBound) MB in \(holder.rawValue)"
        let row = FleetTally.Row(
          order: cases.count, text: text, isAsked: size.lowerBound >= 2048)
        let leak = GeneratedFleet.Leak(holder: holder, megabytes: size)
        let first = 10_000 + cases.count
        cases += (0..<seeds).map { Case(seed: first + $0, leak: leak, row: row) }
      }
    }
    let healthy = FleetTally.Row(order: 1000, text: "healthy", isAsked: false)
    cases += (0..<healthySeeds).map { Case(seed: 20_000 + $0, leak: nil, row: healthy) }
    return cases
  }

  @Test("only machines with a leak, and their kext, are named")
  func quality() async throws {
    let cases = Self.cases
    let tally = await withTaskGroup(of: FleetTally.self) { group in
      for fleet in cases {
        group.addTask {
          var tally = FleetTally()
          tally.add(GeneratedFleet(seed: fleet.seed, leak: fleet.leak), row: fleet.row)
          return tally
        }
      }
      return await group.reduce(into: FleetTally()) { $0.add($1) }
    }
    print(tally.markdown)
    #expect(tally.rows.values.map(\.fleets).reduce(0, +) == cases.count)
    // From 2 GB on: those six machines, that kext and nothing else.
    let asked = tally.rows.filter(\.key.isAsked).values
    #expect(asked.map(\.fleets).reduce(0, +) == 4 * Self.seeds)
    for count in asked {
      #expect(count.leaking == 6 * count.fleets)
      #expect(count.found == count.leaking, "\(tally.mistakes)")
      #expect(count.falseAlarms == 0, "\(tally.mistakes)")
      #expect(count.named == count.fleets, "\(tally.mistakes)")
    }
    let all = tally.rows.values
    // One in five thousand, and no kext blamed for another one's leak.
    let machines = all.map(\.machines).reduce(0, +)
    #expect(machines >= 290 * cases.count)
    #expect(all.map(\.falseAlarms).reduce(0, +) * 5000 <= machines, "\(tally.mistakes)")
    #expect(all.map(\.wrongKexts).reduce(0, +) == 0, "\(tally.mistakes)")
  }

  @Test("a leak is recognized even when a quarter of the fleet has it")
  func manyLeaking() {
    let leak = GeneratedFleet.Leak(holder: .zone, megabytes: 6144...20480)
    let fleet = GeneratedFleet(seed: 7, leak: leak, leakingCount: 75)
    let judged = fleet.judged()
    #expect(judged.outliers.count >= 70)
    #expect(Set(judged.outliers.map(\.machine)).isSubset(of: fleet.leaking))
    #expect(judged.sharedKexts.first?.kexts.first?.name == GeneratedFleet.leakingKext)
  }
}
