/// Creates a plausible random machine: sums are sums, parts are not larger than wholes.
struct MachineMaker {
  var random: SeededRandom
  let plan: Plan
  var form: ZprintForm { plan.zprint?.form ?? .i }

  static func machine(_ plan: Plan) -> Machine {
    var maker = MachineMaker(random: SeededRandom(seed: UInt64(plan.number)), plan: plan)
    return maker.make()
  }

  private mutating func make() -> Machine {
    var machine = Machine()
    machine.pageSize = form.letter >= "H" && random.oneIn(2) ? 16384 : 4096
    machine.hidesSizes = form == .i && random.oneIn(8)
    machine.zones = makeZones(count: count(12))
    machine.showsZoneTags = machine.zones.count % 7 == 3
    machine.kexts = makeKexts(count: count(8))
    if form.hasTables { machine.wired = makeWired(machine.kexts) }
    if form.hasTables { machine.maps = makeMaps() }
    if form.hasViews { machine.views = makeViews() }
    if plan.footprint != nil {
      machine.processes = makeProcesses(count: count(4), machine)
      machine.sharedCaches = random.oneIn(3) ? [makeTable(sharers: ["a [1]", "b [2]"])] : []
    }
    machine.bootCarveOut = random.magnitude(upTo: 1 << 33)
    machine.countedAsWired = machine.wiredTotal + random.magnitude(upTo: 1 << 30)
    if random.oneIn(4) {
      // Just below half of a hundredth of a MiB: the worst case for its rounding.
      machine.countedAsWired = (random.int(1...1_000_000) * 2 + 1) << 20 / 200
    }
    machine.installed = random.pick([8, 16, 36, 96, 512]) << 30
    machine.pages = Self.counters.map { ($0, random.magnitude(upTo: 200_000_000)) }
    return machine
  }

  /// The number of items: usually some, sometimes none, many in a large machine.
  private mutating func count(_ usual: Int) -> Int {
    if plan.isLarge { return usual * random.int(4...10) }
    return random.oneIn(12) ? random.int(0...1) : random.int(1...(usual * 2))
  }

  /// The states that vm_stat prints, in the words of its plain form.
  static let counters = [
    "Pages free", "Pages active", "Pages inactive", "Pages speculative", "Pages throttled",
    "Pages wired down", "Pages purgeable", "File-backed pages", "Anonymous pages",
    "Pages stored in compressor", "Pages occupied by compressor",
  ]

  mutating func word(_ length: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789_.-")
    var word = ""
    for place in 0..<length { word.append(letters[random.int(0...(place == 0 ? 25 : 38))]) }
    return word
  }
}

/// Zones.
extension MachineMaker {
  private mutating func makeZones(count: Int) -> [Machine.Zone] {
    let limit = form == .a ? min(1_200_000_000, 3_500_000_000 / max(count, 1)) : 1 << 44
    return (0..<count).map { _ in makeZone(limit: limit) }
  }

  private mutating func makeZone(limit: Int) -> Machine.Zone {
    let element =
      random.oneIn(2)
      ? random.magnitude(upTo: 99_999) + 1
      : random.pick([1, 8, 16, 64, 1024, 4096, 9999, 10000, 16384, 65536, 99999, 100_000, 1 << 20])
    var current = random.magnitude(upTo: random.oneIn(6) ? limit : min(limit, 1 << 28))
    if random.oneIn(8) {
      current = random.pick([
        0, 4096, 9_999_999 << 10, 10_000_000 << 10, 99_999_999 << 10, 123_456_789 << 10,
      ])
    }
    current = min(current, limit) & ~4095
    // With zone caches the size is that of the elements, not of the pages: it may be below 1 KiB.
    if form == .i, element < 512, random.oneIn(8) {
      current = element * random.int(1...(1023 / element))
    }
    let inUse = random.oneIn(10) ? current / element : random.int(0...(current / element))
    var zone = Machine.Zone(
      name: zoneName(), element: element, current: current,
      maximum: maximum(of: current), inUse: inUse,
      allocation: random.pick([4096, 8192, 16384, 65536, 70 << 10]))
    zone.collectable = random.oneIn(3) ? 0 : random.int(0...(current - zone.used))
    zone.lifetime = random.oneIn(6) ? random.int(0...1023) : random.magnitude(upTo: 1 << 49)
    if !form.fieldsMayTouch, random.oneIn(60) { zone.lifetime = 1 << 60 }
    zone.flags = Set(
      random.some(of: Array(form == .a ? "PC" : form.isColumnar ? "XC" : "XAC"), oneIn: 2))
    if form == .a, random.oneIn(10) { zone.wrapped = random.pick(Machine.Wrapped.allCases) }
    return zone
  }

  private mutating func maximum(of current: Int) -> Int {
    if random.oneIn(6) {
      let edges = [0, 9_999_999 << 10, (10_000_000 << 10) - 1, 10_000_000 << 10, 99_999 << 10]
      return random.pick(form == .a ? [0, 99_998 << 10, 99_999 << 10] : edges)
    }
    if form == .bWide, random.oneIn(3) { return 4_293_389_860 << 10 }
    return current + random.magnitude(upTo: form == .a ? 1 << 29 : 1 << 36)
  }

  private mutating func zoneName() -> String {
    if random.oneIn(3) {
      // Many lengths around the two widths, but few beginnings: truncated names collide.
      let length = random.pick([1, 16, 17, 18, 19, 23, 24, 25, 26, 40, 80])
      let start = random.pick(["vm object hash entries of", "IOKit buffers for the ", "x y z"])
      return String((start + "." + word(80)).prefix(length)).trimmedBlanks
    }
    return random.oneIn(2) ? word(random.int(1...24)) : random.pick(Self.zoneNames(form))
  }

  private static func zoneNames(_ form: ZprintForm) -> [String] {
    var names = [
      "zones", "maps", "vm objects", "VM map entries", "ipc ports", "kalloc.16", "kalloc.1024",
      "TOTAL recall", "total", "wired memory", "1024", "x86 fpsave state", "non-kernel map entries",
    ]
    if form.letter <= "C" { names += ["kernel_stacks", "page_tables", "kalloc.large"] }
    if form.letter >= "H" { names += ["data.kalloc.1024", "default.kalloc.64", "kext.kalloc.32"] }
    if form == .i {
      names += ["kalloc.type0.64", "kalloc.type.var3.512", "data_shared.kalloc.2048"]
    }
    return names
  }
}

/// Kernel maps and zone views.
extension MachineMaker {
  private mutating func makeMaps() -> [Machine.Map] {
    let names = [
      "kernel_map", "zone_map", "kalloc_map", "ipc_kernel_map", "VM_KERN_COUNT_MAP_KERNEL",
      "VM_KERN_COUNT_MANAGED", "VM_KERN_COUNT_WIRED",
    ]
    return random.some(of: names, oneIn: 2).map { name in
      let size = random.magnitude(upTo: 1 << 43)
      let hasFree = !random.oneIn(4)
      let free = random.int(0...size)
      return Machine.Map(
        name: name, size: size, free: hasFree ? free : nil,
        largest: hasFree && !random.oneIn(4) ? random.int(0...free) : nil,
        peak: form.hasPeak && random.oneIn(2) ? random.int(0...size) : nil)
    }
  }

  private mutating func makeViews() -> [Machine.View] {
    (0..<random.int(0...4)).map { _ in
      Machine.View(
        name: word(random.int(4...40)) + random.pick(["", "[raw]", "[data]"]),
        inUse: random.magnitude(upTo: 1 << 34))
    }
  }
}

extension String {
  /// Without leading and trailing blanks.
  fileprivate var trimmedBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
