import AllocationBalance
import MemoryAnalysis
import Testing

@testable import ReportRendering

/// What `trend` prints.
@Suite struct TrendRenderingTests {
  private static func text(_ snapshots: [Snapshot]) throws -> String {
    let trend = Trend(try Series(snapshots))
    return TextTrend(trend, style: TextStyle(usesColor: false), top: 10).render()
  }

  @Test func `a leak, and when zones are full`() throws {
    let snapshots = [0, 2, 5, 6].map { TimedMachine.snapshot(hours: $0, jetsam: $0 == 6) }
    let text = try Self.text(snapshots)
    #expect(
      text == """
        LEAK: zone data.kalloc.1024 grows by +1.00 GB/h
        Mac16,5 25A354: 4 captures over 6.00 h
        zones hold 6.14 GB of 24.0 GB (the kernel's own limit, jetsam:3): full in 17.9 h at this rate

        Kernel
          kernel                     ▁▃▇█  6.17 GB  +6.00 GB  +1.00 GB/h  r² 1.00  leaking
          zone data.kalloc.1024      ▁▃▇█  6.06 GB  +6.00 GB  +1.00 GB/h  r² 1.00  leaking
          VM_KERN_MEMORY_PTE         ▁▃▇█  26.0 MB  +6.00 MB  +1.00 MB/h  r² 1.00  steady
          com.example.driver.Widget  ██▁▁      0 B  -4.00 MB   -819 KB/h  r² 0.89  steady

        Processes
          Editor  ▁▃▇█  30.0 MB  +30.0 MB  +5.00 MB/h  r² 1.00  steady

        """)
  }

  @Test func `two captures, a reboot, one capture`() throws {
    let snapshots = [
      TimedMachine.snapshot(hours: 1), TimedMachine.snapshot(hours: 3),
      TimedMachine.snapshot(hours: 2, boots: 1),
    ]
    let text = try Self.text(snapshots)
    #expect(
      text == """
        a rate, but no verdict from two captures
        Mac16,5 25A354: 2 captures over 2.00 h

        Kernel
          kernel                 ▁█  3.17 GB  +2.00 GB  +1.00 GB/h    no verdict
          zone data.kalloc.1024  ▁█  3.06 GB  +2.00 GB  +1.00 GB/h    no verdict
          VM_KERN_MEMORY_PTE     ▁█  23.0 MB  +2.00 MB  +1.00 MB/h    no verdict

        Processes
          Editor  ▁█  15.0 MB  +10.0 MB  +5.00 MB/h    no verdict

        rebooted; the trend starts anew

        no rate from one capture
        Mac16,5 25A354: 1 capture over 0 s
        up 2.00 h: the kernel grew by at most +1.09 GB/h on average since boot

        """)
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
}
