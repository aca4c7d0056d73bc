import MemorySections
import Testing

@testable import TestSupport

/// Every kext of every test machine.
@Suite struct KextstatTruthTests {
  @Test(arguments: TestMachine.withKextstat)
  func kextsAreTheTruths(_ machine: TestMachine) throws {
    let kexts = try #require(try machine.section(.kextstat).kextstat).kexts
    let truth = try #require(try machine.truth.kexts)
    #expect(kexts.count == truth.count)
    for (kext, expected) in zip(kexts, truth) {
      let address = kext.address.map { $0 == 0 ? "0" : "0x" + String($0, radix: 16) }
      #expect(kext.index == expected.index)
      #expect(kext.references == expected.references)
      #expect(address == expected.address)
      #expect(kext.size == Quantity(bytes: expected.sizeBytes, line: kext.line, of: .kextstat))
      #expect(kext.wired == Quantity(bytes: expected.wiredBytes, line: kext.line, of: .kextstat))
      #expect(kext.name == expected.name)
      #expect(kext.version == expected.version)
      #expect(kext.uuid == expected.uuid)
      #expect(kext.linkedAgainst == expected.linkedAgainst)
      #expect(kext.isThirdParty == expected.isThirdParty)
    }
  }

  @Test(arguments: TestMachine.withKextstat)
  func sumsAreTheTruths(_ machine: TestMachine) throws {
    let kextstat = try #require(try machine.section(.kextstat).kextstat)
    let truth = try #require(try machine.truth.kextImageBytes)
    #expect(kextstat.allRowsSize.bytes == truth.allRows)
    #expect(kextstat.imageSize.bytes == truth.withoutKpi)
  }

  /// The truth lists each possible layout of the text; the parser gives a name or a range.
  @Test(arguments: TestMachine.withKextstat)
  func theLayoutIsOneOfTheTruths(_ machine: TestMachine) throws {
    let kextstat = try #require(try machine.section(.kextstat).kextstat)
    let truth = try #require(try machine.truth.sections["kextstat"]?.generations)
    let ends = kextstat.generation.split(separator: "-").map(String.init)
    let oldest = try #require(ends.first)
    let newest = try #require(ends.last)
    #expect(truth.allSatisfy { oldest <= $0 && $0 <= newest })
  }
}
