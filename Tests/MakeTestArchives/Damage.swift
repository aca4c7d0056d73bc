/// Deliberately damaged archives.
enum Damage {
  /// A gzip file cut about a dozen lines of content after the first `marker`.
  static func cut(_ file: [UInt8], content: [UInt8], inside marker: String) -> [UInt8] {
    guard let start = content.firstRange(of: Array(marker.utf8))?.lowerBound else {
      preconditionFailure("no text \(marker)")
    }
    var (low, high) = (Gzip.headerCount, file.count)
    while low < high {
      let middle = (low + high) / 2
      let count = Gzip.inflated(file[..<middle], limit: content.count)?.content.count ?? 0
      if count < start + 1000 { low = middle + 1 } else { high = middle }
    }
    return Array(file[..<low])
  }

  /// A gzip file with one flipped bit that only the checksum reveals: it changes one digit.
  static func flipped(_ file: [UInt8], content: [UInt8]) -> [UInt8] {
    let last = file.count - Gzip.trailerCount - 1
    for place in stride(from: last, to: Gzip.headerCount, by: -1) {
      for bit in 0..<8 {
        var damaged = file
        damaged[place] ^= 1 << bit
        let inflated = Gzip.inflated(damaged[...], limit: content.count + 1)
        guard let inflated, inflated.isWhole, isOneDigitOff(inflated.content, content) else {
          continue
        }
        return damaged
      }
    }
    preconditionFailure("no bit changes one digit alone")
  }

  /// Whether two contents differ in one byte, which is a digit in both.
  static func isOneDigitOff(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    let different = one.indices.lazy.filter { one[$0] != other[$0] }.prefix(2)
    guard different.count == 1, let place = different.first else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return digits.contains(one[place]) && digits.contains(other[place])
  }
}
