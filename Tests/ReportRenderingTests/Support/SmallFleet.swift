import AllocationBalance
import MemoryAnalysis

/// Fleets of twenty-odd machines with every size given.
enum SmallFleet {
  /// Three machines of two models with a leak of a kext that one other machine has in another
  /// version, and a model with two machines.
  static let leaking: Fleet = {
    var maker = Maker()
    for number in 0..<12 { maker.add("studio-\(number)", "Mac16,5", 36, number) }
    for number in 0..<10 { maker.add("air-\(number)", "MacBookAir10,1", 8, number) }
    maker.add("old-0", "iMac19,1", 8, 0)
    maker.add("old-1", "iMac19,1", 8, 1)
    for (machine, gigabytes) in [(3, 9), (7, 4), (15, 6)] {
      maker.leak(machine, gigabytes << 30)
      maker.kexts.add("com.example.driver.Leaky", version: "5.1.2", of: machine)
    }
    maker.kexts.add("com.example.driver.Leaky", version: "5.2.0", of: 0)
    for machine in stride(from: 1, to: 22, by: 2) {
      maker.kexts.add("org.example.filter", version: "2.0", of: machine)
    }
    for machine in 0..<22 { maker.apps.add((300 + 10 * machine) << 20, to: "Browser", of: machine) }
    for machine in 0..<9 {
      maker.apps.add((machine == 4 ? 6000 : 200) << 20, to: "Editor", of: machine)
    }
    maker.apps.add(3 << 20, to: "rare", of: 2)
    maker.machines[5].saysKexts = false
    maker.machines[6].kernelBytes = nil
    return maker.fleet
  }()

  /// Twenty machines that differ a little.
  static let healthy: Fleet = {
    var maker = Maker()
    for number in 0..<20 { maker.add("studio-\(number)", "Mac16,5", 36, number) }
    return maker.fleet
  }()

  /// Three machines; nothing is known about one of them.
  static let tooSmall: Fleet = {
    var machines = (0..<3).map { FleetMachine(name: "m\($0)", archivePath: "m\($0).tar.gz") }
    for place in 0..<2 {
      machines[place].model = "Mac16,5"
      machines[place].kernelBytes = 1 << 30
      machines[place].kernelOrigin = .wiredTable
    }
    return Fleet(machines, FleetColumns(), FleetKexts())
  }()

  /// A machine that stands out and whose name would clear the screen.
  static let hostile: Fleet = {
    var maker = Maker()
    for number in 0..<10 { maker.add("mac\u{1B}[2J", "Mac16,5", 36, number) }
    maker.leak(4, 20 << 30)
    return maker.fleet
  }()

  private struct Maker {
    var machines: [FleetMachine] = []
    var columns = FleetColumns()
    var kexts = FleetKexts()
    var apps = FleetApps()
    private var heaps: [Int: Int] = [:]

    mutating func add(_ name: String, _ model: String, _ gigabytes: Int, _ number: Int) {
      var machine = FleetMachine(name: name, archivePath: "fleet/\(name).tar.gz")
      machine.snapshotID = 100 + machines.count
      machine.model = model
      machine.build = "25A354"
      machine.osVersion = "26.0"
      machine.capturedAt = "2026-02-25T10:13:20+00:00"
      machine.uptimeSeconds = number == 9 ? nil : 86_400 * (number + 1)
      machine.installedBytes = gigabytes << 30
      machine.kernelBytes = (1500 + 20 * number) << 20
      machine.kernelOrigin = .wiredTable
      machine.userBytes = (gigabytes / 4) << 30
      machine.saysKexts = true
      let place = Int32(machines.count)
      machines.append(machine)
      heaps[Int(place)] = (40 + 10 * number) << 20
      for (measure, megabytes) in [
        (FleetMeasure(.zone, "vnodes"), 100 + number),
        (.wired("VM_KERN_MEMORY_PTE") ?? .kernel, 400 - 5 * number),
        (.wired("VM_KERN_COUNT_BOOT_STOLEN") ?? .kernel, 700),
        (.kextHeap("com.apple.AGXG16X"), 200),
      ] {
        columns.add(megabytes << 20, to: columns.place(of: measure), of: place)
      }
    }

    mutating func leak(_ place: Int, _ bytes: Int) {
      heaps[place]? += bytes
      machines[place].kernelBytes? += bytes
    }

    var fleet: Fleet {
      var columns = columns
      let heap = columns.place(of: FleetMeasure(.zone, "data.kalloc.1024"))
      for (place, bytes) in heaps.sorted(by: { $0.key < $1.key }) {
        columns.add(bytes, to: heap, of: Int32(place))
      }
      return Fleet(machines, columns, kexts, apps: apps)
    }
  }
}
