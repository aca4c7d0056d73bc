import Testing

@testable import MemoryAnalysis

/// The rate of growth over series of any length.
struct GrowthRateTests {
  typealias Point = Growth.Point

  private static let mebibyte = 1 << 20
  /// The slope of the made lines, in bytes per hour.
  private static let rate = 30 * mebibyte

  /// The plain definition: the median of the slopes of all pairs that are not too close.
  private func allPairs(_ points: [Point]) -> Double? {
    guard let first = points.first, let last = points.last else { return nil }
    let least = Double(last.seconds - first.seconds) / Double(points.count)
    var slopes: [Double] = []
    for later in points.indices {
      for earlier in 0..<later {
        let seconds = Double(points[later].seconds - points[earlier].seconds)
        guard seconds > 0, seconds >= least else { continue }
        slopes.append(Double(points[later].bytes - points[earlier].bytes) / seconds * 3600)
      }
    }
    slopes.sort()
    guard !slopes.isEmpty else { return nil }
    return (slopes[(slopes.count - 1) / 2] + slopes[slopes.count / 2]) / 2
  }

  /// A line with noise of 64 MiB either way, at times that are even or very uneven.
  ///
  /// - Parameters:
  ///   - count: the number of captures.
  ///   - isEven: whether a capture comes every hour. Otherwise they come in bursts of ten, seconds
  ///     apart, with half an hour to thirteen hours in between.
  ///   - wild: one capture in so many has a size from 0 to 1 TiB.
  /// - Returns: the points in time order.
  private func line(_ count: Int, isEven: Bool, wild: Int? = nil) -> [Point] {
    var random = Noise(state: UInt64(count))
    var seconds = 0
    return (0..<count).map { number in
      if number > 0 {
        let gap = number % 10 == 0 ? 1800 + random.below(45_000) : 1 + random.below(20)
        seconds += isEven ? 3600 : gap
      }
      let noise = random.below(128 * Self.mebibyte) - 64 * Self.mebibyte
      let bytes = (5 << 30) + Self.rate * seconds / 3600 + noise
      let isWild = wild.map { number % $0 == $0 - 1 } ?? false
      return Point(seconds: seconds, bytes: isWild ? random.below(1 << 40) : bytes)
    }
  }

  /// Numbers that look random, the same in every run (SplitMix64).
  private struct Noise {
    var state: UInt64

    mutating func below(_ end: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(end))
    }
  }

  private func rate(_ points: [Point]) -> Double? {
    Growth(name: "zone", points: points).bytesPerHour
  }

  @Test(
    "a short series has the median of all its pairs",
    arguments: [0, 1, 2, 3, 4, 5, 10, 63, 64, 65], [true, false])
  func shortSeries(count: Int, isEven: Bool) {
    for wild in [nil, 4] {
      let points = line(count, isEven: isEven, wild: wild)
      #expect(rate(points) == allPairs(points))
    }
  }

  @Test(
    "a long series with noise and wild captures has the rate of its line",
    arguments: [100, 128, 129, 192, 500, 1000, 4000], [true, false])
  func longSeries(count: Int, isEven: Bool) throws {
    for wild in [nil, 50, 10] {
      let found = try #require(rate(line(count, isEven: isEven, wild: wild)))
      #expect(abs(found / Double(Self.rate) - 1) < 0.01, "\(count) captures, wild \(wild ?? 0)")
    }
  }

  @Test("one odd capture of a long series does not move its rate", arguments: [0, 1, 499, 999])
  func oneOddCapture(place: Int) throws {
    var points = line(1000, isEven: true)
    let before = try #require(rate(points))
    for bytes in [0, 1 << 50] {
      points[place] = Point(seconds: points[place].seconds, bytes: bytes)
      let after = try #require(rate(points))
      #expect(abs(after / before - 1) < 0.001)
    }
  }

  @Test("a long series is judged by hours, not by the burst that most of its captures lie in")
  func burst() throws {
    var random = Noise(state: 1)
    // Sizes within the burst differ by up to 1 GiB a second: as a rate, up to millions of MiB an hour.
    let burst = (0..<990).map { Point(seconds: $0, bytes: random.below(1 << 30)) }
    let line = (1...10).map { Point(seconds: 360_000 * $0, bytes: Self.rate * 100 * $0) }
    let found = try #require(rate(burst + line))
    #expect(abs(found / Double(Self.rate) - 1) < 0.2)
  }

  @Test("a long series of one time has no rate, and one step in time is enough for one")
  func oneTime() {
    let points = [Point](repeating: Point(seconds: 0, bytes: 5), count: 1000)
    #expect(rate(points) == nil)
    #expect(rate(points + [Point(seconds: 3600, bytes: 12)]) == 7)
  }
}
