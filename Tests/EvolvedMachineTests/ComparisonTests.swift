import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import MachineGenerator

/// Two captures of a machine with known growth.
@Suite struct ComparisonTests {
  /// The compared pairs of captures: within the boot, over each event, over the reboot.
  static let pairs = [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4), (4, 5), (5, 6), (0, 6), (4, 0)]

  @Test("the comparison of a pair matches its events", arguments: 0..<12)
  func recoversTheTruth(_ batch: Int) {
    for number in (batch * 14)..<(batch * 14 + 14) {
      let captures = EvolvedMachine(number: number).evolution.captures
      for (old, new) in Self.pairs {
        let check = ComparisonCheck(captures[old], captures[new])
        let failures = check.failures.prefix(5).joined(separator: "\n")
        #expect(failures.isEmpty, "machine \(number), \(old) to \(new)\n\(failures)")
        #expect(check.values > 20)
      }
    }
  }

  @Test("a leak comes first, with its true rate", arguments: 0..<56)
  func leakComesFirst(_ number: Int) throws {
    let evolved = EvolvedMachine(number: number)
    let evolution = evolved.evolution
    let comparison = Comparison(
      evolution.captures[3].snapshot(), evolution.captures[4].snapshot())
    let rate = try #require(evolution.course.leaks[evolved.leaking])
    let isProcess = evolved.leaking == .process(EvolvedMachine.process)
    if isProcess, evolved.plan.footprint == nil { return }
    let list = isProcess ? comparison.processes : comparison.components
    // footprint's kernel_task has only eight zones; the heap is not one of them.
    if comparison.kernel?.origin == "footprint.kernelTask" { return }
    let leak = try #require(list.first { $0.name == evolved.leaking.component })
    #expect(leak.status == .grew)
    let growth = try #require(comparison.perHour(leak))
    // Noise changes each capture by up to 1 MiB.
    let off = (2 << 20) / 2 + (leak.delta?.tolerance ?? 0)
    #expect(abs(growth - rate) <= off)
    if !isProcess { #expect(list.first?.name == evolved.leaking.component) }
  }

  @Test("a renamed heap is one family that grows", arguments: [5, 12, 4, 11])
  func renamedHeap(_ number: Int) throws {
    let evolved = EvolvedMachine(number: number)
    try #require(evolved.heap == Course.oldHeap)
    var course = evolved.evolution.course
    course.leaks = [.zone(Course.oldHeap): 512 << 20]
    let captures = Evolution(evolved.machine, evolved.plan, course, seed: number).captures
    let comparison = Comparison(captures[1].snapshot(), captures[2].snapshot())
    let family = comparison.components.filter { $0.name.contains("data") }
    #expect(family.first { $0.name == "zone data.kalloc.1024" }?.status == .grew)
    #expect(!family.contains { $0.name == "zone data_shared.kalloc.1024" })
    let zones = comparison.zones.filter { $0.family == "data.kalloc.1024" }
    #expect(zones.contains { $0.name == Course.newHeap && $0.status == .new })
  }

  @Test("a second between boot times is no reboot", arguments: [0, 1, 2, 3, 3600])
  func jitter(_ seconds: Int) {
    let captures = EvolvedMachine(number: 4).evolution.captures
    var moved = captures[1]
    moved.bootTime = captures[0].bootTime.map { $0 + seconds }
    let relation = Comparison(captures[0].snapshot(), moved.snapshot()).relation
    #expect(relation.isSameBoot == (seconds <= 2))
    #expect((relation.perHour(1 << 20) == nil) == (seconds > 2))
  }

  @Test("without a boot time there is no rate")
  func unknownBoot() {
    var captures = EvolvedMachine(number: 4).evolution.captures
    captures[1].bootTime = nil
    let comparison = Comparison(captures[0].snapshot(), captures[1].snapshot())
    #expect(comparison.relation.isSameBoot == nil)
    #expect(comparison.components.allSatisfy { comparison.perHour($0) == nil })
  }

  @Test("a row of a section that one archive lacks is not gone")
  func missingSections() {
    let captures = EvolvedMachine(number: 0).evolution.captures
    var bare = captures[1]
    (bare.plan.zprint, bare.plan.kextstat, bare.plan.footprint) = (nil, nil, nil)
    for (old, new) in [(captures[0], bare), (bare, captures[0])] {
      let comparison = Comparison(old.snapshot(), new.snapshot())
      let lacking: Change.Side = old.plan.zprint == nil ? .old : .new
      for table in [
        comparison.zones, comparison.wired, comparison.kexts, comparison.processes,
        comparison.categories,
      ] {
        #expect(!table.isEmpty)
        #expect(table.allSatisfy { $0.status == .unknown && $0.unknownIn == lacking })
        #expect(table.allSatisfy { $0.delta == nil })
        #expect(table.contains { ($0.old ?? $0.new) != nil })
      }
      #expect(comparison.components.isEmpty)
      #expect(comparison.kernel == nil)
      #expect(comparison.caveats.contains { $0.contains("cannot be compared") })
    }
  }

  @Test("a table that only one layout has is not new")
  func otherLayout() {
    let captures = EvolvedMachine(number: 5).evolution.captures
    var older = captures[0]
    older.plan.zprint?.form = .c
    let comparison = Comparison(older.snapshot(), captures[1].snapshot())
    #expect(comparison.wired.allSatisfy { $0.status == .unknown && $0.unknownIn == .old })
    #expect(comparison.zones.contains { $0.status != .unknown })
  }
}
