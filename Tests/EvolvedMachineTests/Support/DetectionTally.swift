import AllocationBalance
import MemoryAnalysis
import MemorySections

/// Counts correct verdicts: leaks by rate, healthy machines by kind of life.
struct DetectionTally {
  private(set) var rows: [Row: Count] = [:]
  /// The leaks that were missed, with their verdicts.
  private(set) var missed: [String] = []
  /// The seeds of series with a false leak.
  private(set) var falseAlarms: [Int] = []

  struct Count {
    var series = 0
    var found = 0
    var falseAlarms = 0
  }

  struct Row: Hashable, Comparable {
    var order: Int
    var text: String

    static func < (left: Row, right: Row) -> Bool { left.order < right.order }
  }

  /// Judges a series by its last boot.
  mutating func add(_ series: SmallSeries) throws {
    let trend = Trend(Series(series.evolution.captures.map { $0.snapshot() }))
    let leaking = trend.boots.flatMap(\.components).filter { $0.verdict == .leaking }
    let (row, mustBeFound) = Self.row(series)
    let growth = trend.boots.last?.components.first { $0.name == series.leak?.holder.component }
    let isFound = growth?.verdict == .leaking
    let isFalseAlarm = leaking.contains { $0.name != series.leak?.holder.component }
    rows[row, default: Count()].series += 1
    rows[row, default: Count()].found += isFound ? 1 : 0
    rows[row, default: Count()].falseAlarms += isFalseAlarm ? 1 : 0
    if mustBeFound, !isFound {
      missed.append("seed \(series.seed), \(series.leak as Any): \(growth as Any)")
    }
    if isFalseAlarm { falseAlarms.append(series.seed) }
  }

  mutating func add(_ other: DetectionTally) {
    for (row, count) in other.rows {
      rows[row, default: Count()].series += count.series
      rows[row, default: Count()].found += count.found
      rows[row, default: Count()].falseAlarms += count.falseAlarms
    }
    missed += other.missed
    falseAlarms += other.falseAlarms
  }

  /// All series with a leak, or all healthy ones.
  func sum(leaks: Bool) -> Count {
    rows.filter { ($0.key.order < Self.healthy) == leaks }.values.reduce(into: Count()) {
      $0.series += $1.series
      $0.found += $1.found
      $0.falseAlarms += $1.falseAlarms
    }
  }

  private static let healthy = 100

  private static func row(_ series: SmallSeries) -> (row: Row, mustBeFound: Bool) {
    guard let leak = series.leak else {
      let place = SmallSeries.Life.allCases.firstIndex(of: series.life) ?? 0
      return (Row(order: healthy + place, text: "healthy: \(series.life.rawValue)"), false)
    }
    let megabytes = leak.bytesPerHour >> 20
    if series.isHidden {
      let text = "leak of 50 to 2048 MB/h in a heap that itself swings by up to 700 MB"
      return (Row(order: healthy - 1, text: text), false)
    }
    let limits = SmallSeries.rateLimits
    let place = (limits.firstIndex { $0 > megabytes } ?? limits.count - 1) - 1
    let text = "leak of \(limits[place]) to \(limits[place + 1] - 1) MB/h"
    if series.span < 3 { return (Row(order: place + 10, text: text + ", less than 3 h"), false) }
    let mustBeFound = megabytes >= 200 && series.lastBoot.count >= 4
    return (Row(order: place, text: text + ", 3 h or more"), mustBeFound)
  }

  /// The table as Markdown.
  func markdown(seeds: Range<Int>) -> String {
    var lines = [
      "| series (seeds \(seeds.lowerBound) to \(seeds.upperBound - 1)) | number | found | missed | false alarms |",
      "|---|---:|---:|---:|---:|",
    ]
    for (row, count) in rows.sorted(by: { $0.key < $1.key }) {
      let isLeak = row.order < Self.healthy
      let found = isLeak ? "\(count.found) | \(count.series - count.found)" : "– | –"
      lines.append("| \(row.text) | \(count.series) | \(found) | \(count.falseAlarms) |")
    }
    return lines.joined(separator: "\n")
  }
}
