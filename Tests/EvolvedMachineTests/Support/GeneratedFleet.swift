import Foundation
import MemorySections

@testable import AllocationBalance
@testable import MemoryAnalysis
@testable import MachineGenerator

/// Three hundred fictitious machines of three models; some have a kext's leak.
///
/// Healthy machines differ by tens of percent, some of their parts by a multiple, and more upwards
/// than downwards. The causes are activity, memory, build and uptime.
struct GeneratedFleet {
  static let leakingKext = "com.example.driver.Leaky"

  /// The owner of the leaked memory.
  enum Holder: String, CaseIterable {
    case ownRow = "the kext's own row"
    case zone = "data.kalloc.1024"
  }

  struct Leak {
    var holder: Holder
    /// The size of the leak, in MB.
    var megabytes: ClosedRange<Int>
  }

  let seed: Int
  let leak: Leak?
  private(set) var captures: [Capture] = []
  private(set) var leaking: Set<Int> = []

  private var random: SeededRandom
  private var models: [FleetModel] = []

  init(seed: Int, leak: Leak?, count: Int = 300, leakingCount: Int = 6) {
    self.seed = seed
    self.leak = leak
    random = SeededRandom(seed: UInt64(seed) &* 6151 &+ 17)
    models = FleetModel.all(&random)
    let kexts = FleetKext.all(&random)
    if leak != nil {
      while leaking.count < leakingCount { leaking.insert(random.int(0...(count - 1))) }
    }
    // Some healthy machines have the kext too, in another version or in the same.
    let carriers = random.int(0...12)
    let isOtherVersion = random.oneIn(2)
    for number in 0..<count {
      var machine = models[number % models.count].machine(&random, kexts)
      if leaking.contains(number) {
        machine.load(Self.leakingKext, "5.1.2", heap: 2 << 20)
        grow(&machine.state)
      } else if leak != nil, random.int(0...(count - 1)) < carriers {
        machine.load(Self.leakingKext, isOtherVersion ? "5.2.0" : "5.1.2", heap: 2 << 20)
      }
      captures.append(machine.capture(number: number, seed: seed))
    }
  }

  private mutating func grow(_ machine: inout Machine) {
    guard let leak else { return }
    let bytes = random.int(leak.megabytes) << 20
    switch leak.holder {
    case .ownRow: machine.grow(.kext(Self.leakingKext), by: bytes)
    case .zone:
      let names = [Course.oldHeap, Course.newHeap]
      let name = machine.zones.first { names.contains($0.name) }?.name ?? Course.oldHeap
      machine.grow(.zone(name), by: bytes)
    }
  }

  /// The fleet analysis of the texts in its archives.
  func judged(_ thresholds: FleetThresholds = .standard) -> Fleet {
    var reading = FleetReading()
    for capture in captures { reading.add(capture.snapshot()) }
    return Fleet(reading.machines, reading.columns, reading.kexts, thresholds: thresholds)
  }
}

/// The part of snapshots that a store keeps for a fleet.
struct FleetReading {
  private(set) var machines: [FleetMachine] = []
  private(set) var columns = FleetColumns()
  private(set) var kexts = FleetKexts()

  mutating func add(_ snapshot: Snapshot) {
    let place = machines.count
    let balance = Balance(snapshot)
    var machine = FleetMachine(
      name: snapshot.sysctl?.hostName ?? snapshot.archive.path, archivePath: snapshot.archive.path)
    machine.model = snapshot.model
    machine.build = snapshot.build
    machine.installedBytes = snapshot.installed?.bytes
    machine.kernelBytes = balance.kernel?.quantity.bytes
    machine.kernelOrigin = balance.kernel?.origin
    machine.kernelIsLowerBound = balance.kernel?.isLowerBound ?? false
    machine.userBytes = balance.user?.quantity.bytes
    machine.saysKexts = snapshot.kextstat != nil
    if let captured = snapshot.archive.capturedSeconds, let boot = snapshot.bootTime {
      machine.uptimeSeconds = captured - boot.seconds
    }
    machines.append(machine)
    addParts(snapshot, Int32(place))
    for kext in snapshot.kextstat?.thirdParty ?? [] {
      kexts.add(kext.name, version: kext.version, of: place)
    }
  }

  private mutating func addParts(_ snapshot: Snapshot, _ machine: Int32) {
    let rows = snapshot.zprint?.countedWired ?? []
    let heaps = Set(rows.filter { $0.kind == .kext }.map(\.name))
    let sizes = KernelBasis([snapshot]).components(snapshot)?.sizes ?? [:]
    for (name, size) in sizes {
      let measure: FleetMeasure? =
        if name.hasPrefix("zone ") {
          FleetMeasure(.zone, String(name.dropFirst(5)))
        } else if heaps.contains(name) {
          .kextHeap(name)
        } else {
          .wired(name)
        }
      guard let measure else { continue }
      columns.add(size.bytes, to: columns.place(of: measure), of: machine)
    }
  }
}
