import Foundation

@testable import MachineGenerator

/// A Mac model: its kernel's usual sizes and their spread between machines.
struct FleetModel {
  let name: String
  /// Sizes of installed memory; each machine has one of them.
  let installed: [Int]
  let builds: [Build]
  let parts: [Part]

  struct Build {
    let name: String
    /// How much more this build's kernel takes than the first one's.
    let factor: Double
    let heap: String
  }

  /// A zone or a row of the wired table.
  struct Part {
    let holder: Holder
    let bytes: Double
    /// The spread on a logarithmic scale: 0.3 means about 30 percent.
    let spread: Double
    /// How much of it depends on the machine's activity, 0 to 1.
    let activity: Double
  }

  static func all(_ random: inout SeededRandom) -> [FleetModel] {
    [
      ("Mac16,5", [36, 48]), ("Mac15,12", [16, 24]), ("MacBookAir10,1", [8, 16]),
    ].map { name, memory in
      let builds = [
        Build(name: "25A354", factor: 1, heap: Course.oldHeap),
        Build(
          name: "25D2128", factor: 1 + Double(random.int(0...20)) / 100, heap: Course.newHeap),
      ]
      return FleetModel(
        name: name, installed: memory.map { $0 << 30 }, builds: builds, parts: parts(&random))
    }
  }

  private static func parts(_ random: inout SeededRandom) -> [Part] {
    var parts: [Part] = []
    func spread() -> Double { Double(random.int(5...40)) / 100 }
    for (name, megabytes) in zones {
      let bytes = megabytes * Double(1 << 20) * exp(0.4 * random.normal())
      parts.append(
        Part(
          holder: .zone(name), bytes: bytes, spread: spread(),
          activity: Double(random.int(0...100)) / 100))
    }
    for (name, megabytes) in tags {
      let bytes = megabytes * Double(1 << 20) * exp(0.3 * random.normal())
      parts.append(
        Part(
          holder: .tag("VM_KERN_MEMORY_" + name), bytes: bytes, spread: spread(),
          activity: Double(random.int(0...100)) / 100))
    }
    for (name, megabytes) in heaps {
      parts.append(
        Part(
          holder: .kext(name), bytes: megabytes * Double(1 << 20), spread: spread(), activity: 0.3))
    }
    return parts
  }

  /// Megabytes, rounded, like those of the machine in the shipped archives.
  private static let zones: [(String, Double)] = [
    ("vnodes", 119), ("vm objects", 98), ("VM map entries", 65), ("ubc info", 40),
    ("apfs nodes", 60), ("buf.8192", 30), ("ipc ports", 45), ("proc", 4), ("threads", 9),
    ("tasks", 3), ("vm pages array", 200), ("kalloc.16", 3), ("kalloc.32", 8), ("kalloc.64", 16),
    ("kalloc.128", 20), ("kalloc.256", 18), ("kalloc.512", 24), ("kalloc.1024", 14),
    ("kalloc.4096", 30), ("kalloc.32768", 12), ("data.kalloc.64", 11), ("data.kalloc.256", 9),
    ("data.kalloc.2048", 20), ("data.kalloc.4096", 50), ("data.kalloc.16384", 35), ("pipe", 1),
    ("socket", 5), ("mbuf", 12), ("necp flow", 2), ("shadow", 7), ("pmap", 1),
  ]
  private static let tags: [(String, Double)] = [
    ("OSFMK", 314), ("BSD", 20), ("IOKIT", 198), ("PTE", 426), ("STACK", 60), ("FILE", 12),
    ("KALLOC", 80), ("COMPRESSOR", 90), ("MBUF", 24), ("SKYWALK", 16), ("DIAG", 40),
  ]
  private static let heaps: [(String, Double)] = [
    ("com.apple.AGXG16X", 214), ("com.apple.driver.AppleBCMWLANCoreV3.0", 24),
    ("com.apple.filesystems.apfs", 2), ("com.apple.iokit.IOHIDFamily", 3),
  ]
}

extension FleetModel {
  /// A healthy machine of the model.
  func machine(_ random: inout SeededRandom, _ kexts: [FleetKext]) -> FleetMember {
    let build = random.pick(builds)
    let memory = random.pick(installed)
    let hours = 0.2 * exp(log(8000) * random.unit())
    var state = Machine()
    state.installed = memory
    let activity = 0.25 * random.normal()
    // A machine that is up for months has larger caches than one up for an hour.
    let age = 0.05 * log(1 + hours)
    for part in parts {
      let exponent = activity * part.activity + part.spread * random.normal() + age
      state.add(part.holder, Int(part.bytes * build.factor * exp(exponent)))
    }
    // As measured by others: 2 MB on an idle machine, up to 1.37 GiB on a busy one.
    state.add(.zone(build.heap), Int(2.5 * Double(1 << 20) * exp(log(560) * random.unit())))
    state.wired.append(
      Machine.Wired(
        name: "VM_KERN_COUNT_BOOT_STOLEN", kind: .counter, tag: 257, size: memory / 32))
    addProcesses(&state, activity, &random)
    var member = FleetMember(state: state, model: name, build: build.name, hours: hours)
    for kext in kexts where random.int(0...99) < kext.percent {
      member.load(kext.name, random.pick(kext.versions), heap: random.int(0...40) << 18)
    }
    return member
  }

  private func addProcesses(
    _ machine: inout Machine, _ activity: Double, _ random: inout SeededRandom
  ) {
    for (number, name) in ["WindowServer", "Browser", "Editor"].enumerated() {
      var process = Machine.Process(name: name, pid: 300 + number)
      let share = Double(machine.installed) * 0.15 * exp(activity + 0.5 * random.normal())
      process.own.categories = [Machine.Category(name: "MALLOC_SMALL", dirty: Int(share))]
      machine.processes.append(process)
    }
  }
}

/// A third-party kext that some machines of a fleet have.
struct FleetKext {
  let name: String
  let versions: [String]
  /// The percentage of machines with the kext.
  let percent: Int

  static func all(_ random: inout SeededRandom) -> [FleetKext] {
    (1...12).map { number in
      FleetKext(
        name: "org.example.kext.K\(number)",
        versions: (1...random.int(1...3)).map { "\(number).\($0)" },
        percent: random.pick([2, 5, 10, 20, 40, 60]))
    }
  }
}

/// One machine of a fleet.
struct FleetMember {
  var state: Machine
  let model: String
  let build: String
  /// Hours since boot.
  let hours: Double

  mutating func load(_ kext: String, _ version: String, heap: Int) {
    let index = 200 + state.kexts.count
    state.kexts.append(
      Machine.Kext(
        index: index, references: 0, address: 0xFFFF_0000, size: 65536, wired: 65536, name: kext,
        version: version, links: []))
    state.wired.append(
      Machine.Wired(name: kext, kind: .kext(loadTag: index), tag: index, size: heap))
  }

  func capture(number: Int, seed: Int) -> Capture {
    var machine = state
    machine.countedAsWired = machine.wiredTotal + (64 << 20)
    var plan = Plan(number: 0)
    plan.zprint = ZprintLayout(number: 0)
    plan.zprint?.form = .i
    plan.kextstat = KextstatLayout(form: .k6)
    plan.footprint = FootprintLayout()
    let seconds = 1_772_000_000 + seed * 1000
    var capture = Capture(
      machine: machine, plan: plan, seconds: seconds, bootTime: seconds - Int(hours * 3600),
      host: "mac-\(number)")
    capture.model = model
    capture.build = build
    return capture
  }
}

extension Machine {
  fileprivate mutating func add(_ holder: Holder, _ bytes: Int) {
    switch holder {
    case .zone(let name):
      let pages = bytes / 16384 * 16384
      zones.append(
        Zone(
          name: name, element: 1024, current: pages, maximum: pages, inUse: pages / 1024,
          allocation: 16384))
    case .tag(let name):
      wired.append(Wired(name: name, kind: .tag, tag: wired.count + 1, size: bytes))
    case .kext(let name):
      let index = 100 + wired.count
      wired.append(Wired(name: name, kind: .kext(loadTag: index), tag: index, size: bytes))
    case .process: break
    }
  }
}

extension SeededRandom {
  /// A number from 0 to 1.
  mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }

  /// A number of the standard normal distribution (Box and Muller).
  mutating func normal() -> Double {
    let (first, second) = (unit(), unit())
    return (-2 * log(max(first, 1e-300))).squareRoot() * cos(2 * .pi * second)
  }
}
