/// A local time to the second, with its UTC offset if known.
struct LocalTime {
  /// The clock's time as seconds since 1970, as if it showed UTC.
  var clock: Int
  /// The clock's offset from UTC in seconds; nil when unknown.
  var offset: Int?

  /// Parses `2026-04-22T03:26:12+02:00`, with or without the offset.
  init(_ text: String) {
    let fields = text.split { !$0.isNumber }.compactMap { Int($0) }
    precondition(fields.count == 6 || fields.count == 8, "not a time: \(text)")
    let day = Self.days(fields[0], fields[1], fields[2])
    clock = day * 86_400 + fields[3] * 3600 + fields[4] * 60 + fields[5]
    if fields.count == 8 {
      offset = (fields[6] * 3600 + fields[7] * 60) * (text.dropLast(5).last == "-" ? -1 : 1)
    }
  }

  /// Creates a time from a clock.
  init(clock: Int, offset: Int?) { (self.clock, self.offset) = (clock, offset) }

  /// Seconds since 1970; a time without an offset counts as UTC.
  var seconds: Int { clock - (offset ?? 0) }

  /// A later time on the same clock.
  func adding(_ seconds: Int) -> LocalTime { LocalTime(clock: clock + seconds, offset: offset) }

  /// The format that ``init(_:)`` parses.
  var text: String {
    let zone = formatted("%z")
    return formatted("%Y-%m-%dT%H:%M:%S")
      + (zone.isEmpty ? "" : zone.prefix(3) + ":" + zone.suffix(2))
  }

  /// The time in a `strftime` format; `%Y %m %d %H %M %S %a %b %e %z` are supported.
  func formatted(_ form: String) -> String {
    var text = ""
    var isField = false
    for character in form {
      if isField {
        text += field(character)
        isField = false
      } else if character == "%" {
        isField = true
      } else {
        text.append(character)
      }
    }
    return text
  }

  private func field(_ letter: Character) -> String {
    let (day, second) = clock.quotientAndRemainder(dividingBy: 86_400)
    let date = Self.date(day)
    switch letter {
    case "Y": return "\(date.year)"
    case "m": return "\(date.month)".zeros(2)
    case "d": return "\(date.day)".zeros(2)
    case "e": return "\(date.day)".right(2)
    case "H": return "\(second / 3600)".zeros(2)
    case "M": return "\(second / 60 % 60)".zeros(2)
    case "S": return "\(second % 60)".zeros(2)
    case "a": return ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][day % 7]
    case "b": return Self.months[date.month - 1]
    case "z":
      guard let offset else { return "" }
      let minutes = abs(offset) / 60
      return (offset < 0 ? "-" : "+") + "\(minutes / 60)".zeros(2) + "\(minutes % 60)".zeros(2)
    default: preconditionFailure("unknown field %\(letter)")
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func length(_ month: Int, _ year: Int) -> Int {
    month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    (1970..<year).map { isLeap($0) ? 366 : 365 }.reduce(0, +)
      + (1..<month).map { length($0, year) }.reduce(0, +) + day - 1
  }

  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    var (year, month, left) = (1970, 1, days)
    while left >= (isLeap(year) ? 366 : 365) {
      left -= isLeap(year) ? 366 : 365
      year += 1
    }
    while left >= length(month, year) {
      left -= length(month, year)
      month += 1
    }
    return (year, month, left + 1)
  }
}
