extension CaptureTime {
  /// The result of parsing the date and the clock of a sysdiagnose name.
  enum Reading: Equatable {
    /// A time.
    case time(CaptureTime)
    /// The form of a time, but not in the calendar, such as a thirteenth month.
    case impossible
  }

  /// Parses `2024.03.05` and `10-20-30-0800`; the zone is optional.
  ///
  /// - Returns: Nil when the texts do not have this form.
  static func read(date: Substring, clock: Substring) -> Reading? {
    let dateParts = date.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map(Substring.init)
    guard dateParts.count == 3, dateParts[0].utf8.count == 4,
      let year = number(dateParts[0]), let month = number(dateParts[1]),
      let day = number(dateParts[2])
    else { return nil }
    let wall = clock.prefix(8)
    let clockParts = wall.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map(Substring.init)
    guard clockParts.count == 3, clockParts.allSatisfy({ $0.utf8.count == 2 }),
      let hour = number(clockParts[0]), let minute = number(clockParts[1]),
      let second = number(clockParts[2])
    else { return nil }
    let zone = clock.dropFirst(8)
    let offset = zone.isEmpty ? nil : offsetSeconds(zone)
    if !zone.isEmpty, offset == nil { return nil }
    let time = CaptureTime(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second,
      offsetSeconds: offset)
    return time.map { .time($0) } ?? .impossible
  }

  /// Parses `-0800`.
  private static func offsetSeconds(_ zone: Substring) -> Int? {
    guard zone.utf8.count == 5, let sign = zone.first, sign == "-" || sign == "+",
      let hours = number(zone.dropFirst().prefix(2)), let minutes = number(zone.suffix(2)),
      minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (sign == "-" ? -60 : 60)
  }

  /// Accepts digits only; `Int` alone would accept a sign too.
  private static func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}
