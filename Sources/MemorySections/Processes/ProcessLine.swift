/// What the process lists of several tools print alike.
extension Span<UInt8> {
  /// A size with a unit, `64.00 kB`, `12.36 MB`, `1.50 GiB`, `824 bytes`, rounded.
  ///
  /// All units are binary: taskinfo's `64.00 kB` is top's `65536B`. The tolerance is half of the last
  /// printed place. Nil for anything else and for an implausible size.
  func processSize(_ range: Range<Int>, at source: Source?) -> Quantity? {
    let number = range.prefix { self[$0].decimalDigit != nil || self[$0] == UInt8(ascii: ".") }
    let unit = trimmed(number.endIndex..<range.upperBound)
    let digits = number.startIndex..<number.endIndex
    if matches("B", unit) || matches("bytes", unit) {
      // A byte has no parts: `824.00 bytes` is exact.
      let whole = firstIndex(of: UInt8(ascii: "."), in: digits) ?? digits.upperBound
      guard let bytes = integer(digits.lowerBound..<whole), bytes <= Quantity.largestBelieved
      else { return nil }
      return Quantity(bytes: bytes, source: source)
    }
    guard let last = unit.last, self[last] == UInt8(ascii: "B"), let prefix = unit.first,
      unit.count == 2 || unit.count == 3 && self[prefix + 1] == UInt8(ascii: "i"),
      let shift = self[prefix].binaryShift
    else { return nil }
    return scaledSize(digits, shift: shift, at: source)
  }

  /// A decimal number of units of `1 << shift` bytes, rounded to its last printed place.
  private func scaledSize(_ number: Range<Int>, shift: Int, at source: Source?) -> Quantity? {
    let point = firstIndex(of: UInt8(ascii: "."), in: number) ?? number.upperBound
    let decimals = Swift.min(point + 1, number.upperBound)..<number.upperBound
    guard decimals.count <= 3, let whole = integer(number.lowerBound..<point),
      whole < Quantity.largestBelieved >> shift,
      let fraction = decimals.isEmpty ? 0 : integer(decimals)
    else { return nil }
    let places = [1, 10, 100, 1000][decimals.count]
    let part = ((fraction << shift) + places / 2) / places
    // Rounded up: half of a hundredth of a megabyte is 5242.88 bytes.
    let half = ((1 << shift) + 2 * places - 1) / (2 * places)
    return Quantity(bytes: (whole << shift) + part, tolerance: half, source: source)
  }

  /// The name and number of `NAME [PID]`, with any words after it; the last bracket counts.
  func processName(_ range: Range<Int>) -> (name: String, pid: Int)? {
    var close: Int?
    for index in range.reversed() {
      if self[index] == UInt8(ascii: "]") { close = index }
      guard self[index] == UInt8(ascii: "["), let end = close, let pid = integer((index + 1)..<end)
      else { continue }
      let name = trimmed(range.lowerBound..<index)
      return name.isEmpty ? nil : (text(name), pid)
    }
    return nil
  }

  /// The last occurrence of `byte` in a range.
  func lastIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    range.last { self[$0] == byte }
  }
}

extension UInt8 {
  /// The bits of a unit's letter, `k` for kilobytes of 1024 bytes.
  fileprivate var binaryShift: Int? {
    switch self {
    case UInt8(ascii: "k"), UInt8(ascii: "K"): 10
    case UInt8(ascii: "M"): 20
    case UInt8(ascii: "G"): 30
    case UInt8(ascii: "T"): 40
    case UInt8(ascii: "P"): 50
    default: nil
    }
  }
}
