import Foundation
import MemorySections
import Testing

/// The arithmetic of uncertain sizes.
@Suite struct QuantityTests {
  @Test(
    arguments: [
      ([], 0, 0),
      ([(5, 0)], 5, 0),
      ([(95_232, 1_023), (10_179_584, 1_023)], 10_274_816, 2_046),
      ([(1, 2), (10, 20), (100, 200)], 111, 222),
      ([(.max, 0), (1, 0)], .max, 0),
      ([(1, .max), (1, 1)], 2, .max),
      ([(.min, 0), (-1, 0)], .min, 0),
    ] as [([(bytes: Int, tolerance: Int)], Int, Int)])
  func tolerancesAddAndSumsSaturate(
    _ terms: [(bytes: Int, tolerance: Int)], _ bytes: Int, _ tolerance: Int
  ) {
    let sum = terms.map { Quantity(bytes: $0.bytes, tolerance: $0.tolerance) }.sum()
    #expect(sum == Quantity(bytes: bytes, tolerance: tolerance))
  }

  @Test(
    arguments: [
      (10, 3, 7), (3, 10, -7), (0, .max, -.max), (-2, .max, .min), (0, .min, .max), (5, .min, .max),
    ] as [(Int, Int, Int)])
  func tolerancesAddInADifferenceToo(_ left: Int, _ right: Int, _ bytes: Int) {
    let difference = Quantity(bytes: left, tolerance: 4) - Quantity(bytes: right, tolerance: 5)
    #expect(difference == Quantity(bytes: bytes, tolerance: 9))
  }

  @Test func aSumOverLinesHasNoLine() {
    #expect([Quantity(bytes: 1, line: 7, of: .zprint)].sum().line == 7)
    #expect(
      [Quantity(bytes: 1, line: 7, of: .zprint), Quantity(bytes: 2, line: 7, of: .zprint)].sum()
        .line == 7)
    #expect(
      [Quantity(bytes: 1, line: 7, of: .zprint), Quantity(bytes: 2, line: 8, of: .zprint)].sum()
        .line == nil)
    #expect(
      (Quantity(bytes: 3, line: 7, of: .zprint) - Quantity(bytes: 2, line: 8, of: .zprint)).line
        == nil)
  }

  @Test func aSumOverMembersHasNoSource() {
    let sum = Quantity(bytes: 1, line: 7, of: .zprint) + Quantity(bytes: 2, line: 7, of: .footprint)
    #expect(sum == Quantity(bytes: 3))
  }

  /// A quantity in an array is as large as four integers.
  @Test func aSourceIsSmall() {
    #expect(MemoryLayout<Quantity>.stride <= 4 * MemoryLayout<Int>.stride)
  }

  /// A store keeps a member's path once, and reads what older ones kept without it.
  @Test func aMemberNeedNotBeRepeated() throws {
    let quantity = Quantity(bytes: 5, line: 4, of: .zprint)
    let path = SourcePath("test/zprint")
    let encoder = JSONEncoder()
    encoder.userInfo = path.userInfo
    encoder.outputFormatting = .sortedKeys
    let json = try encoder.encode(quantity)
    #expect(String(decoding: json, as: UTF8.self) == #"{"bytes":5,"line":4,"tolerance":0}"#)
    let decoder = JSONDecoder()
    #expect(try decoder.decode(Quantity.self, from: json).source == nil)
    decoder.userInfo = path.userInfo
    #expect(try decoder.decode(Quantity.self, from: json) == quantity)
  }

  @Test func addingInPlaceIsAdding() {
    var total = Quantity(bytes: 1, tolerance: 1)
    total += Quantity(bytes: 2, tolerance: 3)
    #expect(total == Quantity(bytes: 3, tolerance: 4))
  }

  @Test func encodesAndDecodes() throws {
    let quantity = Quantity(bytes: 95_232, tolerance: 1_023, line: 4, of: .zprint)
    let data = try JSONEncoder().encode(quantity)
    #expect(try JSONDecoder().decode(Quantity.self, from: data) == quantity)
  }
}
