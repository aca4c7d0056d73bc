import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import MachineGenerator

/// When the zone map is full, against a model with a known hour.
@Suite struct ExhaustionTests {
  private static let hourly = 1 << 30
  /// Zones other than the leaking one; they take space too.
  private static let others = 3 << 30
  private static let capacity = 24 << 30

  private static func jetsam(_ capacity: Int) -> (kind: SectionKind, text: String) {
    (
      .jetsam,
      """
      {"bug_type":"298","timestamp":"2026-03-13 01:20:01.00 +0000"}
      {
        "timestamp" : "2026-03-13 01:20:01.00 +0000",
        "memoryStatus" : {
          "compressorSize" : 96635,
          "zoneMapSize" : 1073741824,
          "zoneMapCap" : \(capacity),
          "largestZone" : "data.kalloc.1024",
          "largestZoneSize" : 536870912,
          "pageSize" : 16384,
          "memoryPages" : { "active" : 1, "free" : 2, "wired" : 3 }
        },
        "processes" : []
      }

      """
    )
  }

  private static func panic(_ gigabytes: Int, zone: String) -> (kind: SectionKind, text: String) {
    (
      .panic,
      "panic(cpu 2 caller 0xfffffe002f1cd120): zalloc[3]: zone map exhausted while allocating from "
        + "zone [\(zone)], likely due to memory leak in zone [\(zone)] "
        + "(\(gigabytes)G, 21182160 elements allocated) @zalloc.c:4534\n"
    )
  }

  /// Four captures of a machine with a leaking heap; the last one states capacities.
  private func exhaustion(
    rate: Int = hourly, map: Int? = nil, _ reports: [(kind: SectionKind, text: String)] = []
  ) throws -> (read: ZoneMapExhaustion?, last: Capture) {
    var plan = EvolvedMachine(number: 5).plan
    (plan.footprint, plan.kextstat) = (nil, nil)
    var machine = EvolvedMachine(number: 5).machine
    machine.zones = machine.zones.filter { $0.name == Course.oldHeap || $0.name == "vnodes" }
    machine.grow(.zone("vnodes"), by: Self.others)
    machine.maps = map.map { [Machine.Map(name: "VM_KERN_COUNT_MAP_ZONE", size: $0)] } ?? []
    var course = Course(hours: [1, 3, 5, 7])
    (course.leaks, course.noise) = ([.zone(Course.oldHeap): rate], 0)
    var captures = Evolution(machine, plan, course, seed: 5).captures
    captures[3].reports = reports
    let trend = Trend(Series(captures.map { $0.snapshot() }))
    return (trend.boots.first?.exhaustion, captures[3])
  }

  private func hours(until capacity: Int, _ last: Capture) -> Double {
    Double(capacity - last.machine.zonesSize) / Double(Self.hourly)
  }

  private func isClose(_ read: Double?, _ truth: Double) -> Bool {
    read.map { abs($0 - truth) <= 0.02 * truth } ?? false
  }

  @Test("by a JetsamEvent")
  func jetsam() throws {
    let (read, last) = try exhaustion([Self.jetsam(Self.capacity)])
    #expect(isClose(read?.hoursLeft, hours(until: Self.capacity, last)))
    #expect(read?.capacity.origin == .jetsam)
    #expect(read?.capacity.source == Source(member: "generated/jetsam", line: 7))
    #expect(isClose(read?.bytesPerHour, Double(Self.hourly)))
  }

  @Test("by the table of maps")
  func map() throws {
    let (read, last) = try exhaustion(map: Self.capacity)
    #expect(isClose(read?.hoursLeft, hours(until: Self.capacity, last)))
    #expect(read?.capacity.origin == .addressSpace)
  }

  @Test(
    "by a panic: when the named zone reaches its size again, whatever the others hold",
    arguments: [Course.oldHeap, Course.newHeap])
  func panic(_ zone: String) throws {
    let (read, last) = try exhaustion([Self.panic(20, zone: zone)])
    let heap = try #require(last.machine.zones.first { $0.name == Course.oldHeap })
    let truth = Double((20 << 30) - heap.current) / Double(Self.hourly)
    #expect(isClose(read?.hoursLeft, truth))
    #expect(read?.capacity.origin == .panic)
    #expect(abs((read?.used ?? 0) - heap.current) < 1024)
  }

  @Test("the kernel's own limit overrides a panic, and a panic overrides address space")
  func bestStatement() throws {
    let jetsam = Self.jetsam(Self.capacity)
    let panic = Self.panic(20, zone: Course.oldHeap)
    #expect(try exhaustion(map: 1 << 40, [panic, jetsam]).read?.capacity.origin == .jetsam)
    #expect(try exhaustion(map: 1 << 40, [panic]).read?.capacity.origin == .panic)
  }

  @Test("never without a stated capacity, and never for zones that do not grow")
  func unknown() throws {
    #expect(try exhaustion().read == nil)
    #expect(try exhaustion(map: 0).read == nil)
    #expect(try exhaustion(rate: 0, [Self.jetsam(Self.capacity)]).read == nil)
    // A panic of a zone outside the table says nothing about the zones in it.
    #expect(try exhaustion([Self.panic(20, zone: "elsewhere")]).read == nil)
  }

  @Test("a full map has no time left")
  func full() throws {
    #expect(try exhaustion([Self.jetsam(4 << 30)]).read?.hoursLeft == 0)
  }
}
