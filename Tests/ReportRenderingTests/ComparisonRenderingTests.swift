import AllocationBalance
import MemoryAnalysis
import Testing

@testable import ReportRendering
@testable import TestSupport

/// What `compare` prints.
@Suite struct ComparisonRenderingTests {
  private static func text(_ result: some Presentable, top: Int = 10) -> String {
    TextRenderer(RenderingOptions(top: top)).render(result.document)
  }

  private static func text(_ old: Snapshot, _ new: Snapshot, top: Int = 10) -> String {
    text(Comparison(old, new), top: top)
  }

  @Test func `two archives of one boot`() {
    let text = Self.text(TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 6))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // 4 hours at 1 GB an hour; the page tables' 4 MB make less than half of a percent and explain nothing.
    #expect(
      text.hasPrefix(
        """
        Kernel memory grew by 4.00 GB, +1.00 GB per hour: 100 % of it is zone data.kalloc.1024.

        """))
    #expect(lines[1].hasPrefix("Next: "))
    #expect(text.contains("Archives  one machine, one boot, 4.00 h apart\n"))
    #expect(
      text.contains(
        """
        Kernel memory by component  +4.00 GB: explained +4.00 GB, unexplained 0 B (zprint.wired)
          component                      old      new    change    per hour
          zone data.kalloc.1024      2.06 GB  6.06 GB  +4.00 GB  +1.00 GB/h  grew
          VM_KERN_MEMORY_PTE         22.0 MB  26.0 MB  +4.00 MB  +1.00 MB/h  grew
          com.example.driver.Widget  4.00 MB           -4.00 MB  -1.00 MB/h  gone

        """))
    // What is a component of its own stands once.
    #expect(!text.contains("\nZones"))
    #expect(!text.contains("\nWired memory"))
  }

  @Test func `a reboot leaves no rates`() {
    let text = Self.text(
      TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 3, boots: 1))
    #expect(text.contains("Caution: rebooted between the two\n"))
    #expect(text.contains("one machine, rebooted in between, 25.0 h apart\n"))
    #expect(!text.contains("/h"))
    #expect(!text.contains("per hour"))
  }

  @Test func `rows beyond the top are counted`() {
    let text = Self.text(
      TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 6), top: 1)
    #expect(text.contains("  and 2 more components that differ\n"))
    #expect(!text.contains("com.example.driver.Widget  4.00 MB"))
  }

  @Test func `the same archive twice differs in nothing`() {
    let text = Self.text(TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 2))
    #expect(text.hasPrefix("Kernel memory is the same.\n"))
    #expect(!text.contains("component"))
  }

  @Test func `two machines have more and less, and nothing grew`() {
    let text = Self.text(
      TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 6, host: "air"))
    #expect(text.hasPrefix("The second machine's kernel holds 4.00 GB more: "))
    #expect(text.contains("+4.00 GB  more\n"))
    #expect(text.contains("-4.00 MB  only first\n"))
    for word in ["grew", "gone", "shrank"] { #expect(!text.contains(word)) }
  }

  @Test func `above a clean boot`() {
    let baseline = BaselineComparison(
      old: TimedMachine.snapshot(hours: 3), new: TimedMachine.snapshot(hours: 6, host: "air"),
      oldClean: TimedMachine.snapshot(hours: 0, boots: 1),
      newClean: TimedMachine.snapshot(hours: 1, host: "air", boots: 1))
    let text = Self.text(baseline, top: 3)
    #expect(
      text.hasPrefix(
        "The kernel since a clean boot: first machine +3075 MB: zones 3072, outside zones 3; second "
          + "machine +5121 MB: zones 5120, outside zones 1.\n"))
    #expect(
      text.contains(
        """
          component                  first: clean      now     above  second: clean      now     above  difference
          kernel                           176 MB  3.17 GB  +3.00 GB        1.17 GB  6.17 GB  +5.00 GB    +2.00 GB
          zone data.kalloc.1024           64.0 MB  3.06 GB  +3.00 GB        1.06 GB  6.06 GB  +5.00 GB    +2.00 GB
          com.example.driver.Widget       4.00 MB  4.00 MB       0 B        4.00 MB           -4.00 MB    -4.00 MB
          and 3 more components

        """))
    #expect(text.contains("Caution: these are two machines\n"))
    #expect(!text.contains("Kernel memory by component\n"))
  }

  /// The Macs of the project's first question, by the truth of their models.
  @Test func `the answer to the first question leads with kernel_task and its two parts`() throws {
    let names = [
      "seed-fresh-mac", "seed-older-mac", "seed-fresh-mac-clean", "seed-older-mac-clean",
    ]
    let all = try names.map { try HandMadeSnapshot.shipped($0) }
    let baseline = BaselineComparison(
      old: all[0], new: all[1], oldClean: all[2], newClean: all[3])
    // By top: 416 - 318 and 1520 - 452; zones by the models: 52.4 and 511.
    #expect(
      Self.text(baseline).hasPrefix(
        "kernel_task since a clean boot: first machine +98 MB: zones 52, outside zones 46; second "
          + "machine +1068 MB: zones 511, outside zones 557, which no tool of this release breaks "
          + "down.\n"))
    #expect(
      Self.text(all[0], all[1]).hasPrefix(
        "The second machine's kernel_task against the first's: +1104 MB: zones 497, outside zones "
          + "607, which no tool of this release breaks down. Largest: "))
  }
}
