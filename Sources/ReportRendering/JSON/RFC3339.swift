/// A point in time as RFC 3339 writes it.
enum RFC3339 {
  /// Seconds since 1970 in the offset of another time; in UTC without one.
  ///
  /// - Parameters:
  ///   - seconds: seconds since 1970-01-01 UTC.
  ///   - other: a time that ends in its offset: `2024-03-05T10:20:30-08:00`.
  /// - Returns: nil for a time outside the years 1970 to 9999.
  static func text(_ seconds: Int, inOffsetOf other: String?) -> String? {
    let zone = other.flatMap { offset(of: $0) } ?? (text: "Z", seconds: 0)
    guard (86_400..<253_402_214_400).contains(seconds) else { return nil }
    let local = seconds + zone.seconds  // checked: years 1970 to 9999, and a day
    let (days, second) = local.quotientAndRemainder(dividingBy: 86_400)
    let date = civilDate(days)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
      .joined(separator: ":")
    let day = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    return "\(day)T\(clock)\(zone.text)"
  }

  /// `-08:00` at the end of a time.
  private static func offset(of time: String) -> (text: String, seconds: Int)? {
    let text = String(time.suffix(6))
    let parts = text.dropFirst().split(separator: ":")
    guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]),
      (0..<24).contains(hours), (0..<60).contains(minutes), "+-".contains(text.prefix(1))
    else { return nil }
    return (text, (hours * 3600 + minutes * 60) * (text.hasPrefix("-") ? -1 : 1))
  }

  /// The date of a day, counted in years that begin in March: the leap day is then the last.
  private static func civilDate(_ daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
    let days = daysSince1970 + 719_468
    let (era, ofEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, ofYear - (153 * shifted + 2) / 5 + 1
    )
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
