import MemorySections
import Testing

@testable import TestSupport

/// Every number of zprint of every test machine.
@Suite struct ZprintTruthTests {
  @Test(arguments: TestMachine.withZprint)
  func zonesAreTheTruths(_ machine: TestMachine) throws {
    let zones = try #require(try machine.section(.zprint).zprint).zones
    let truth = try #require(try machine.truth.zones)
    #expect(zones.count == truth.count)
    for (zone, expected) in zip(zones, truth) {
      #expect(zone.name == expected.name)
      #expect(zone.nameIsTruncated == expected.nameIsTruncated)
      #expect(zone.elementBytes == expected.elementBytes)
      // A redacted size is printed as 0 and read as unknown.
      let isHidden = expected.currentBytes.printedBytes == 0 && expected.inUseCount > 0
      #expect(zone.current?.bytes == (isHidden ? nil : expected.currentBytes.printedBytes))
      // 10.7 prints the lower 32 bits: page_tables has 654,217 elements of 4,096 bytes.
      let printed = expected.maximumBytes?.printedBytes
      #expect(zone.maximum?.bytes == (printed == 4_396_431_216_640 ? 2_679_672_832 : printed))
      #expect(zone.capacityCount == expected.currentCount)
      #expect(zone.inUseCount == expected.inUseCount)
      #expect(zone.used.bytes == expected.usedBytes)
    }
  }

  @Test(arguments: TestMachine.withZprint)
  func wiredRowsAreTheTruths(_ machine: TestMachine) throws {
    let wired = try #require(try machine.section(.zprint).zprint).wired
    let truth = try machine.truth.wired ?? []
    #expect(wired.count == truth.count)
    for (row, expected) in zip(wired, truth) {
      #expect(row.name == expected.name)
      #expect(row.kind.rawValue == expected.kind)
      #expect(row.tag == expected.tag)
      #expect(row.loadTag == (expected.loadTag == 0 ? nil : expected.loadTag))
      #expect(row.size.bytes == expected.printedBytes)
      #expect(row.peak?.bytes == expected.peakBytes)
    }
  }

  @Test(arguments: TestMachine.withZprint)
  func totalsAreTheTruths(_ machine: TestMachine) throws {
    let zprint = try #require(try machine.section(.zprint).zprint)
    let truth = try machine.truth
    #expect(zprint.totals.size?.bytes == truth.zoneTotals?.sizeBytes)
    #expect(zprint.totals.used?.bytes == truth.zoneTotals?.usedBytes)
    #expect(zprint.totals.allocated?.bytes == truth.zoneTotals?.allocatedBytes)
    #expect(zprint.zonesRow?.bytes == truth.zonesRow?.printedBytes)
    #expect(zprint.wiredTotal?.bytes == truth.wiredTotal?.printedBytes)
    #expect(zprint.maps.count == truth.mapCount ?? 0)
    #expect(zprint.views.count == truth.viewCount ?? 0)
    #expect(zprint.isRedacted == truth.isRedacted)
  }

  /// `TOTAL SIZE` is exact if it includes only zones; the sum of the rows may be smaller.
  @Test(arguments: TestMachine.withZprint)
  func theZonesSizeHoldsTheTruths(_ machine: TestMachine) throws {
    let zprint = try #require(try machine.section(.zprint).zprint)
    let printed = try #require(try machine.truth.zoneBytes).printedBytes
    guard !zprint.isRedacted else {
      #expect(zprint.zonesSize == nil)
      #expect(zprint.zonesLowerBound?.bytes == zprint.zones.map(\.used).sum().bytes)
      return
    }
    let size = try #require(zprint.zonesSize)
    #expect(zprint.zones.compactMap(\.current).sum().bytes == printed)
    #expect(printed...(printed + 1_024 * zprint.zones.count) ~= size.bytes)
  }

  @Test(arguments: TestMachine.withZprint)
  func thePrintedTotalIsTheTruths(_ machine: TestMachine) throws {
    let total = try #require(try machine.section(.zprint).zprint).printedTotal
    let truth = try machine.truth.wiredTotal
    func bytes(_ mebibytes: String?) -> Double? {
      mebibytes.flatMap { Double($0.dropLast()) }.map { $0 * 1_048_576 }
    }
    for (read, text) in [(total?.accounted, truth?.printedX), (total?.wired, truth?.printedY)] {
      #expect(read.map { Double($0.bytes) } == bytes(text)?.rounded())
    }
  }

  @Test(arguments: TestMachine.withZprint)
  func theGenerationIsOneOfTheTruths(_ machine: TestMachine) throws {
    let generation = try #require(try machine.section(.zprint).zprint).generation
    let truth = try #require(try machine.truth.sections["zprint"]?.generations)
    #expect(truth.contains(generation.oldest.rawValue))
    #expect(truth.contains(generation.newest.rawValue))
  }
}
