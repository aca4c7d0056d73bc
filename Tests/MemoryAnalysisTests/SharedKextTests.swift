import Testing

@testable import AllocationBalance
@testable import MemoryAnalysis
@testable import TestSupport

/// Kexts on outliers that other machines lack.
@Suite struct SharedKextTests {
  /// The kext on some of the first five of forty machines, and on some of the others.
  private static func compare(_ carriers: [String: [String: [Int]]]) -> [SharedKext] {
    var kexts = FleetKexts()
    for (name, versions) in carriers {
      for (version, machines) in versions {
        for machine in machines { kexts.add(name, version: version, of: machine) }
      }
    }
    return SharedKext.compare(kexts, outliers: Set(0..<5), others: Set(5..<40), .standard)
  }

  @Test("the counts of a kext, its relative frequency, and its probability by chance")
  func counts() throws {
    let kexts = Self.compare([
      "a.leak": ["1": [0, 1, 2, 3, 4, 11]], "b.common": ["1": [0, 1] + Array(5..<25)],
      "c.once": ["1": [0, 7]], "d.elsewhere": ["1": [8, 9]], "e.rare": ["1": [39]],
    ])
    #expect(kexts.map(\.name) == ["a.leak", "b.common"])
    let leak = try #require(kexts.first)
    #expect(leak.outliers == 5 && leak.allOutliers == 5 && leak.others == 1 && leak.allOthers == 35)
    #expect(leak.version == nil)
    #expect(leak.lift == 35)
    // Four kexts are on at least two machines. 6 of comb(40, 5) = 658,008 draws hold five of the
    // six.
    #expect(abs(leak.chance - 4 * 6 / 658_008.0) < 1e-15)
    #expect(leak.isShared)
    #expect(kexts.last?.chance == 1)
    #expect(kexts.last?.isShared == false)
  }

  @Test("a version is listed when it says more than the kext as a whole")
  func version() throws {
    let kexts = Self.compare(["a.leak": ["5.1.2": Array(0..<5), "5.2.0": Array(5..<35)]])
    let leak = try #require(kexts.first)
    #expect(kexts.count == 1)
    #expect(leak.version == "5.1.2")
    #expect(leak.others == 0)
    #expect(leak.lift == nil)
    // The kext and both versions are tested; one of 658,008 draws is these five.
    #expect(abs(leak.chance - 3 / 658_008.0) < 1e-15)
  }

  @Test("no version is listed when all versions are equally frequent among outliers")
  func noVersion() {
    let kexts = Self.compare(["a.leak": ["1": [0, 1], "2": [2, 3, 4]]])
    #expect(kexts.map(\.version) == [nil])
  }

  @Test("machines without kext information are not counted")
  func silent() throws {
    var machines = (0..<20).map { number in
      var machine = FleetMachine(name: "m\(number)", archivePath: "m\(number)")
      machine.model = "Mac16,5"
      machine.build = "25A354"
      machine.kernelBytes = number < 3 ? 20 << 30 : (2 << 30) + number
      machine.kernelOrigin = .wiredTable
      machine.saysKexts = true
      return machine
    }
    machines[0].saysKexts = false
    machines[19].saysKexts = false
    var kexts = FleetKexts()
    for place in [1, 2] { kexts.add("a.leak", version: "1", of: place) }
    let fleet = Fleet(machines, FleetColumns(), kexts)
    let comparison = try #require(fleet.sharedKexts.first)
    #expect(fleet.sharedKexts.count == 1)
    #expect(comparison.model == "Mac16,5")
    #expect(comparison.outliers == 3)
    #expect(comparison.silentOutliers == 1)
    #expect(comparison.kexts.map(\.allOutliers) == [2])
    #expect(comparison.kexts.map(\.allOthers) == [16])
  }
}
