/// The time in the name of a sysdiagnose: a wall clock, with its UTC offset where given.
public struct CaptureTime: Sendable, Hashable, Comparable {
  /// The year of the wall clock, such as 2024.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int
  /// The hour, 0 to 23.
  public let hour: Int
  /// The minute, 0 to 59.
  public let minute: Int
  /// The second, 0 to 60.
  public let second: Int
  /// The wall clock's offset from UTC in seconds, positive to the east; nil when the name has no
  /// zone.
  public let offsetSeconds: Int?

  /// Creates a time; nil when no such time exists.
  ///
  /// - Parameters:
  ///   - year: The year, 0 to 9999.
  ///   - month: The month, 1 to 12.
  ///   - day: The day of the month.
  ///   - hour: The hour, 0 to 23.
  ///   - minute: The minute, 0 to 59.
  ///   - second: The second, 0 to 60 for a leap second.
  ///   - offsetSeconds: The offset from UTC in seconds: whole minutes, below 24 hours.
  public init?(
    year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, offsetSeconds: Int?
  ) {
    guard (0...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day), (0...23).contains(hour),
      (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    if let offsetSeconds {
      guard (-86_340...86_340).contains(offsetSeconds), offsetSeconds % 60 == 0 else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.offsetSeconds = offsetSeconds
  }

  /// The time in RFC 3339 form: `2024-03-05T10:20:30-08:00`.
  ///
  /// An unknown offset is written `-00:00`, as RFC 3339 prescribes.
  public var rfc3339: String {
    let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    let clock = "\(Self.padded(hour, 2)):\(Self.padded(minute, 2)):\(Self.padded(second, 2))"
    guard let offsetSeconds else { return "\(date)T\(clock)-00:00" }
    let minutes = abs(offsetSeconds) / 60  // checked: less than a day
    let sign = offsetSeconds < 0 ? "-" : "+"
    return "\(date)T\(clock)\(sign)\(Self.padded(minutes / 60, 2)):\(Self.padded(minutes % 60, 2))"
  }

  /// Seconds since 1970-01-01 UTC; an unknown offset counts as zero.
  public var secondsSince1970: Int {
    daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - (offsetSeconds ?? 0)
  }

  /// Whether one time is before another, across zones.
  public static func < (left: CaptureTime, right: CaptureTime) -> Bool {
    left.sortKey < right.sortKey
  }

  /// Makes the order total: times may differ only in their zone, or in its absence.
  private var sortKey: (Int, Int) { (secondsSince1970, offsetSeconds ?? .min) }

  /// Counts in years that begin in March; the leap day is then the last day of its year.
  private var daysSince1970: Int {
    let shiftedYear = month > 2 ? year : year - 1
    let shiftedMonth = (month + 9) % 12
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let leapDays =
      Self.floorDivide(shiftedYear, 4) - Self.floorDivide(shiftedYear, 100)
      + Self.floorDivide(shiftedYear, 400)
    return shiftedYear * 365 + leapDays + dayOfYear - 719_468
  }

  /// Rounds down, unlike `/`: January of year 0 counts as year -1.
  private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : (value + 1) / divisor - 1
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
