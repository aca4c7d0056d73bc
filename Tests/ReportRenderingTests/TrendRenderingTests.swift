import AllocationBalance
import MemoryAnalysis
import Testing

@testable import ReportRendering

/// What `trend` prints.
@Suite struct TrendRenderingTests {
  private static func text(_ snapshots: [Snapshot]) throws -> String {
    TextRenderer(RenderingOptions()).render(Trend(Series(snapshots)).document)
  }

  @Test func `a leak, and when zones are full`() throws {
    let snapshots = [0, 2, 5, 6].map { TimedMachine.snapshot(hours: $0, jetsam: $0 == 6) }
    let text = try Self.text(snapshots)
    #expect(text.hasPrefix("LEAK: zone data.kalloc.1024, growing 1.00 GB/h.\nNext: "))
    // 24.0 GB less 6.14 GB at 1 GB an hour.
    #expect(
      text.contains(
        """
        Kernel memory  Mac16,5 25A354: 4 captures over 6.00 h
          Zones hold 6.14 GB of 24.0 GB (the kernel's own limit, jetsam:3): full in 17.9 h at this rate.
          component                  course   latest    change    per hour    r²  verdict
          kernel                     ▁▃▇█    6.17 GB  +6.00 GB  +1.00 GB/h  1.00  leaking
          zone data.kalloc.1024      ▁▃▇█    6.06 GB  +6.00 GB  +1.00 GB/h  1.00  leaking
          VM_KERN_MEMORY_PTE         ▁▃▇█    26.0 MB  +6.00 MB  +1.00 MB/h  1.00  steady
          com.example.driver.Widget  ██▁▁        0 B  -4.00 MB   -819 KB/h  0.89  steady

        Processes by app
          app     course   latest    change    per hour    r²  verdict
          Editor  ▁▃▇█    42.0 MB  +42.0 MB  +7.00 MB/h  1.00  steady

        Processes
          process                   course   latest    change    per hour    r²  verdict
          Editor                    ▁▃▇█    30.0 MB  +30.0 MB  +5.00 MB/h  1.00  steady
          Editor Helper (Renderer)  ▁▃▇█    12.0 MB  +12.0 MB  +2.00 MB/h  1.00  steady

        """))
  }

  @Test func `two captures, a reboot, one capture`() throws {
    let snapshots = [
      TimedMachine.snapshot(hours: 1), TimedMachine.snapshot(hours: 3),
      TimedMachine.snapshot(hours: 2, boots: 1),
    ]
    let text = try Self.text(snapshots)
    #expect(text.hasPrefix("One capture: no growth rate possible.\n"))
    #expect(text.contains("  Two captures give a rate, but no verdict.\n"))
    #expect(
      text.contains("  zone data.kalloc.1024  ▁█      3.06 GB  +2.00 GB  +1.00 GB/h  no verdict\n"))
    #expect(
      text.contains(
        """
        Kernel memory, boot 2  Mac16,5 25A354: 1 capture over 0 s
          rebooted: new series
          Average since boot (up 2.00 h): at most 1.09 GB/h.

        """))
  }

  @Test func `programs get every app and every process`() throws {
    let trend = Trend(Series([2, 6].map { TimedMachine.snapshot(hours: $0) }))
    for (table, names) in [
      ("apps", ["Editor"]), ("processes", ["Editor", "Editor Helper (Renderer)"]),
    ] {
      let text = String(decoding: CSVRenderer(table: table).bytes(of: trend), as: UTF8.self)
      let rows = text.split(separator: "\r\n").map { $0.split(separator: ",") }
      #expect(rows.map { String($0[1].replacing("\"", with: "")) } == names)
    }
    let boot = try #require(trend.boots.first)
    #expect(boot.apps.map(\.growth) == [28 << 20])
    #expect(boot.processes.map(\.growth) == [20 << 20, 8 << 20])
  }

  @Test func `CSV says of each row which boot it is of`() throws {
    let trend = Trend(
      Series([
        TimedMachine.snapshot(hours: 1), TimedMachine.snapshot(hours: 3),
        TimedMachine.snapshot(hours: 2, boots: 1), TimedMachine.snapshot(hours: 3, boots: 1),
      ]))
    let renderer = CSVRenderer(table: nil)
    let text = String(
      decoding: renderer.opening(for: Trend.self) + renderer.bytes(of: trend), as: UTF8.self)
    let rows = text.split(separator: "\r\n").map { $0.split(separator: ",") }
    #expect(rows.first?.first == "boot")
    #expect(Set(rows.dropFirst().map(\.first)) == ["1", "2"])
  }

  @Test func `no capacity, no time until zones are full`() throws {
    let text = try Self.text([0, 2, 5, 6].map { TimedMachine.snapshot(hours: $0) })
    #expect(!text.contains("full in"))
  }

  @Test(arguments: [
    ([1, 2, 3], "▁▅█"), ([3, 3], "▁▁"), ([], ""), ([0, 7, 1], "▁█▂"), ([5, -5], "█▁"),
  ])
  func sparkline(_ sizes: [Int], _ text: String) {
    #expect(Sparkline.text(sizes) == text)
  }

  @Test(arguments: [41, 100, 1_000])
  func `a bar of many captures shows the largest of several`(_ count: Int) {
    var sizes = Array(repeating: 0, count: count)
    sizes[0] = 3
    sizes[count - 1] = 7
    #expect(Sparkline.text(sizes) == "▄" + String(repeating: "▁", count: 38) + "█")
    #expect(Sparkline.text(Array(repeating: 5, count: count)).count == 40)
  }
}
