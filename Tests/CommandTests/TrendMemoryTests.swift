import Foundation
import Testing

@testable import TestSupport

/// A trend keeps the figures of its archives, and not their snapshots.
@Suite struct TrendMemoryTests {
  /// Captures of a full Mac, as folders; no two have the same texts.
  private static func write(_ count: Int, to scratch: Scratch) throws -> String {
    let shipped = Project.root + "/TestArchives/texts/macos-12-healthy"
    let folder = try scratch.folder("captures")
    for number in 0..<count {
      let day = 21 + number / 12
      let hour = 10 + number % 12
      let capture =
        "\(folder)/sysdiagnose_2022.09.\(day)_\(hour)-41-37-0700_macOS_MacBookPro16-1_21G115"
      try FileManager.default.createDirectory(
        atPath: capture, withIntermediateDirectories: true)
      for name in ["footprint-all.txt", "kextstat.txt", "zprint.txt", "ps.txt", "vm_stat.txt"] {
        try FileManager.default.copyItem(atPath: "\(shipped)/\(name)", toPath: "\(capture)/\(name)")
      }
      let sysctl = try String(contentsOfFile: shipped + "/sysctl.txt", encoding: .utf8)
      try (sysctl + String(repeating: "\n", count: number))
        .write(toFile: capture + "/sysctl.txt", atomically: true, encoding: .utf8)
    }
    return folder
  }

  /// The peak of a trend over some captures, in bytes.
  private func peak(_ count: Int, fromStore: Bool) async throws -> Int {
    let scratch = try Scratch()
    var input = try Self.write(count, to: scratch)
    if fromStore {
      let store = scratch("store.sqlite")
      #expect(try await Program.run(["batch", input, "--store", store]).status == 0)
      input = store
    }
    let trend = try await Program.run(["trend", input, "--format", "json"])
    #expect(trend.output.ranges(of: "\"capturedAt\"").count == count)
    let run = try await PeakMemory(["trend", input], in: scratch)
    #expect(run.status == 0)
    return run.peak
  }

  @Test("each archive adds a fifth of its snapshot at most", arguments: [false, true])
  func growth(_ fromStore: Bool) async throws {
    let few = try await peak(6, fromStore: fromStore)
    let many = try await peak(24, fromStore: fromStore)
    // A snapshot of these takes about 700 KB, its figures 40 KB. A store's pages stay in memory too.
    #expect(many - few < 18 * 200_000)
  }
}
