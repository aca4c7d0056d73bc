@testable import MachineGenerator

/// A random machine, in a layout with a wired table or the last one without, and its course.
struct EvolvedMachine {
  static let forms: [ZprintForm] = [.d, .e, .f, .g, .h, .i, .c]
  static let kext = "com.example.driver.Leaky"
  static let unloadedKext = "com.example.driver.Gone"
  static let process = "Leaky Helper (Renderer)"
  static let endedProcess = "Quitter"
  static let tag = "VM_KERN_MEMORY_DIAG"

  let number: Int
  let plan: Plan
  let machine: Machine

  init(number: Int) {
    self.number = number
    var plan = Plan(number: number)
    var layout = plan.zprint ?? ZprintLayout(number: number)
    layout.form = Self.forms[number % Self.forms.count]
    (layout.omitsHeading, layout.omitsTables) = (false, false)
    plan.zprint = layout
    self.plan = plan
    machine = Self.machine(plan)
  }

  /// The name of the leaking heap on this machine.
  var heap: String { plan.zprint?.form.letter ?? "" >= "H" ? Course.oldHeap : "kalloc.1024" }

  /// The leaking owner, in turn by number.
  var leaking: Holder {
    guard plan.zprint?.hasTables == true else { return .zone(heap) }
    let holders: [Holder] = [
      .zone(heap), .tag(Self.tag), .kext(Self.kext), .process(Self.process),
    ]
    return holders[number / Self.forms.count % holders.count]
  }

  /// Seven captures: one boot with events in its middle, then another boot.
  var evolution: Evolution {
    var random = SeededRandom(seed: UInt64(number) &* 13 &+ 5)
    var course = Course(hours: [0.5, 1.5, 3, 4, 6, 8, 9.5])
    course.leaks = [leaking: random.int(50...2048) << 20]
    course.warmUps = [Course.WarmUp(zone: "vnodes", bytes: random.int(10...400) << 20, hours: 1)]
    course.noise = random.pick([0, 4096, 1 << 20])
    course.rename = heap == Course.oldHeap ? 2 : nil
    course.unload = (3, Self.unloadedKext)
    course.quit = (4, Self.endedProcess)
    course.reboot = 5
    return Evolution(machine, plan, course, seed: number)
  }

  private static func machine(_ plan: Plan) -> Machine {
    var machine = MachineMaker.machine(plan)
    machine.hidesSizes = false
    // A bundle id of 64 characters touches the load tag: its row is ambiguous.
    machine.kexts.removeAll { $0.name.count > 60 }
    machine.wired.removeAll { $0.name.count > 60 || $0.name == tag }
    machine.zones += [Course.oldHeap, "kalloc.1024", "vnodes"].map { name in
      Machine.Zone(
        name: name, element: 1024, current: 64 << 20, maximum: 1 << 34, inUse: 60 << 10,
        allocation: 16384, flags: ["C"])
    }
    for (place, name) in [kext, unloadedKext].enumerated() {
      let index = 600 + place
      machine.kexts.append(
        Machine.Kext(
          index: index, references: 0, address: 0xFFFF_0000, size: 65536, wired: 65536, name: name,
          version: "1", links: []))
      machine.wired.append(
        Machine.Wired(name: name, kind: .kext(loadTag: index), tag: 60 + place, size: 8 << 20))
    }
    machine.wired.append(Machine.Wired(name: tag, kind: .tag, tag: 20, size: 16 << 20))
    guard plan.footprint != nil else { return machine }
    for (place, name) in [process, endedProcess].enumerated() {
      var process = Machine.Process(name: name, pid: 9000 + place)
      process.own.categories = [Machine.Category(name: "MALLOC_SMALL", dirty: 64 << 20)]
      machine.processes.append(process)
    }
    return machine
  }
}
