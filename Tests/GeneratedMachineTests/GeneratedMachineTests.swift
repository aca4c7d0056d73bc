import Testing

@testable import MachineGenerator

/// Fictitious machines, printed in every layout and parsed again.
///
/// The printers are written only from the formats and share no code with the parsers. A wrong idea
/// of a layout cannot spread through code.
struct GeneratedMachineTests {
  static let batchSize = 30
  static let allBatches = 40
  static let batches = MachineShare.part(of: allBatches)
  static let tally = Tally(batches: batches)

  @Test("the parsed data equals the printed data", arguments: 0..<batches)
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
    // Ten forms; both, one or none of -t and -w; -L and -H if the form has them.
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
