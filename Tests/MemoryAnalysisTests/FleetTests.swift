import Testing

@testable import AllocationBalance
@testable import MemoryAnalysis
@testable import TestSupport

/// Grouping, judging and comparing machines in fleets with given sizes.
@Suite struct FleetTests {
  private static let megabyte = 1 << 20

  /// A machine of 16 GB with a kernel of the given size in MB.
  private static func machine(
    _ name: String, kernel: Int?, build: String? = "25A354", model: String? = "Mac16,5"
  ) -> FleetMachine {
    var machine = FleetMachine(name: name, archivePath: "\(name).tar.gz")
    machine.model = model
    machine.build = build
    machine.installedBytes = 16 << 30
    machine.kernelBytes = kernel.map { $0 * megabyte }
    machine.kernelOrigin = kernel == nil ? nil : .wiredTable
    machine.userBytes = 8 << 30
    machine.saysKexts = true
    return machine
  }

  /// Machines with kernels of 2,000, 2,010, 2,020 … MB.
  private static func machines(_ count: Int, _ build: String? = "25A354") -> [FleetMachine] {
    (0..<count).map { machine("\(build ?? "none")-\($0)", kernel: 2000 + 10 * $0, build: build) }
  }

  private static func judge(
    _ machines: [FleetMachine], _ sizes: [FleetMeasure: [Int: Int]] = [:],
    _ kexts: FleetKexts = FleetKexts()
  ) -> Fleet {
    var columns = FleetColumns()
    for (measure, sizes) in sizes.sorted(by: { $0.key.name < $1.key.name }) {
      let place = columns.place(of: measure)
      for (machine, megabytes) in sizes.sorted(by: { $0.key < $1.key }) {
        columns.add(megabytes * megabyte, to: place, of: Int32(machine))
      }
    }
    return Fleet(machines, columns, kexts)
  }

  @Test("a build with eight machines is a group; a smaller one is compared with all builds")
  func groups() {
    let fleet = Self.judge(Self.machines(8) + Self.machines(3, "25D2128"))
    #expect(fleet.groups.map(\.kind.build) == ["25A354", nil])
    #expect(fleet.groups.map(\.machines.count) == [8, 11])
    #expect(fleet.groups.map(\.judged) == [Array(0..<8), [8, 9, 10]])
    #expect(fleet.groups.map(\.kernel.median) == [2035, 2020].map { Double($0 * Self.megabyte) })
    #expect(fleet.judgedCount == 11)
    #expect(fleet.tooFew.isEmpty)
  }

  @Test("groups that are too small and machines with unknown facts are listed")
  func notJudged() {
    var other = Self.machine("other memory", kernel: 2000)
    other.installedBytes = 32 << 30
    var zonesOnly = Self.machine("zones only", kernel: 900)
    zonesOnly.kernelOrigin = .zones
    let fleet = Self.judge([
      other, Self.machine("no model", kernel: 1, model: nil),
      Self.machine("no kernel", kernel: nil), zonesOnly,
    ])
    #expect(fleet.groups.isEmpty)
    #expect(fleet.judgedCount == 0)
    #expect(fleet.outliers.isEmpty)
    #expect(fleet.tooFew.map(\.machines) == [[3], [0]])
    #expect(fleet.unknown == [1, 2])
  }

  @Test("an unknown build is compared with the model over all builds")
  func unknownBuild() {
    let fleet = Self.judge(Self.machines(8) + Self.machines(1, nil))
    #expect(fleet.groups.map(\.judged) == [Array(0..<8), [8]])
  }

  /// Sizes of a zone on one machine, while it takes 100 to 190 MB on ten others.
  ///
  /// The median of the eleven is 150 and their MAD 30 for any size from 150 on. Six robust
  /// deviations are 267 MB; the floor of 1,536 MB over the median decides.
  @Test(
    "how far a part must be above the median",
    arguments: [(190, false), (1685, false), (1686, true), (9000, true)])
  func partOutlier(_ megabytes: Int, _ standsOut: Bool) {
    let zone = FleetMeasure(.zone, "data.kalloc.1024")
    var sizes = Dictionary(uniqueKeysWithValues: (0..<10).map { ($0, 100 + 10 * $0) })
    sizes[10] = megabytes
    let fleet = Self.judge(Self.machines(11), [zone: sizes])
    #expect(fleet.outliers.map(\.machine) == (standsOut ? [10] : []))
    let usual = fleet.groups[0].measures.first?.spread
    #expect(usual?.median == Double(150 * Self.megabyte))
    #expect(usual?.mad == Double(30 * Self.megabyte))
    guard let outlier = fleet.outliers.first else { return }
    #expect(outlier.standingOut.map(\.measure) == [zone])
    #expect(outlier.standingOut[0].excess == Double((megabytes - 150) * Self.megabyte))
    let deviations = Double(megabytes - 150) / (1.4826 * 30)
    #expect(abs(outlier.standingOut[0].robustDeviations - deviations) < 1e-9)
  }

  @Test("memory set aside at boot, and less than the median, make no outlier")
  func neverOutlying() {
    let boot = FleetMeasure(.bootMemory, "VM_KERN_COUNT_BOOT_STOLEN")
    let zone = FleetMeasure(.zone, "vnodes")
    var sizes = Dictionary(uniqueKeysWithValues: (0..<12).map { ($0, 9000) })
    sizes[3] = 1
    let fleet = Self.judge(Self.machines(12), [boot: [5: 9000], zone: sizes])
    #expect(fleet.outliers.isEmpty)
  }

  @Test("a kernel far above the median is an outlier, with the unexplained part of its excess")
  func kernelOutlier() {
    var machines = Self.machines(9)
    machines.append(Self.machine("large", kernel: 12_000))
    let zone = FleetMeasure(.zone, "vnodes")
    let tag = FleetMeasure(.tag, "VM_KERN_MEMORY_PTE")
    let heap = FleetMeasure.kextHeap("org.example.kext")
    var (vnodes, tables) = ([Int: Int](), [Int: Int]())
    for place in 0..<10 {
      vnodes[place] = place == 9 ? 1100 : 100
      tables[place] = place == 9 ? 50 : 60
    }
    let fleet = Self.judge(machines, [zone: vnodes, tag: tables, heap: [9: 5000]])
    #expect(fleet.outliers.map(\.machine) == [9])
    guard let outlier = fleet.outliers.first else { return }
    // The median of 2,000 … 2,080 and 12,000 is 2,045.
    #expect(outlier.kernel.excess == Double(9955 * Self.megabyte))
    #expect(
      outlier.standingOut.map(\.measure.kind) == [.kernel, .thirdPartyKextHeap, .kernelShare])
    #expect(outlier.parts.map(\.measure.kind) == [.thirdPartyKextHeap, .zone])
    #expect(outlier.unexplained == Double((9955 - 5000 - 1000 + 10) * Self.megabyte))
  }

  @Test("a large share alone, on an idle machine, makes no outlier")
  func share() {
    var machines = Self.machines(12)
    machines[4].userBytes = 100 << 20
    #expect(Self.judge(machines).outliers.isEmpty)
  }
}
