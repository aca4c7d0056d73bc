import MemorySections
import Testing

@testable import TestSupport

/// Every process of every test machine.
@Suite struct FootprintTruthTests {
  private func expect(_ quantity: Quantity?, is truth: Truth.Size?) {
    #expect(quantity?.bytes == truth?.printedBytes)
    #expect(quantity?.tolerance == truth?.toleranceBytes)
  }

  @Test(arguments: TestMachine.withFootprint)
  func processesAreTheTruths(_ machine: TestMachine) throws {
    let processes = try #require(try machine.section(.footprint).footprint).userProcesses
    let truth = try #require(try machine.truth.processes)
    let expected = Dictionary(grouping: truth, by: \.pid)
    #expect(processes.count == truth.count)
    #expect(expected.count == truth.count)
    for process in processes {
      let one = try #require(expected[process.pid]?.first)
      #expect(process.name == one.name)
      #expect(process.isTranslated == one.isTranslated)
      #expect(process.categories.count == one.categoryCount, "\(process.name)")
      expect(process.footprint, is: one.footprint)
      expect(process.peak, is: one.peak)
      #expect(one.errors.allSatisfy { process.errors.contains($0) })
      #expect(process.errors.isEmpty == one.errors.isEmpty)
    }
  }

  @Test(arguments: TestMachine.withFootprint)
  func theKernelIsTheTruths(_ machine: TestMachine) throws {
    let kernel = try #require(try machine.section(.footprint).footprint?.kernelTask)
    let truth = try #require(try machine.truth.kernelTask)
    expect(kernel.footprint, is: truth.footprint)
    #expect(kernel.categories.count == truth.categoryCount)
    // The truths of the lean machines omit the categories' names.
    if let categories = truth.categories {
      #expect(kernel.categories.map(\.name).sorted() == categories.map(\.name).sorted())
    }
  }

  @Test(arguments: TestMachine.withFootprint)
  func theSummaryIsTheTruths(_ machine: TestMachine) throws {
    let footprint = try #require(try machine.section(.footprint).footprint)
    expect(footprint.summary?.footprint, is: try machine.truth.summary)
    #expect(footprint.summary?.total != nil)
  }

  @Test(arguments: TestMachine.withFootprint)
  func ownRowsComeToTheirTotal(_ machine: TestMachine) throws {
    let processes = try #require(try machine.section(.footprint).footprint).processes
    for process in processes where process.total != nil {
      let total = try #require(process.total)
      let sum = process.categories.map(\.dirty).sum()
      let difference = sum - total.dirty
      #expect(abs(difference.bytes) <= difference.tolerance, "\(process.name)")
    }
  }

  /// Only 26 prints the system's values.
  @Test(arguments: TestMachine.withFootprint)
  func valuesOfTheSystemAreRead(_ machine: TestMachine) throws {
    let system = try #require(try machine.section(.footprint).footprint).system
    let names: Set<String> =
      machine.name.hasPrefix("macos-26") || machine.name.hasPrefix("series-")
      ? ["boot_carveout", "sys_footprint", "sys_unwired", "sys_wired"] : []
    #expect(Set(system.keys) == names)
  }
}
