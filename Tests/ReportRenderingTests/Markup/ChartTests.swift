import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import ReportRendering

/// The data of charts: what is drawn adds up to what the tables say, and no byte is drawn twice.
struct ChartTests {
  private static func charts(_ document: Document) -> [Chart] {
    document.sections.flatMap(\.contents).compactMap { content in
      if case .chart(let chart) = content { chart } else { nil }
    }
  }

  @Test(
    "the icicle's sides are the ledger's counted sums",
    arguments: [ShippedMachine.leak, .seed, .redacted, .withoutZprint])
  func icicle(_ machine: ShippedMachine) throws {
    let report = try machine.report()
    let icicles = Self.charts(report.document).compactMap { chart in
      if case .icicle(let icicle) = chart { icicle } else { nil }
    }
    let icicle = try #require(icicles.first)
    #expect(icicles.count == 1)
    let drawn = icicle.roots.filter { $0.role != .unexplained }.compactMap { $0.sizes[0]?.bytes }
    let counted = report.ledger.entries.filter { $0.relation == .counted }
      .compactMap { $0.quantity?.bytes }
    #expect(drawn.reduce(0, +) == counted.reduce(0, +))
    for root in icicle.roots where root.role == .kernel || root.role == .machine {
      let parts = root.children.compactMap { $0.sizes[0]?.bytes }
      #expect(parts.isEmpty || parts.reduce(0, +) == root.sizes[0]?.bytes)
    }
  }

  @Test("an app's box is split into its processes")
  func processes() throws {
    let icicle = try #require(
      Self.charts(ShippedMachine.leak.report().document).lazy.compactMap { chart in
        if case .icicle(let icicle) = chart { icicle } else { nil }
      }.first)
    let user = try #require(icicle.roots.first { $0.role == .user })
    let tabs = try #require(user.children.first { $0.name == "com.apple.WebKit.WebContent" })
    #expect(tabs.children.count == 24)
    #expect(tabs.children.allSatisfy { $0.name.hasPrefix("\(tabs.name) [") })
    #expect(Set(tabs.children.map(\.name)).count == 24)
    #expect(tabs.children.compactMap { $0.sizes[0]?.bytes }.reduce(0, +) == tabs.sizes[0]?.bytes)
    // One process is its app.
    #expect(user.children.first { $0.name == "WindowServer" }?.children.isEmpty == true)
  }

  @Test("the steps of a waterfall lead from the old size to the new one")
  func waterfall() throws {
    let comparison = Comparison(TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 6))
    let waterfalls = Self.charts(comparison.document).compactMap { chart in
      if case .waterfall(let waterfall) = chart { waterfall } else { nil }
    }
    let waterfall = try #require(waterfalls.first)
    let steps = waterfall.steps.map(\.delta.bytes).reduce(0, +)
    #expect(waterfall.start.size.bytes + steps == waterfall.end.size.bytes)
    // The machine's heap grows by 1 GB an hour.
    #expect(waterfall.steps.first?.name == "zone data.kalloc.1024")
    #expect(waterfall.steps.first?.delta.bytes == 4 << 30)
  }

  @Test("two icicles have one place for each name")
  func paired() throws {
    let comparison = Comparison(TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 6))
    let icicles = Self.charts(comparison.document).compactMap { chart in
      if case .icicle(let icicle) = chart { icicle } else { nil }
    }
    let icicle = try #require(icicles.first)
    #expect(icicle.captures == ["old", "new"])
    let kernel = try #require(icicle.roots.first { $0.name == "kernel" })
    let zones = try #require(kernel.children.first { $0.name == "zones" })
    let heap = try #require(zones.children.first { $0.name == "data.kalloc.1024" })
    let sizes = [2, 6].map { hours in (64 << 20) + (hours << 30) }
    #expect(heap.sizes.compactMap { $0?.bytes } == sizes)
    // The kext that the machine has for its first four hours alone.
    let kexts = try #require(kernel.children.first { $0.name == "kext heap" })
    #expect(kexts.sizes.map { $0?.bytes } == [4 << 20, nil])
  }

  @Test("the layers of a series add up to the kernel at each capture, boot by boot")
  func areas() throws {
    let trend = Trend(
      Series(
        [1, 3, 5].map { TimedMachine.snapshot(hours: $0, jetsam: $0 == 5) }
          + [2, 4].map { TimedMachine.snapshot(hours: $0, boots: 1) }))
    let chart = try #require(TrendChart(trend: trend).chart)
    #expect(chart.captures.map(\.boot) == [1, 1, 1, 2, 2])
    #expect(chart.captures.map { $0.seconds / 3600 } == [0, 2, 4, 25, 27])
    let sums = chart.captures.indices.map { place in
      chart.layers.compactMap { $0.sizes[place] }.reduce(0, +)
    }
    #expect(sums == trend.boots.flatMap { $0.kernel?.points.map(\.bytes) ?? [] })
  }

  @Test("time until zones are full: 17.9 hours after the last capture")
  func exhaustion() throws {
    let snapshots = [0, 2, 5, 6].map { TimedMachine.snapshot(hours: $0, jetsam: $0 == 6) }
    let chart = try #require(TrendChart(trend: Trend(Series(snapshots))).chart)
    let hours = try #require(chart.exhaustion).seconds / 3600
    // 24 GB less 6 GB and 144 MB (64 MB of heap, 80 MB of vnodes), at 1 GB an hour.
    #expect(abs(hours - (6 + 18 - 144.0 / 1024)) < 0.01)
  }

  @Test("no chart is drawn of what is not there")
  func nothing() throws {
    let document = try ShippedMachine.withoutMemory.report().document
    #expect(Self.charts(document).filter(ChartMarkup.isShown).isEmpty)
    #expect(TrendChart(trend: Trend(Series([TimedMachine.snapshot(hours: 1)]))).chart == nil)
  }
}
