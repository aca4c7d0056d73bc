import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import MachineGenerator

/// Series of a machine with known growth.
@Suite struct TrendTests {
  /// A machine with noise everywhere and one leak, and its parsed captures.
  private func leak(
    _ number: Int, hours: [Double] = [0.5, 1.5, 2.5, 4, 5, 6, 7.5], megabytes: Int,
    _ change: (inout Course) -> Void = { _ in }
  ) -> (holder: Holder, captures: [Capture], rate: Double) {
    let evolved = EvolvedMachine(number: number)
    var plan = evolved.plan
    // A footprint rounded to whole gigabytes cannot show growth to 2 %.
    plan.footprint?.unit = .bytes
    if plan.zprint?.form == .c { plan.footprint = nil }
    var course = Course(hours: hours)
    course.leaks = [evolved.leaking: megabytes << 20]
    change(&course)
    let captures = Evolution(evolved.machine, plan, course, seed: number).captures
    return (evolved.leaking, captures, Double(megabytes << 20))
  }

  private func trend(_ captures: [Capture]) throws -> Trend {
    Trend(Series(captures.map { $0.snapshot() }))
  }

  private func found(_ holder: Holder, in boot: BootTrend) -> Growth? {
    (boot.components + boot.processes).first { $0.name == holder.component }
  }

  @Test("the rate is true to 2 %", arguments: 0..<56)
  func rate(_ number: Int) throws {
    let leak = leak(number, megabytes: 200 + number * 30)
    if case .process = leak.holder, leak.captures[0].plan.footprint == nil { return }
    var random = SeededRandom(seed: UInt64(number))
    let boots = try trend(leak.captures.shuffled(using: &random)).boots
    #expect(boots.count == 1)
    let growth = try #require(found(leak.holder, in: boots[0]))
    let rate = try #require(growth.bytesPerHour)
    #expect(abs(rate / leak.rate - 1) <= 0.02)
    #expect(growth.verdict == .leaking)
    #expect(growth.spanSeconds == 7 * 3600)
    let others = boots[0].components.filter { $0.name != leak.holder.component }
    #expect(others.allSatisfy { $0.verdict == .steady })
  }

  @Test("a reboot starts a new trend", arguments: 0..<28)
  func reboot(_ number: Int) throws {
    let leak = leak(number, hours: [0.5, 2, 4, 6, 9, 11, 13, 15], megabytes: 700) {
      $0.reboot = 4
    }
    if case .process = leak.holder, leak.captures[0].plan.footprint == nil { return }
    let boots = try trend(leak.captures).boots
    #expect(boots.map(\.captures.count) == [4, 4])
    for boot in boots {
      let growth = try #require(found(leak.holder, in: boot))
      let rate = try #require(growth.bytesPerHour)
      #expect(abs(rate / leak.rate - 1) <= 0.02)
      #expect(growth.verdict == .leaking)
      #expect(growth.points.first?.seconds == 0)
    }
  }

  @Test("one odd capture does not move the rate", arguments: [0, 3, 6], [-300, 4000])
  func oddCapture(_ place: Int, _ megabytes: Int) throws {
    let leak = leak(4, megabytes: 500) { $0.odd = (place, megabytes << 20) }
    let growth = try #require(found(leak.holder, in: try trend(leak.captures).boots[0]))
    let rate = try #require(growth.bytesPerHour)
    #expect(abs(rate / leak.rate - 1) <= 0.02)
  }

  @Test("captures close together do not outvote those far apart", arguments: 0..<40)
  func clusteredCaptures(_ number: Int) throws {
    let leak = leak(4 + 28 * number, hours: [1, 1.1, 1.2, 1.3, 7], megabytes: 250) {
      $0.noise = 20 << 20
    }
    let growth = try #require(found(leak.holder, in: try trend(leak.captures).boots[0]))
    // Noise may change either end by 20 MB: at most 40 MB in 5.7 hours.
    #expect(abs((growth.bytesPerHour ?? 0) - leak.rate) <= Double(40 << 20) / 5.7 + 4096)
    #expect(growth.verdict == .leaking)
  }

  @Test("a heap that is renamed in the middle keeps leaking")
  func renamedHeap() throws {
    let leak = leak(5, megabytes: 500) { $0.rename = 3 }
    #expect(leak.holder == .zone(Course.oldHeap))
    let growth = try #require(found(leak.holder, in: try trend(leak.captures).boots[0]))
    #expect(growth.verdict == .leaking)
    #expect(growth.points.count == 7)
    #expect(abs((growth.bytesPerHour ?? 0) / leak.rate - 1) <= 0.02)
  }

  @Test("two captures give a rate and no verdict")
  func twoCaptures() throws {
    let leak = leak(4, hours: [1, 5], megabytes: 500)
    let boot = try trend(leak.captures).boots[0]
    let growth = try #require(found(leak.holder, in: boot))
    #expect(growth.verdict == .tooFewCaptures)
    #expect(abs((growth.bytesPerHour ?? 0) / leak.rate - 1) <= 0.02)
    #expect(growth.straightness == nil)
    #expect(boot.upperBound == nil)
  }

  @Test("one capture bounds the average rate from above", arguments: 0..<56)
  func oneCapture(_ number: Int) throws {
    let leak = leak(number, hours: [6], megabytes: 500)
    let boot = try trend(leak.captures).boots[0]
    #expect(boot.components.allSatisfy { $0.bytesPerHour == nil && $0.verdict == .tooFewCaptures })
    guard leak.captures[0].plan.zprint?.hasTables == true else {
      // Zones alone are a lower bound of the kernel: there is no upper bound.
      #expect(boot.upperBound == nil)
      return
    }
    let bound = try #require(boot.upperBound)
    let uptime = leak.captures[0].seconds - (leak.captures[0].bootTime ?? 0)
    #expect(bound.uptimeSeconds == uptime)
    if case .process = leak.holder { return }
    #expect(bound.bytesPerHour >= leak.rate)
    let kernel = ModelSizes.components(leak.captures[0]).sum
    #expect(bound.bytesPerHour >= Double(kernel) / Double(uptime) * 3600)
  }

  @Test("captures over less than three hours have no verdict")
  func tooShort() throws {
    let leak = leak(4, hours: [1, 1.5, 2, 3.9], megabytes: 2000)
    let growth = try #require(found(leak.holder, in: try trend(leak.captures).boots[0]))
    #expect(growth.verdict == .tooShort)
  }

  @Test("a slow leak is growing, and released memory is shrinking")
  func otherVerdicts() throws {
    let slow = leak(4, hours: [1, 4, 8, 12], megabytes: 60)
    #expect(found(slow.holder, in: try trend(slow.captures).boots[0])?.verdict == .growing)
    let grown = leak(4, hours: [1, 4, 8, 12], megabytes: 400).captures
    let back = zip(grown, grown.reversed()).map { capture, later in
      var capture = capture
      capture.machine = later.machine
      return capture
    }
    #expect(found(slow.holder, in: try trend(back).boots[0])?.verdict == .shrinking)
  }
}

/// Which captures form a series.
@Suite struct SeriesTests {
  private let captures = EvolvedMachine(number: 4).evolution.captures

  @Test("an archive of another machine is passed over by name", arguments: [true, false])
  func mix(_ byHost: Bool) {
    var other = captures[2]
    if byHost { other.host = "air.local" } else { other.model = "Mac14,2" }
    let snapshots = [captures[0], captures[1], other].map { $0.snapshot() }
    let series = Series(snapshots)
    #expect(series.boots.flatMap { $0 }.count == 2)
    #expect(
      series.passedOver == [
        Series.PassedOver(path: snapshots[2].archive.path, reason: "is of another machine")
      ])
  }

  @Test("an archive with little information does not hide that its neighbours are two machines")
  func mixAroundUnknown() {
    var (unknown, other) = (captures[1], captures[2])
    (unknown.host, unknown.bootTime) = (nil, nil)
    other.host = "air.local"
    let snapshots = [captures[0], unknown, other].map { $0.snapshot() }
    let series = Series(snapshots)
    #expect(series.boots.flatMap { $0 }.count == 2)
    #expect(series.passedOver.map(\.path) == [snapshots[2].archive.path])
  }

  @Test("of two machines the one with most captures makes the series, of equals the latest")
  func mostCaptures() {
    let others = captures[3...4].map { capture in
      var capture = capture
      capture.host = "air.local"
      return capture
    }
    let two = Series(([captures[0]] + others).map { $0.snapshot() })
    #expect(two.passedOver.map(\.path) == [captures[0].snapshot().archive.path])
    let equal = Series((captures[0...1] + others).map { $0.snapshot() })
    #expect(equal.boots.flatMap { $0 }.map(\.time) == others.map(\.seconds))
  }

  @Test("an archive without zprint does not take the zones from the others")
  func withoutKernel() throws {
    var chosen = Array(captures[0...3])
    try #require(chosen.allSatisfy { $0.plan.zprint != nil })
    chosen[1].plan.zprint = nil
    let trend = Trend(Series(chosen.map { $0.snapshot() }))
    let boot = try #require(trend.boots.first)
    #expect(boot.kernel?.points.count == 3)
    #expect(boot.components.allSatisfy { $0.points.count == 3 })
    #expect(trend.passedOver.map(\.path) == [chosen[1].snapshot().archive.path])
    #expect(trend.passedOver.first?.reason.hasPrefix("has no kernel figure by zprint.") == true)
  }

  @Test("an archive without the wired table says nothing of its rows, and not that they are gone")
  func withoutWiredTable() throws {
    var chosen = Array(captures[0...3])
    try #require(chosen.allSatisfy { $0.plan.zprint?.hasTables == true })
    let whole = try #require(Trend(Series(chosen.map { $0.snapshot() })).boots.first)
    chosen[1].plan.zprint?.omitsTables = true
    let trend = Trend(Series(chosen.map { $0.snapshot() }))
    let boot = try #require(trend.boots.first)
    #expect(boot.components.map(\.name).sorted() == whole.components.map(\.name).sorted())
    #expect(whole.components.allSatisfy { $0.points.count == 4 })
    #expect(boot.components.allSatisfy { $0.points.count == 3 })
    #expect(trend.passedOver.map(\.path) == [chosen[1].snapshot().archive.path])
  }

  @Test("an archive without a boot time does not hide a reboot around it")
  func rebootAroundUnknown() throws {
    var unknown = captures[4]
    unknown.bootTime = nil
    let series = Series([captures[3], unknown, captures[5]].map { $0.snapshot() })
    #expect(series.boots.map(\.count) == [2, 1])
    #expect(series.caveats.contains { $0.hasPrefix("boot times are not known") })
  }

  @Test("an archive without a time is passed over by name")
  func noTime() {
    let known = captures[0].snapshot()
    var archive = known.archive
    archive.capturedSeconds = nil
    let unknown = Snapshot(archive: archive, scan: known.scan, sections: known.sections)
    let series = Series([known, unknown])
    #expect(series.boots.flatMap { $0 }.count == 1)
    #expect(
      series.passedOver == [
        Series.PassedOver(path: archive.path, reason: "does not say when it was captured")
      ])
    #expect(Series([unknown]).boots.isEmpty)
    #expect(Trend(Series([])).boots.isEmpty)
  }

  @Test("captures are sorted by time, and the jitter of a boot time is not a reboot")
  func order() throws {
    let series = Series(captures.reversed().map { $0.snapshot() })
    #expect(series.boots.map(\.count) == [5, 2])
    #expect(series.boots.joined().map(\.time) == captures.map(\.seconds))
    #expect(series.caveats.isEmpty)
  }
}
