import Testing

@testable import AllocationBalance
@testable import MemoryAnalysis

/// Apps over the machines that run them.
@Suite struct FleetAppTests {
  private static func fleet(_ sizes: [String: [Int: Int]]) -> Fleet {
    let machines = (0..<20).map { FleetMachine(name: "m\($0)", archivePath: "m\($0).tar.gz") }
    var apps = FleetApps()
    for (app, sizes) in sizes {
      for (machine, megabytes) in sizes { apps.add(megabytes << 20, to: app, of: machine) }
    }
    return Fleet(machines, FleetColumns(), FleetKexts(), apps: apps)
  }

  /// Sizes of 500, 510, 520 … MB.
  private static func sizes(_ count: Int) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, 500 + 10 * $0) })
  }

  @Test func `an app is compared over all machines that run it`() throws {
    var sizes = Self.sizes(9)
    sizes[4] = 9000
    let app = try #require(Self.fleet(["Browser": sizes]).apps.first)
    #expect(app.machineCount == 9)
    #expect(app.machine == 4)
    // 500 … 580 without 540, and 9000: the fifth of nine is 550, the fifth of the distances 30.
    #expect(app.largest.usual.median == Double(550 << 20))
    #expect(app.largest.usual.mad == Double(30 << 20))
    #expect(app.largest.excess == Double(8450 << 20))
    #expect(app.standsOut)
  }

  @Test func `few machines, and a small excess, make none stand out`() {
    var few = Self.sizes(7)
    few[3] = 9000
    var small = Self.sizes(12)
    small[3] = 1500
    let apps = Self.fleet(["few": few, "small": small]).apps
    #expect(apps.map(\.name) == ["few", "small"])
    #expect(apps.map(\.standsOut) == [false, false])
  }

  @Test func `those that stand out come first, and the smallest are left out`() {
    var outlying = Self.sizes(8)
    outlying[7] = 4000
    var apps = FleetApps()
    apps.add((1 << 20) - 1, to: "tiny", of: 0)
    #expect(FleetApp.compare(apps, .standard).isEmpty)
    let fleet = Self.fleet(["a": [0: 1, 1: 9000], "b": outlying, "c": [2: 1]])
    #expect(fleet.apps.map(\.name) == ["b", "a", "c"])
    #expect(fleet.apps.map(\.machine) == [7, 1, 2])
  }
}
