/// The ways in which Apple's tools print a size.
extension Span<UInt8> {
  /// A size in zprint's format: `93K`, `88B`, truncated to its unit.
  ///
  /// Newer pastes also hold `9G` and `32M`. Source: <doc:PrintedSizes>. The tolerance is the unit
  /// minus one byte, upwards. Nil for anything else and for an implausible size.
  func truncatedSize(_ range: Range<Int>, at source: Source?) -> Quantity? {
    guard let last = range.last, let shift = self[last].unitShift,
      let number = integer(range.lowerBound..<last)
    else { return nil }
    guard let bytes = number.scaled(by: shift) else { return nil }
    return Quantity(bytes: bytes, tolerance: (1 << shift) - 1, source: source)
  }

  /// A size in footprint's format, two words: `832 KB`, `1.8 GB`, `1884592 B`, rounded.
  ///
  /// Source: <doc:PrintedSizes>. The tolerance is half of the last printed place; a size in `B` is
  /// exact. Nil for anything else and for an implausible size.
  func roundedSize(number: Range<Int>, unit: Range<Int>, at source: Source?) -> Quantity? {
    roundedSize(number: number, shift: unitShift(unit), at: source)
  }

  private func roundedSize(number: Range<Int>, shift: Int?, at source: Source?) -> Quantity? {
    guard let shift else { return nil }
    guard let point = firstIndex(of: UInt8(ascii: "."), in: number) else {
      guard let bytes = integer(number)?.scaled(by: shift) else { return nil }
      return Quantity(bytes: bytes, tolerance: (1 << shift) / 2, source: source)
    }
    let decimals = (point + 1)..<number.upperBound
    guard decimals.count <= 3, let whole = integer(number.lowerBound..<point)?.scaled(by: shift),
      let fraction = integer(decimals)
    else { return nil }
    let places = [1, 10, 100, 1000][decimals.count]
    let part = ((fraction << shift) + places / 2) / places
    // checked: `scaled` refuses what is above 2^50, and the part is below one unit.
    return Quantity(bytes: whole + part, tolerance: (1 << shift) / places / 2, source: source)
  }

  /// A size in MiB, rounded to two decimals: `2011.31M`.
  ///
  /// The wired table's total and `vm.swapusage` are printed like this. Nil for anything else and for
  /// a size that is not believed.
  func hundredthsOfMebibytes(_ word: Range<Int>, at source: Source?) -> Quantity? {
    guard let last = word.last, self[last] == UInt8(ascii: "M"),
      let point = firstIndex(of: UInt8(ascii: "."), in: word), last - point == 3,
      let whole = integer(word.lowerBound..<point), whole < 1 << 30,
      let hundredths = integer((point + 1)..<last)
    else { return nil }
    let bytes = (whole << 20) + ((hundredths << 20) + 50) / 100
    // Half of a hundredth is 5242.88 bytes.
    return Quantity(bytes: bytes, tolerance: (1 << 20) / 200 + 1, source: source)
  }

  /// A size in the format of vmmap, heap and leaks: `128K`, `20.1M`, `1.8G`, `6092KB`, or bytes as `824`.
  ///
  /// Source: <doc:PrintedSizes>. The tolerance is half of the last printed place; bytes and a zero are
  /// exact. Nil for anything else and for an implausible size.
  func abbreviatedSize(_ word: Range<Int>, at source: Source?) -> Quantity? {
    guard let last = word.last else { return nil }
    if self[last].decimalDigit != nil {
      guard let bytes = integer(word), bytes <= Quantity.largestBelieved else { return nil }
      return Quantity(bytes: bytes, source: source)
    }
    let hasB = word.count > 2 && self[last] == UInt8(ascii: "B")
    let unit = hasB ? last - 1 : last
    guard self[unit] != UInt8(ascii: "B"), self[unit].unitShift != nil,
      let size = roundedSize(
        number: word.lowerBound..<unit, shift: self[unit].unitShift, at: source)
    else { return nil }
    return size.bytes == 0 ? Quantity(bytes: 0, source: source) : size
  }

  /// Whether a word is a number as vmmap and heap print it: `43`, `411.3`, `20.1M`, `6092KB`, `52%`.
  func isPrintedNumber(_ word: Range<Int>) -> Bool {
    guard let last = word.last, self[word.lowerBound].decimalDigit != nil else { return false }
    if self[last].decimalDigit != nil || self[last] == UInt8(ascii: "%") {
      return (word.lowerBound..<last).allSatisfy {
        self[$0].decimalDigit != nil || self[$0] == UInt8(ascii: ".")
      }
    }
    return abbreviatedSize(word, at: nil) != nil
  }

  /// The size in a range of two words (`832 KB`).
  func roundedSize(_ range: Range<Int>, at source: Source?) -> Quantity? {
    guard let blank = range.first(where: { self[$0].isBlank }) else { return nil }
    return roundedSize(
      number: range.lowerBound..<blank, unit: trimmed(blank..<range.upperBound), at: source)
  }

  /// A size in a footprint: two words (`832 KB`), or a number of pages with `-f pages`.
  func footprintSize(_ range: Range<Int>, pageSize: Int?, at source: Source?) -> Quantity? {
    guard let pages = integer(range) else { return roundedSize(range, at: source) }
    guard let pageSize else { return nil }
    let (bytes, overflows) = pages.multipliedReportingOverflow(by: pageSize)
    guard !overflows, bytes <= Quantity.largestBelieved else { return nil }
    return Quantity(bytes: bytes, source: source)
  }

  /// The shift of a footprint unit in bits; nil when the word is not a unit.
  func unitShift(_ word: Range<Int>) -> Int? {
    guard let last = word.last, self[last] == UInt8(ascii: "B") else { return nil }
    switch word.count {
    case 1: return 0
    case 2:
      let prefix = self[word.lowerBound]
      return prefix == UInt8(ascii: "B") ? nil : prefix.unitShift
    default: return nil
    }
  }
}

extension UInt8 {
  var unitShift: Int? {
    switch self {
    case UInt8(ascii: "B"): 0
    case UInt8(ascii: "K"): 10
    case UInt8(ascii: "M"): 20
    case UInt8(ascii: "G"): 30
    case UInt8(ascii: "T"): 40
    default: nil
    }
  }
}

extension Int {
  /// The number shifted left by `shift` bits; nil when the result is implausible.
  fileprivate func scaled(by shift: Int) -> Int? {
    self <= Quantity.largestBelieved >> shift ? self << shift : nil
  }
}
