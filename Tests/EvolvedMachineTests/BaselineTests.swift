import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import MachineGenerator

/// Two machines with known growth, each with its clean boot.
@Suite struct BaselineTests {
  /// Two machines of one layout, the second with its own numbers and leak.
  private func machines(_ number: Int) -> [[Capture]] {
    [number, number + 7].map { number in
      let evolved = EvolvedMachine(number: number)
      var course = evolved.evolution.course
      (course.hours, course.reboot) = ([0.1, 2, 20, 24], 2)
      (course.rename, course.unload, course.quit) = (nil, (3, EvolvedMachine.unloadedKext), nil)
      var plan = evolved.plan
      plan.footprint = nil
      return Evolution(evolved.machine, plan, course, seed: number, host: "mac-\(number)")
        .captures
    }
  }

  @Test("the clean, current and accumulated sizes are those of the model", arguments: 0..<42)
  func accumulation(_ number: Int) throws {
    let (first, second) = (machines(number)[0], machines(number)[1])
    let four = [first[0], first[3], second[0], second[3]]
    let snapshots = four.map { $0.snapshot() }
    let baseline = BaselineComparison(
      old: snapshots[1], new: snapshots[3], oldClean: snapshots[0], newClean: snapshots[2])
    let model = four.map(ModelSizes.components)
    #expect(Set(baseline.components.map(\.name)) == Set(model.flatMap { $0.bytes.keys }))
    for item in baseline.components {
      let sizes = model.map { $0.bytes[item.name] }
      let off = model.compactMap { $0.tolerance[item.name] }.reduce(0, +)
      for (read, truth) in zip([item.old.old, item.old.new, item.new.old, item.new.new], sizes) {
        #expect((read == nil) == (truth == nil), "\(item.name)")
        guard let read, let truth else { continue }
        #expect(abs(read.bytes - truth) <= read.tolerance, "\(item.name)")
      }
      let above = [(sizes[1] ?? 0) - (sizes[0] ?? 0), (sizes[3] ?? 0) - (sizes[2] ?? 0)]
      guard let older = item.old.delta, let newer = item.new.delta else {
        // A row that a text may have among its unread lines.
        #expect(snapshots.contains { $0.section(.zprint)?.outcome == .partial }, "\(item.name)")
        continue
      }
      #expect(abs(older.bytes - above[0]) <= off, "\(item.name)")
      #expect(abs(newer.bytes - above[1]) <= off, "\(item.name)")
      let difference = try #require(item.difference)
      #expect(abs(difference.bytes - (above[1] - above[0])) <= difference.tolerance)
      #expect(difference.tolerance <= off)
    }
    let kernel = try #require(baseline.kernel?.difference)
    let parts = baseline.components.compactMap(\.difference?.bytes).reduce(0, +)
    #expect(abs(kernel.bytes - parts) <= kernel.tolerance + 4 * 1023 * 400)
  }

  @Test("differences between the machines cancel out, and the leak remains")
  func leakStays() throws {
    var (first, second) = (machines(7)[0], machines(7)[1])
    // The second machine's kernel is larger from the start because of its hardware.
    for place in second.indices {
      second[place].machine.grow(.tag(EvolvedMachine.tag), by: 1 << 30)
      second[place].machine.countedAsWired += 1 << 30
    }
    first[3].machine.grow(.zone("vnodes"), by: 3 << 30)
    let baseline = BaselineComparison(
      old: first[3].snapshot(), new: second[3].snapshot(), oldClean: first[0].snapshot(),
      newClean: second[0].snapshot())
    let vnodes = try #require(baseline.components.first { $0.name == "zone vnodes" })
    #expect((vnodes.difference?.bytes ?? 0) < -(2 << 30))
    let tag = try #require(baseline.components.first { $0.name == EvolvedMachine.tag })
    let asTheyAre = baseline.comparison.components.first { $0.name == EvolvedMachine.tag }
    let leaks = (try #require(tag.new.delta?.bytes), try #require(tag.old.delta?.bytes))
    let difference = try #require(tag.difference?.bytes)
    #expect(difference == leaks.0 - leaks.1)
    #expect((asTheyAre?.delta?.bytes ?? 0) - difference > 900 << 20)
  }

  @Test("a clean boot of another machine, or of the same boot, is reported")
  func caveats() {
    let (first, second) = (machines(4)[0], machines(4)[1])
    let mixed = BaselineComparison(
      old: first[3].snapshot(), new: second[1].snapshot(), oldClean: second[0].snapshot(),
      newClean: second[0].snapshot())
    #expect(mixed.caveats.contains("the first machine and its clean boot are two machines"))
    #expect(
      mixed.caveats.contains(
        "the second clean boot is of the same boot as the archive it is taken off"))
    let right = BaselineComparison(
      old: first[3].snapshot(), new: second[3].snapshot(), oldClean: first[0].snapshot(),
      newClean: second[0].snapshot())
    #expect(right.caveats.isEmpty)
    #expect(right.comparison.relation.isSameMachine == false)
  }

  @Test("without a kernel source in all four archives there is no figure")
  func noCommonSource() {
    let (first, second) = (machines(0)[0], machines(0)[1])
    var bare = second[0]
    bare.plan.zprint = nil
    let baseline = BaselineComparison(
      old: first[3].snapshot(), new: second[3].snapshot(), oldClean: first[0].snapshot(),
      newClean: bare.snapshot())
    #expect(baseline.kernel == nil)
    #expect(baseline.components.isEmpty)
    #expect(baseline.caveats.contains { $0.hasPrefix("the kernel cannot be compared") })
  }
}
