/// Processes, as footprint sees them.
extension MachineMaker {
  mutating func makeProcesses(count: Int, _ machine: Machine) -> [Machine.Process] {
    let inPages = plan.footprint?.unit == .pages
    var processes: [Machine.Process] = []
    for number in 0..<count {
      var process = Machine.Process(
        name: processName(), pid: number * 7 + 1,
        pageSize: inPages ? 16384 : random.pick([4096, 16384]))
      process.isTranslated = random.oneIn(8)
      if random.oneIn(12) { process.bits = 32 }
      if random.oneIn(10) { process.reasons = ["task_for_pid() failed", "(os/kern) failure"] }
      process.own = makeTable(sharers: [])
      process.peak = process.footprint + random.magnitude(upTo: 1 << 28)
      process.regions = Self.regions(count: process.pid % 4)
      processes.append(process)
    }
    share(&processes)
    if !random.oneIn(4) {
      processes.insert(kernelTask(machine), at: random.int(0...processes.count))
    }
    return processes
  }

  /// Regions with a tag that looks like a process, and the line of their total.
  private static func regions(count: Int) -> [Machine.Region] {
    let odd = Machine.Category(
      name: "MALLOC 70 [1]: 64-bit", dirty: 4096, clean: 4096, reclaimable: 4096)
    let regions = (0..<count).map { number in
      Machine.Region(
        start: 1 << 32 + number * 4096, size: 16.kib, object: UInt64(number), memory: odd)
    }
    let total = Machine.Category(name: "TOTAL", dirty: 5, clean: 5, reclaimable: 5)
    return regions + [Machine.Region(start: nil, size: 5, object: 1, memory: total)]
  }

  /// Makes some processes share memory with the next one: both tables have the same bytes.
  private mutating func share(_ processes: inout [Machine.Process]) {
    for place in processes.indices.dropLast() where random.oneIn(4) {
      let pair = [processes[place], processes[place + 1]]
      guard pair.allSatisfy({ $0.reasons.isEmpty }) else { continue }
      let isMany = random.oneIn(4)
      let sharers = isMany ? ["23 processes"] : pair.map { "\($0.name) [\($0.pid)]" }
      let table = makeTable(sharers: sharers)
      processes[place].shared.append(table)
      processes[place + 1].shared.append(table)
    }
  }

  mutating func makeTable(sharers: [String]) -> Machine.Table {
    Machine.Table(sharers: sharers, categories: (0..<random.int(1...6)).map { _ in category() })
  }

  private mutating func category() -> Machine.Category {
    let names = [
      "MALLOC_NANO", "MALLOC metadata", "untagged (VM_ALLOCATE)", "__DATA", "stack", "mapped file",
      "IOAccelerator (graphics)", "unused dyld shared cache area", "Owned physical footprint",
    ]
    var category = Machine.Category(name: random.pick(names))
    if random.oneIn(5) { category.detail = random.pick(["/usr/lib/dyld", "/A B/c  d", "(x)"]) }
    category.dirty = size()
    category.swapped = random.oneIn(2) ? 0 : random.int(0...category.dirty)
    category.clean = random.oneIn(2) ? 0 : size()
    category.reclaimable = random.oneIn(2) ? 0 : size()
    category.wired = random.oneIn(2) ? 0 : random.int(0...category.dirty)
    category.regions = random.magnitude(upTo: 2_000_000)
    return category
  }

  /// Sizes around the limits where footprint changes the unit.
  private mutating func size() -> Int {
    let edges = [0, 1, 9999, 10000, 9999 << 10, 10000 << 10, (9999 << 20) + 1, 3 << 29, 94 << 30]
    return random.oneIn(5) ? random.pick(edges) : random.magnitude(upTo: 1 << 34)
  }

  /// The kernel as built by footprint: some of its zones and tags.
  func kernelTask(_ machine: Machine) -> Machine.Process {
    let zones = machine.shownZones.prefix(8).map { zone in
      Machine.Category(
        name: zone.name.split(separator: " ").joined(separator: "."),
        dirty: zone.current - zone.collectable,
        reclaimable: zone.collectable, regions: zone.current / zone.element)
    }
    let tags = machine.wired.filter { !$0.isBreakdown }.prefix(8).map { row in
      let isMLOCK = row.name.hasSuffix("MLOCK")
      return Machine.Category(
        name: row.name, detail: isMLOCK ? "(user wired)" : nil, dirty: isMLOCK ? 0 : row.size,
        clean: isMLOCK ? row.size : 0)
    }
    var process = Machine.Process(name: "kernel_task", pid: 0)
    if plan.footprint?.unit != .pages { process.pageSize = machine.pageSize }
    process.own = Machine.Table(categories: zones + tags)
    return process
  }

  private mutating func processName() -> String {
    let odd = [
      "Foo Helper (Renderer)", "a [12]: 64-bit", "Summary Footprint: 3 MB", "Shared Cache Helper",
      "Footprint: 5 MB", "é ü", "[", "]", "kernel_task2", "x=====", "Auxiliary data:",
      "Google Chrome Helper (GPU)", "1", "name [x]", "Shared with A [1]:", "TOTAL",
    ]
    return random.oneIn(4) ? random.pick(odd) : word(random.int(1...32))
  }
}
