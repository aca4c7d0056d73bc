import AllocationBalance

@testable import MachineGenerator

/// A series of a small machine with a few dozen rows: half are healthy, half have one leak.
struct SmallSeries {
  /// The activity of a healthy machine.
  enum Life: String, CaseIterable {
    case idle = "idle"
    case warmingUp = "caches fill after boot"
    case busy = "a heap swings by up to 700 MB"
  }

  /// The classes of rates, in MB per hour.
  static let rateLimits = [50, 100, 150, 200, 500, 1000, 2049]

  let seed: Int
  /// The owner and its bytes per hour; nil for a healthy machine.
  let leak: (holder: Holder, bytesPerHour: Int)?
  let life: Life
  let evolution: Evolution

  init(seed: Int) {
    self.seed = seed
    var random = SeededRandom(seed: UInt64(seed) &* 7919 &+ 3)
    var plan = Plan(number: seed)
    var layout = ZprintLayout(number: seed)
    layout.form = random.pick([.c, .d, .e, .f, .g, .h, .i, .i, .i])
    (layout.omitsHeading, layout.omitsTables) = (false, false)
    (plan.zprint, plan.kextstat, plan.footprint) = (layout, nil, nil)
    let (hours, reboot) = Self.hours(&random)
    var course = Course(hours: hours)
    course.reboot = reboot
    course.noise = random.pick([1, 5, 20]) << 20
    life = Life.allCases[seed / 2 % Life.allCases.count]
    Self.live(life, &course, &random)
    leak = seed % 2 == 0 ? nil : Self.leak(layout, &random)
    if let leak { course.leaks = [leak.holder: leak.bytesPerHour] }
    let hasNewHeap = layout.form.letter >= "H"
    if hasNewHeap, random.oneIn(6) { course.rename = random.int(1...(hours.count - 1)) }
    evolution = Evolution(
      Self.machine(life, &random), plan, course, seed: seed, host: "small-\(seed)")
  }

  /// The captures for the verdict: those since the last boot.
  var lastBoot: ArraySlice<Double> { evolution.course.hours[(evolution.course.reboot ?? 0)...] }

  /// Hours from the first to the last of these captures.
  var span: Double { (lastBoot.last ?? 0) - (lastBoot.first ?? 0) }

  /// Whether the leak is in the fluctuating heap.
  ///
  /// No verdict can be required then: the fluctuation may exceed the leak.
  var isHidden: Bool { life == .busy && leak?.holder == .zone(Course.oldHeap) }

  /// Four to eight captures over 2 to 24 hours, at least five minutes apart.
  ///
  /// They are at random times, or all but one are within the first or last 45 minutes. Sometimes
  /// there are two more from the boot before.
  private static func hours(_ random: inout SeededRandom) -> (hours: [Double], reboot: Int?) {
    let isRebooted = random.oneIn(8)
    let start = isRebooted ? 8.0 : Double(random.int(3...60)) / 60
    let minutes = random.int(120...1440)
    let room = random.pick([
      5...(minutes - 5), 5...(minutes - 5), 5...45, (minutes - 45)...(minutes - 5),
    ])
    var times: Set<Int> = [0, minutes]
    let count = random.int(4...8)
    for _ in 0..<1000 where times.count < count {
      let time = random.int(room)
      if times.allSatisfy({ abs($0 - time) >= 5 }) { times.insert(time) }
    }
    let hours = times.sorted().map { start + Double($0) / 60 }
    return isRebooted ? ([1, 7] + hours, 2) : (hours, nil)
  }

  private static func live(_ life: Life, _ course: inout Course, _ random: inout SeededRandom) {
    switch life {
    case .idle: break
    case .warmingUp:
      course.warmUps = random.some(of: ["vnodes", "ubc info", "apfs nodes", "buf.8192"], oneIn: 2)
        .map { zone in
          Course.WarmUp(
            zone: zone, bytes: random.int(50...600) << 20,
            hours: Double(random.int(3...40)) / 10)
        }
    case .busy:
      // As measured by others on a healthy machine over twelve days: 0.67 to 1.37 GiB.
      course.swings = [Course.oldHeap: 700 << 20]
    }
  }

  private static func leak(
    _ layout: ZprintLayout, _ random: inout SeededRandom
  ) -> (holder: Holder, bytesPerHour: Int) {
    // As many slow as fast leaks.
    let place = random.int(0...(rateLimits.count - 2))
    let rate = random.int(rateLimits[place]...(rateLimits[place + 1] - 1)) << 20
    guard layout.hasTables else { return (.zone("kalloc.4096"), rate) }
    let holders: [Holder] = [
      .zone(Course.oldHeap), .zone("kalloc.4096"), .zone("vm objects"),
      .tag("VM_KERN_MEMORY_PTE"), .tag("VM_KERN_MEMORY_IOKIT"), .kext("com.example.driver.Widget"),
    ]
    return (random.pick(holders), rate)
  }

  private static func machine(_ life: Life, _ random: inout SeededRandom) -> Machine {
    var machine = Machine()
    machine.installed = 36 << 30
    let zones = [
      "vnodes", "ubc info", "apfs nodes", "buf.8192", "vm objects", "VM map entries", "ipc ports",
      "kalloc.16", "kalloc.64", "kalloc.4096", "proc", "threads", "tasks", Course.oldHeap,
    ]
    machine.zones = zones.map { name in
      let element = random.pick([64, 240, 1024])
      let current = (name == Course.oldHeap ? 670 : random.int(1...200)) << 20
      return Machine.Zone(
        name: name, element: element, current: current, maximum: 2 * current,
        inUse: current / element, allocation: 16384)
    }
    for (number, name) in ["OSFMK", "BSD", "IOKIT", "PTE", "STACK", "FILE"].enumerated() {
      machine.wired.append(
        Machine.Wired(
          name: "VM_KERN_MEMORY_" + name, kind: .tag, tag: number + 1,
          size: random.int(5...400) << 20))
    }
    for (number, name) in ["com.example.driver.Widget", "com.apple.driver.AppleThing"].enumerated()
    {
      machine.wired.append(
        Machine.Wired(
          name: name, kind: .kext(loadTag: 90 + number), tag: 60 + number,
          size: random.int(5...40) << 20))
    }
    return machine
  }
}
