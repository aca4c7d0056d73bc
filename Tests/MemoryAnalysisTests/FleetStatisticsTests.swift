import Testing

@testable import AllocationBalance
@testable import MemoryAnalysis
@testable import TestSupport

/// Median, MAD and Fisher's exact test against independently computed values.
@Suite struct FleetStatisticsTests {
  /// Medians by hand; zeros pad the values to the count.
  @Test(
    "the median and the median absolute deviation",
    arguments: [
      ([5], 1, 5, 0), ([1, 3], 2, 2, 1), ([1, 2, 4, 8, 100], 5, 4, 3),
      ([9, 1, 7, 3], 4, 5, 3), ([2, 2, 2, 50], 4, 2, 0), ([10, 30], 3, 10, 10),
      ([6], 2, 3, 3), ([6], 3, 0, 0), ([], 4, 0, 0), ([4, 8, 6], 6, 2, 2),
    ] as [([Double], Int, Double, Double)])
  func spread(_ values: [Double], _ count: Int, _ median: Double, _ mad: Double) {
    let spread = Spread(values, count: count)
    #expect(spread.count == count)
    #expect(spread.median == median)
    #expect(spread.mad == mad)
  }

  /// Computed with Python integers: `sum(comb(K,i)*comb(N-K,n-i) for i in range(k,n+1))/comb(N,n)`.
  @Test(
    "the probability of so many in one group",
    arguments: [
      (6, 6, 6, 300, 1.0386126621604606e-12),
      (6, 6, 17, 300, 1.285387030689786e-08),
      (2, 2, 12, 100, 0.013333333333333334),
      (3, 4, 4, 8, 0.24285714285714285),
      (1, 6, 30, 300, 0.4715416959839368),
      (0, 5, 5, 20, 1.0),
      (5, 5, 5, 5, 1.0),
      (40, 60, 100, 10000, 4.5176071505794e-69),
      (6, 6, 6, 10000, 7.210810087565008e-22),
      (30, 30, 5000, 10000, 8.915637388417011e-10),
      (4, 5, 5, 6, 1.0),
    ] as [(Int, Int, Int, Int, Double)])
  func fisher(_ marked: Int, _ group: Int, _ allMarked: Int, _ all: Int, _ chance: Double) {
    let result = FisherTest(upTo: all).chance(
      marked: marked, of: group, allMarked: allMarked, of: all)
    #expect(abs(result - chance) <= chance * 1e-9)
  }

  @Test(
    "impossible counts have a probability of 1",
    arguments: [(-1, 2, 2, 4), (3, 2, 4, 6), (2, 9, 2, 6), (1, 2, 2, 9)])
  func impossible(_ marked: Int, _ group: Int, _ allMarked: Int, _ all: Int) {
    #expect(
      FisherTest(upTo: 8).chance(marked: marked, of: group, allMarked: allMarked, of: all) == 1)
  }
}
