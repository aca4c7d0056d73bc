import Foundation
import MemorySections
import Testing

/// Outputs of real Macs; they are not in the project and may be missing.
///
/// They contain surprises that no fixture of ours would have. Without them the tests are skipped
/// with a message; the fixtures cover every layout anyway.
struct RealOutputTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared").standardized

  static var areHere: Bool { FileManager.default.fileExists(atPath: root.path) }

  /// A real output: its path, its kind, its rows, and its lines with neither data nor a known
  /// heading (counted by eye).
  struct Sample: Sendable, CustomTestStringConvertible {
    let path: String
    let kind: SectionKind
    let rows: Int
    var unread = 0
    var testDescription: String { path }
  }

  static let samples = [
    Sample(path: "seed/kextstat.txt", kind: .kextstat, rows: 114),
    // 8 zones and 3 totals; two lines of dots replace the part that the author omitted.
    Sample(path: "seed/zprint-t.txt", kind: .zprint, rows: 11, unread: 2),
    Sample(path: "samples/kextstat/macos10.11.5-complete.txt", kind: .kextstat, rows: 124),
    // A shell prompt was pasted with it.
    Sample(
      path: "samples/kextstat/macos11.3-pasted-tabs-excerpt.txt", kind: .kextstat, rows: 9,
      unread: 1),
    Sample(path: "samples/kextstat/macos12.6-intel-complete.txt", kind: .kextstat, rows: 198),
    Sample(path: "samples/kextstat/macos26-apple-silicon-two-rows.txt", kind: .kextstat, rows: 2),
    Sample(path: "samples/kextstat/macosx10.6-i386-one-line.txt", kind: .kextstat, rows: 1),
    Sample(path: "samples/kextstat/osx10.9-list-only.txt", kind: .kextstat, rows: 3),
    // A header, 33 categories, TOTAL, two auxiliary values.
    Sample(
      path: "samples/footprint/macos14plus-one-process-complete.txt", kind: .footprint, rows: 37),
    Sample(path: "samples/footprint/macos26.5-sleep-complete.txt", kind: .footprint, rows: 23),
    // Two headers, two auxiliary values each, the summary.
    Sample(
      path: "samples/footprint/macos26-bytes-two-processes-summary.txt", kind: .footprint, rows: 7),
    Sample(
      path: "samples/footprint/macos26-bytes-with-stderr-lines.txt", kind: .footprint, rows: 3),
    Sample(path: "samples/zprint/macos10.14-kalloc-rows.txt", kind: .zprint, rows: 25),
    Sample(path: "samples/zprint/macos26-not-root.txt", kind: .zprint, rows: 27),
    Sample(
      path: "samples/vmstat/macos10.14.5-interval-50-complete.txt", kind: .vmStat, rows: 50),
    Sample(path: "samples/vmstat/macos26-16k-pages.txt", kind: .vmStat, rows: 22),
    Sample(path: "samples/vmstat/osx10.10-interval.txt", kind: .vmStat, rows: 2),
    Sample(path: "samples/vmstat/osx10.5-interval.txt", kind: .vmStat, rows: 5),
    Sample(path: "samples/vmstat/osx10.6-plain.txt", kind: .vmStat, rows: 11),
    // Each task: its heading, its coalition, its sizes; before them the number of tasks.
    Sample(path: "samples/taskinfo/ios15or16-launchd-head-excerpt.txt", kind: .taskInfo, rows: 3),
    Sample(path: "samples/taskinfo/ios16.0.2-three-tasks-excerpt.txt", kind: .taskInfo, rows: 10),
    Sample(
      path: "samples/taskinfo/macos10.14.5-three-tasks-excerpt.txt", kind: .taskInfo, rows: 10),
    Sample(
      path: "samples/taskinfo/macos10.14.5-all-289-tasks-sizes-only.txt", kind: .taskInfo,
      rows: 579),
    // The head's model and two times; each process's heading, path, parent, footprint.
    Sample(
      path: "samples/spindump/ios16.0.2-head-and-processes-excerpt.txt", kind: .spindump, rows: 24),
    Sample(
      path: "samples/spindump/ios26.1-head-and-one-process-excerpt.txt", kind: .spindump, rows: 12),
    Sample(
      path: "samples/spindump/macos10.14.5-head-and-processes-excerpt.txt", kind: .spindump,
      rows: 20),
    // PhysMem and the processes of the first sample.
    Sample(
      path: "samples/top/macos10.14.5-l9-d-r-first-sample-excerpt.txt", kind: .top, rows: 34),
    Sample(path: "samples/ps/macos10.14.5-ps-excerpt.txt", kind: .ps, rows: 11),
    Sample(path: "samples/ps/macos10.14.5-ps_thread-excerpt.txt", kind: .ps, rows: 2),
  ]

  @Test(
    "a real output has no unread data row",
    .enabled(if: areHere, "the real outputs are not beside the project"), arguments: samples)
  func readsWhole(_ sample: Sample) throws {
    let data = try Data(contentsOf: Self.root.appending(path: sample.path))
    let section = try read(data, as: sample.kind)
    #expect(section.coverage.rows == sample.rows)
    #expect(section.coverage.unreadLineCount == sample.unread, "\(section.coverage.unreadLines)")
  }
}
