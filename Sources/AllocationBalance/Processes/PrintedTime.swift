/// A time with its offset, `2026-04-22 03:13:04.00 +0000`, as Apple's reports print it.
enum PrintedTime {
  /// The seconds since 1970; nil for anything else and for a time without an offset.
  static func secondsSince1970(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    guard words.count == 3, let offset = offset(words[2]) else { return nil }
    let date = numbers(words[0], separator: "-")
    let clock = numbers(words[1].prefix { $0 != "." }, separator: ":")
    guard date.count == 3, clock.count == 3, (1970...9999).contains(date[0]),
      (1...12).contains(date[1]), (1...31).contains(date[2]), (0...23).contains(clock[0]),
      (0...59).contains(clock[1]), (0...60).contains(clock[2])
    else { return nil }
    let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
    return days(date[0], date[1], date[2]) * 86_400 + seconds - offset
  }

  /// The time as RFC 3339, `2026-04-22T03:13:04+00:00`; nil for what `secondsSince1970` refuses.
  static func rfc3339(_ text: String) -> String? {
    guard secondsSince1970(text) != nil else { return nil }
    let words = text.split(separator: " ")
    let offset = words[2].filter { $0 != ":" }
    return "\(words[0])T\(words[1].prefix { $0 != "." })\(offset.prefix(3)):\(offset.suffix(2))"
  }

  private static func numbers(_ text: Substring, separator: Character) -> [Int] {
    text.split(separator: separator).compactMap { part in
      part.count <= 4 && part.allSatisfy(\.isASCII) ? Int(part) : nil
    }
  }

  /// The seconds of `+0530` or `-08:00`.
  private static func offset(_ text: Substring) -> Int? {
    let digits = text.dropFirst().filter { $0 != ":" }
    guard let sign = text.first, sign == "+" || sign == "-", digits.count == 4,
      let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours < 15,
      (0...59).contains(minutes), hours >= 0
    else { return nil }
    return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }

  /// The days from 1970-01-01 to a date of the Gregorian calendar.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // A year that begins in March ends with the leap day.
    let shifted = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }
}
