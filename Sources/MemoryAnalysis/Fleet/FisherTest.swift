internal import Platform

/// Fisher's exact test, one-sided: the probability of such a concentration by chance.
///
/// Computed with logarithms, since factorials of the counts overflow.
struct FisherTest {
  /// The logarithm of each factorial up to the number of items.
  private let factorials: [Double]

  /// Prepares tests for up to `count` items.
  init(upTo count: Int) {
    var factorials = [0.0]
    factorials.reserveCapacity(count + 1)
    for number in stride(from: 1, through: max(count, 0), by: 1) {
      factorials.append(factorials[number - 1] + Logarithm.of(Double(number)))
    }
    self.factorials = factorials
  }

  /// The probability of at least `marked` marked items in a `group`, if `allMarked` of `all` are
  /// marked.
  ///
  /// - Returns: the probability, 0 to 1; 1 for impossible counts.
  func chance(marked: Int, of group: Int, allMarked: Int, of all: Int) -> Double {
    let most = min(group, allMarked)
    let isPossible =
      0 <= marked && marked <= most && max(group, allMarked) <= all && all < factorials.count
    guard isPossible, marked > max(0, group + allMarked - all) else { return 1 }
    let ways = choices(group, of: all)
    // Smallest first, to keep precision in the sum.
    var sum = 0.0
    for number in stride(from: most, through: marked, by: -1) {
      let these = choices(number, of: allMarked) + choices(group - number, of: all - allMarked)
      sum += Logarithm.number(with: these - ways)
    }
    return min(sum, 1)
  }

  private func choices(_ number: Int, of all: Int) -> Double {
    guard 0 <= number, number <= all else { return -.infinity }
    return factorials[all] - factorials[number] - factorials[all - number]
  }
}
