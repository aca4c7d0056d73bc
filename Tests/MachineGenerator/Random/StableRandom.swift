/// The Mersenne Twister (MT19937), seeded with a text: the generator of the shipped machines.
///
/// Its numbers decide every figure of the shipped archives, and tests and documents cite these
/// figures. It draws integers, choices and samples as CPython's `random` module does, whose seeds
/// are the text followed by its SHA-512. ``SeededRandom`` makes the random machines.
final class StableRandom {
  private static let count = 624
  private var state = [UInt32](repeating: 0, count: count)
  private var place = count

  init(_ seed: String) {
    let text = Array(seed.utf8)
    let digits = text + SHA512.digest(text)
    // A big-endian number, as words from its low end.
    let words = stride(from: digits.count, to: 0, by: -4).map { end in
      digits[max(0, end - 4)..<end].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    mix(words)
  }

  private func mix(_ key: [UInt32]) {
    state[0] = 19_650_218
    for index in 1..<Self.count {
      let last = state[index - 1]
      state[index] = 1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(index)
    }
    var (index, next) = (1, 0)
    func step() {
      index += 1
      if index == Self.count { (state[0], index) = (state[Self.count - 1], 1) }
    }
    for _ in 0..<max(Self.count, key.count) {
      let last = state[index - 1]
      state[index] =
        (state[index] ^ ((last ^ (last >> 30)) &* 1_664_525)) &+ key[next] &+ UInt32(next)
      step()
      next = (next + 1) % key.count
    }
    for _ in 1..<Self.count {
      let last = state[index - 1]
      state[index] =
        (state[index] ^ ((last ^ (last >> 30)) &* 1_566_083_941)) &- UInt32(index)
      step()
    }
    state[0] = 0x8000_0000
  }

  private func word() -> UInt32 {
    if place == Self.count { refill() }
    var word = state[place]
    place += 1
    word ^= word >> 11
    word ^= word << 7 & 0x9D2C_5680
    word ^= word << 15 & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  private func refill() {
    for index in 0..<Self.count {
      let joined =
        state[index] & 0x8000_0000 | state[(index + 1) % Self.count] & 0x7FFF_FFFF
      state[index] =
        state[(index + 397) % Self.count] ^ (joined >> 1) ^ (joined & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    place = 0
  }

  /// A number from 0 to 1, without 1.
  func fraction() -> Double {
    let (high, low) = (word() >> 5, word() >> 6)
    return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
  }

  /// A number between two.
  func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * fraction() }

  /// A number of `bits` bits, at most 64.
  func bits(_ count: Int) -> UInt64 {
    let low = UInt64(word() >> UInt32(max(0, 32 - count)))
    return count <= 32 ? low : low | UInt64(word() >> UInt32(64 - count)) << 32
  }

  /// 160 random bits in hexadecimal digits.
  func digits160() -> String {
    (0..<5).map { _ in String(bits(32), radix: 16).zeros(8) }.reversed().joined()
  }

  /// A whole number below `limit`.
  func below(_ limit: Int) -> Int {
    let width = Int.bitWidth - limit.leadingZeroBitCount
    while true {
      let number = Int(bits(width))
      if number < limit { return number }
    }
  }

  /// A whole number of a range.
  func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// One of several values.
  func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// Several different values in random order.
  func sample<Value>(_ values: [Value], _ count: Int) -> [Value] {
    // A large list is not copied; the algorithm differs.
    var usual = 21
    if count > 5 {
      var power = 1
      while power < count * 3 { power *= 4 }
      usual += power
    }
    if values.count <= usual {
      var pool = values
      return (0..<count).map { drawn in
        let place = below(pool.count - drawn)
        let value = pool[place]
        pool[place] = pool[pool.count - drawn - 1]
        return value
      }
    }
    var taken: Set<Int> = []
    return (0..<count).map { _ in
      var place = below(values.count)
      while !taken.insert(place).inserted { place = below(values.count) }
      return values[place]
    }
  }

  /// Shuffles values.
  func shuffle<Value>(_ values: inout [Value]) {
    for last in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(last, below(last + 1))
    }
  }

  /// A random UUID of version 4 in upper case.
  func uuid() -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    var digits = (0..<32).map { _ in pick(hexadecimal) }
    digits[12] = "4"
    digits[16] = pick(Array("89AB"))
    let ends = [0, 8, 12, 16, 20, 32]
    return zip(ends, ends.dropFirst()).map { String(digits[$0..<$1]) }.joined(separator: "-")
  }
}
