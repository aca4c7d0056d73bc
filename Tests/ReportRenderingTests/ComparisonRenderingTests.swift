import AllocationBalance
import MemoryAnalysis
import Testing

@testable import ReportRendering

/// What `compare` prints.
@Suite struct ComparisonRenderingTests {
  private static let plain = TextStyle(usesColor: false)

  private static func text(_ old: Snapshot, _ new: Snapshot, top: Int = 10) -> String {
    TextComparison(Comparison(old, new), style: plain, top: top).render()
  }

  @Test func `two archives of one boot`() {
    let text = Self.text(TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 6))
    #expect(
      text == """
        kernel +4.00 GB, +1.00 GB an hour: 100 % zone data.kalloc.1024, <1 % VM_KERN_MEMORY_PTE

             machine         captured                    kernel     user
        old  Mac16,5 25A354  2026-02-25T12:13:20+00:00  2.17 GB  10.0 MB
        new  Mac16,5 25A354  2026-02-25T16:13:20+00:00  6.17 GB  30.0 MB
        one machine, one boot, 4.00 h apart

        Findings  rules explain ID says what to do
          CRITICAL  zone-growth  zone data.kalloc.1024 grows fast
                    +1.00 GB/h: from 2.06 GB to 6.06 GB in 4.00 h  (zprint:4)
          WARNING   kernel-growth  the kernel grows fast
                    +1.00 GB/h: from 2.17 GB to 6.17 GB in 4.00 h  (zprint:13)

        Kernel, by component  +4.00 GB = explained +4.00 GB, unexplained 0 B (zprint.wired)
          zone data.kalloc.1024      2.06 GB  6.06 GB  +4.00 GB  +1.00 GB/h  grew
          VM_KERN_MEMORY_PTE         22.0 MB  26.0 MB  +4.00 MB  +1.00 MB/h  grew
          com.example.driver.Widget  4.00 MB        -  -4.00 MB  -1.00 MB/h  gone

        Zones
          data.kalloc.1024  2.06 GB  6.06 GB  +4.00 GB  +1.00 GB/h  grew

        Wired memory
          VM_KERN_MEMORY_PTE         22.0 MB  26.0 MB  +4.00 MB  +1.00 MB/h  grew
          com.example.driver.Widget  4.00 MB        -  -4.00 MB  -1.00 MB/h  gone

        Kext images
          com.example.driver.Widget  64.0 KB  -  -64.0 KB  -16.0 KB/h  gone

        Processes  +20.0 MB = explained +20.0 MB, unexplained 0 B (footprint.processes)
          Editor  10.0 MB  30.0 MB  +20.0 MB  +5.00 MB/h  grew

        Categories of the processes' own memory
          MALLOC_SMALL  10.0 MB  30.0 MB  +20.0 MB  +5.00 MB/h  grew

        """)
  }

  @Test func `a reboot leaves no rates`() {
    let text = Self.text(
      TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 3, boots: 1))
    #expect(text.contains("caution: rebooted between the two\n"))
    #expect(text.contains("one machine, two boots, 25.0 h apart\n"))
    #expect(!text.contains("/h"))
    #expect(!text.contains("an hour"))
  }

  @Test func `rows beyond the top are counted`() {
    let text = Self.text(
      TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 6), top: 1)
    #expect(text.contains("  and 2 more that differ\n"))
    #expect(text.contains("  and 1 more that differ\n"))
    #expect(!text.contains("com.example.driver.Widget  4.00 MB"))
  }

  @Test func `the same archive twice differs in nothing`() {
    let text = Self.text(TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 2))
    #expect(text.hasPrefix("kernel 0 B\n"))
    #expect(!text.contains("Zones"))
  }

  @Test func `above a clean boot`() {
    let baseline = BaselineComparison(
      old: TimedMachine.snapshot(hours: 3), new: TimedMachine.snapshot(hours: 6, host: "air"),
      oldClean: TimedMachine.snapshot(hours: 0, boots: 1),
      newClean: TimedMachine.snapshot(hours: 1, host: "air", boots: 1))
    let text = TextBaseline(baseline, style: Self.plain, top: 3).render()
    let head = text.split(separator: "\nkernel ", maxSplits: 1).first ?? ""
    #expect(
      head == """
        above a clean boot: kernel +3.00 GB on the first machine, +5.00 GB on the second
        a clean boot itself takes 176 MB and 1.17 GB: that differs by machine, not by use

        Since a clean boot: first machine, then second
                                       clean      now     above    clean      now     above  difference
          kernel                      176 MB  3.17 GB  +3.00 GB  1.17 GB  6.17 GB  +5.00 GB    +2.00 GB
          zone data.kalloc.1024      64.0 MB  3.06 GB  +3.00 GB  1.06 GB  6.06 GB  +5.00 GB    +2.00 GB
          com.example.driver.Widget  4.00 MB  4.00 MB       0 B  4.00 MB        -  -4.00 MB    -4.00 MB
          VM_KERN_MEMORY_PTE         20.0 MB  23.0 MB  +3.00 MB  21.0 MB  26.0 MB  +5.00 MB    +2.00 MB
          and 2 more

        """)
    #expect(text.contains("caution: these are two machines\n"))
  }
}
