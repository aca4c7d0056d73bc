#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import Platform

/// A point in time as a user gives it: a day, or a time with or without an offset.
///
/// `2026-03-14`, `2026-03-14T16:42:08+01:00`. A time without an offset is UTC: the clock of the reading machine has
/// nothing to do with the archive.
struct GivenTime {
  /// Its first second, in seconds since 1970.
  let first: Int
  /// Its last second; for a day, the last one of the day.
  let last: Int

  /// Reads a time; nil when the text is none.
  init?(_ text: String) {
    let isDay = text.count == 10
    let hasOffset = text.hasSuffix("Z") || text.dropFirst(10).contains { "+-".contains($0) }
    let whole = isDay ? text + "T00:00:00Z" : hasOffset ? text : text + "Z"
    guard let date = try? Date(whole, strategy: .iso8601) else { return nil }
    // The strategy takes the 30th of February for the 2nd of March: what is read must be as given.
    let local = whole.prefix(19) + "Z"
    let read = try? Date(String(local), strategy: .iso8601)
    guard read?.formatted(.iso8601) == String(local) else { return nil }
    first = Int(saturating: date.timeIntervalSince1970)
    last = isDay ? first.addingSaturated(86_399) : first
  }
}
