import AllocationBalance
import MemoryAnalysis
import Foundation
import MemorySections

/// A snapshot built from texts in a test.
struct HandMade {
  private var sections: [Section] = []
  private var scan = ScanSummary(outcome: .complete)

  /// The snapshot's report.
  var report: Report {
    Report(Snapshot(archive: CapturedArchive(path: "made.tar.gz"), scan: scan, sections: sections))
  }

  /// Adds a section as a member at `member`, cut short unless `isWhole`.
  func with(
    _ kind: SectionKind, _ text: String, member: String? = nil, isWhole: Bool = true
  ) -> HandMade {
    var copy = self
    let reader = SectionCatalog.reader(for: kind, member: member ?? "top/\(kind.rawValue)")
    Array(text.utf8).withUnsafeBytes { reader.read($0.bytes) }
    copy.sections.append(reader.finish(isWhole: isWhole))
    return copy
  }

  /// Adds zprint.
  func with(_ zprint: ZprintText) -> HandMade { with(.zprint, zprint.text) }

  /// Adds footprint.
  func with(_ footprint: FootprintText, isWhole: Bool = true) -> HandMade {
    with(.footprint, footprint.text, isWhole: isWhole)
  }

  /// Sets the outcome of reading the archive.
  func ending(_ outcome: ScanSummary.Outcome) -> HandMade {
    var copy = self
    copy.scan = ScanSummary(outcome: outcome)
    return copy
  }

  /// Adds vm_stat with pages of 4096 bytes; omitted states are not printed.
  func withPages(
    free: Int? = nil, wired: Int? = nil, fileBacked: Int? = nil, compressor: Int? = nil
  ) -> HandMade {
    let lines = [
      ("Pages free", free), ("Pages wired down", wired), ("File-backed pages", fileBacked),
      ("Pages occupied by compressor", compressor),
    ].compactMap { name, count in count.map { "\(name): \($0)." } }
    let heading = "Mach Virtual Memory Statistics: (page size of 4096 bytes)"
    return with(.vmStat, ([heading] + lines).joined(separator: "\n") + "\n")
  }

  /// Adds sysctl with installed memory.
  func withInstalled(_ bytes: Int) -> HandMade { with(.sysctl, "hw.memsize: \(bytes)\n") }

  /// Adds kextstat with one kext of 0x3000 wired bytes and a pseudo-kext of 0x1000.
  func withKexts() -> HandMade {
    with(
      .kextstat,
      """
      Index Refs Address            Size       Wired      Name (Version) <Linked Against>
          1   77 0xffffff7f80765000 0x1000     0x1000     com.apple.kpi.bsd (12.6.0)
          2    0 0xffffff7f80768000 0x3000     0x3000     com.example.driver.Widget (1.0) <1>

      """)
  }
}

/// The text of a zprint, in the layout of 10.13.4 and later or in that of 10.10.
struct ZprintText {
  /// Names with sizes in K; nil is redacted, with elements in use of 512 K.
  var zones: [(name: String, size: Int?)] = []
  /// Rows of the wired table by name, tag and size in K; nil for no table.
  var wired: [(name: String, tag: Int, size: Int)]?
  /// Verbatim lines below the wired rows.
  var oddWiredLines: [String] = []
  /// The total's X and Y in MiB with two decimals; nil for no such line.
  var total: (String, String)?
  /// The bytes in `TOTAL SIZE`; nil for no such line.
  var totalSize: Int?
  /// Whether the columns are those of 10.10.
  var isOld = false
  /// Whether the wired table has no peak, as on 10.11 and 10.12.
  var isWithoutPeak = false

  var text: String {
    var lines = isOld ? Self.oldHeading : Self.heading
    lines += zones.map(row)
    if let wired {
      lines += [isWithoutPeak ? Self.plainWiredHeading : Self.wiredHeading]
      lines += wired.map(row) + oddWiredLines
      let sum = zones.compactMap(\.size).reduce(0, +)
      lines.append("zones".padded(91) + (isWithoutPeak ? "" : "       ") + "\(sum)K".set(11))
      lines.append(total.map { "total \($0.0)M of \($0.1)M" } ?? sumLine(wired, sum))
    }
    if let totalSize { lines.append("TOTAL SIZE        = \(totalSize)") }
    lines.append("TOTAL ALLOCS      = 9216")
    return lines.joined(separator: "\n") + "\n"
  }

  /// A total line with the sum of the rows.
  private func sumLine(_ wired: [(name: String, tag: Int, size: Int)], _ zones: Int) -> String {
    let counted = wired.filter { !$0.name.hasSuffix("]") }.map(\.size).reduce(zones, +)
    let hundredths = (counted * 100 + 512) / 1024
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    let text = "\(whole).\(rest < 10 ? "0" : "")\(rest)M"
    return "total \(text) of \(text)"
  }

  private func row(_ zone: (name: String, size: Int?)) -> String {
    let size = zone.size ?? 0
    let inUse = zone.size.map { $0 / 2 } ?? 512
    let fields = ["1024", "\(size)K", "\(size)K", "\(size)", "\(size)", "\(inUse)", "16K", "16"]
    let tail = isOld ? ["0K", "9K"] : ["0K", "0K", "9K"]
    return ([zone.name] + fields + tail).joined(separator: " ")
  }

  private func row(_ row: (name: String, tag: Int, size: Int)) -> String {
    let isKext = row.name.hasPrefix("com.")
    let name = isKext ? row.name.padded(64) + "7".set(3) : row.name.padded(67)
    return (name + "\(row.tag)".set(12)).padded(isWithoutPeak ? 91 : 98) + "\(row.size)K".set(11)
  }

  private static let heading = [
    "                            elem         cur         max        cur         max"
      + "         cur  alloc  alloc         frag      free             total ",
    "zone name                   size        size        size      #elts       #elts"
      + "       inuse   size  count         size      size            allocs ",
    String(repeating: "-", count: 140),
  ]

  private static let oldHeading = [
    "                     elem         cur         max        cur         max         cur  alloc"
      + "  alloc",
    "zone name            size        size        size      #elts       #elts       inuse   size"
      + "  count        wasted      Total Allocs",
    String(repeating: "-", count: 130),
  ]

  private static let wiredHeading =
    "wired memory                                                     id         tag"
    + "        size  waste       size"

  private static let plainWiredHeading =
    "wired memory                                                     id         tag"
    + "                      size"
}

/// The text of a footprint, in exact bytes.
struct FootprintText {
  /// A process: its footprint, with the swapped and the wired part.
  struct Process {
    var name: String
    var bytes: Int?
    var swapped = 0
    var wired = 0
    var categories: [(name: String, bytes: Int)] = []
  }

  var processes: [Process] = []
  /// The value of `Summary Footprint`; nil gives the sum of the processes.
  var summary: Int?
  var system: [(name: String, bytes: Int)] = []

  var text: String {
    var lines: [String] = []
    for (index, process) in processes.enumerated() {
      let pid = process.name == "kernel_task" ? 0 : 100 + index
      let size = process.bytes.map { "    Footprint: \($0) B (4096 bytes per page)" } ?? ""
      lines += [Self.rule, "\(process.name) [\(pid)]: 64-bit\(size)", Self.rule, ""]
      if let bytes = process.bytes { lines += Self.table(process, bytes) }
    }
    if summary != nil || processes.count != 1 {
      let sum = summary ?? processes.compactMap(\.bytes).reduce(0, +)
      lines += [Self.rule, "Summary Footprint: \(sum) B", Self.rule, ""]
      lines += Self.table(Process(name: "all", bytes: sum), sum)
    }
    if !system.isEmpty {
      lines.append("System auxiliary data:")
      lines += system.map { "    \($0.name): \($0.bytes) B" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let rule = String(repeating: "=", count: 90)

  private static func table(_ process: Process, _ bytes: Int) -> [String] {
    let dashes = "    ---        ---        ---          ---        ---        ---    ---"
    let heading =
      "  Dirty  (Swapped)      Clean  Reclaimable    (Wired)    Regions    Category"
    let rows = process.categories.map { row($0.bytes, 0, 0, $0.name) }
    let total = row(bytes, process.swapped, process.wired, "TOTAL")
    return [heading, dashes] + rows + [dashes, total, ""]
  }

  private static func row(_ dirty: Int, _ swapped: Int, _ wired: Int, _ name: String) -> String {
    "\(dirty) B    \(swapped) B    0 B    0 B    \(wired) B    1    \(name)"
  }
}

extension String {
  /// Padded with blanks at its end.
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// Right-aligned in a field.
  fileprivate func set(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
