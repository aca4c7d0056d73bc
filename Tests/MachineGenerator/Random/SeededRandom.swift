/// SplitMix64: the same numbers for the same seed, on every platform.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of a range.
  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// True once in `cases`.
  mutating func oneIn(_ cases: Int) -> Bool { int(1...cases) == 1 }

  /// One of several values, at least one.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[int(0...(values.count - 1))] }

  /// A number up to `limit` with uniform magnitude: as many small as large ones.
  mutating func magnitude(upTo limit: Int) -> Int {
    guard limit > 0 else { return 0 }
    let bits = int(0...(Int.bitWidth - limit.leadingZeroBitCount))
    return min(limit, bits == 0 ? 0 : int(0...((1 << min(bits, 62)) - 1)))
  }

  /// Some of the elements, in their order.
  mutating func some<Value>(of values: [Value], oneIn cases: Int) -> [Value] {
    var chosen: [Value] = []
    for value in values where oneIn(cases) { chosen.append(value) }
    return chosen
  }
}
