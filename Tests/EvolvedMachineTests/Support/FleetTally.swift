import AllocationBalance
import MemoryAnalysis

/// Counts how often a fleet's leaking machines, and their kext, are recognized.
struct FleetTally {
  private(set) var rows: [Row: Count] = [:]
  /// The mistakes, with their seeds.
  private(set) var mistakes: [String] = []

  struct Row: Hashable, Comparable {
    var order: Int
    var text: String
    /// Whether all leaks must be found.
    var isAsked: Bool

    static func < (left: Row, right: Row) -> Bool { left.order < right.order }
  }

  struct Count {
    var fleets = 0
    var machines = 0
    var leaking = 0
    var found = 0
    /// Outliers that do not leak.
    var falseAlarms = 0
    /// Fleets with the right kext named first.
    var named = 0
    /// Other kexts that were named.
    var wrongKexts = 0
  }

  mutating func add(_ fleet: GeneratedFleet, row: Row) {
    let judged = fleet.judged()
    let standing = Set(judged.outliers.map(\.machine))
    let shared = judged.sharedKexts.first?.kexts.filter(\.isShared) ?? []
    var count = rows[row] ?? Count()
    count.fleets += 1
    count.machines += judged.judgedCount
    count.leaking += fleet.leaking.count
    count.found += standing.intersection(fleet.leaking).count
    count.falseAlarms += standing.subtracting(fleet.leaking).count
    count.named += shared.first?.name == GeneratedFleet.leakingKext ? 1 : 0
    count.wrongKexts += shared.count { $0.name != GeneratedFleet.leakingKext }
    rows[row] = count
    for outlier in judged.outliers where !fleet.leaking.contains(outlier.machine) {
      mistakes.append(
        "seed \(fleet.seed): machine \(outlier.machine) by \(outlier.standingOut.map(Self.text))")
    }
    for missed in fleet.leaking.subtracting(standing).sorted() {
      mistakes.append("seed \(fleet.seed): machine \(missed) missed, \(row.text)")
    }
    for kext in shared where kext.name != GeneratedFleet.leakingKext {
      mistakes.append("seed \(fleet.seed): \(kext)")
    }
  }

  private static func text(_ deviation: FleetDeviation) -> String {
    "\(deviation.measure.text) \(deviation.value) of \(deviation.usual), \(deviation.robustDeviations)"
  }

  mutating func add(_ other: FleetTally) {
    for (row, more) in other.rows {
      var count = rows[row] ?? Count()
      count.fleets += more.fleets
      count.machines += more.machines
      count.leaking += more.leaking
      count.found += more.found
      count.falseAlarms += more.falseAlarms
      count.named += more.named
      count.wrongKexts += more.wrongKexts
      rows[row] = count
    }
    mistakes += other.mistakes
  }

  /// The table as Markdown.
  var markdown: String {
    var lines = [
      "| fleets of 300 machines | fleets | leaking | found | missed | false alarms | kext named | wrong kexts |",
      "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for (row, count) in rows.sorted(by: { $0.key < $1.key }) {
      let isLeak = count.leaking > 0
      let found = isLeak ? "\(count.found) | \(count.leaking - count.found)" : "– | –"
      let named = isLeak ? "\(count.named)" : "–"
      lines.append(
        "| \(row.text) | \(count.fleets) | \(count.leaking) | \(found) | \(count.falseAlarms) "
          + "| \(named) | \(count.wrongKexts) |")
    }
    return lines.joined(separator: "\n")
  }
}
