import Testing

@testable import MachineGenerator

/// Machines that never were, printed in every layout and read back.
///
/// The printers are written from the formats alone and share nothing with the readers, so that a
/// wrong idea of a layout cannot be on both sides by way of the code.
struct GeneratedMachineTests {
  static let batchSize = 30
  static let allBatches = 40
  static let batches = MachineShare.part(of: allBatches)
  static let tally = Tally(batches: batches)

  @Test("what is read is what was printed", arguments: 0..<batches)
  func readsWhatWasPrinted(_ batch: Int) {
    var (rows, values) = (0, 0)
    for number in (batch * Self.batchSize)..<((batch + 1) * Self.batchSize) {
      let plan = Plan(number: number)
      let machine = MachineMaker.machine(plan)
      let comparison = PrintedMachine(machine, plan).compare()
      rows += comparison.rows
      values += comparison.values
      guard comparison.differences.isEmpty else {
        report(machine, plan)
        continue
      }
    }
    if let line = Self.tally.add(machines: Self.batchSize, rows: rows, values: values) {
      print(line)
    }
  }

  @Test("every layout is among the machines")
  func coversEveryLayout() {
    let plans = (0..<(Self.allBatches * Self.batchSize)).map(Plan.init(number:))
    #expect(plans.count >= 1000)
    // Ten forms; -t and -w both, one or none; -L and -H where there are such flags.
    #expect(Set(plans.compactMap(\.zprint?.description)).count >= 60)
    #expect(Set(plans.compactMap(\.zprint?.form)).count == ZprintForm.allCases.count)
    #expect(Set(plans.compactMap(\.kextstat?.form)).count == KextstatForm.allCases.count)
    #expect(Set(plans.compactMap(\.footprint?.description)).count == 12)
    #expect(Set(plans.compactMap(\.vmStat)).count == VMStatForm.allCases.count)
  }

  /// Prints the smallest machine that still fails: its number, texts and differences.
  private func report(_ machine: Machine, _ plan: Plan) {
    let smallest = Shrinking.smallest(machine, plan)
    let differences = smallest.compare().differences.prefix(20).joined(separator: "\n")
    let texts = smallest.texts.map { "--- \($0.kind)\n\($0.text.text)" }.joined()
    Issue.record("\(plan)\n\(differences)\n\(texts)")
  }
}
