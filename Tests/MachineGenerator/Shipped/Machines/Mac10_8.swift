/// A MacBook Pro on 10.8.5 whose zones and kexts carry the numbers of the project's first question.
///
/// Eight zone rows, the totals and the kexts' names, versions and sizes are facts of that machine.
/// All other rows are made up, and the totals come out exactly.
enum Mac10_8 {
  private static let size = 920_734_440
  private static let used = 895_302_860
  private static let allocated = 310_758_214_530

  private static func fact(
    _ name: String, _ element: Int, count: Int, maximum: Int, limit: Int, inUse: Int, chunk: Int,
    lifetime: Int, flags: String = ""
  ) -> Machine.Zone {
    var zone = Machine.Zone(
      name: name, element: element, current: count * element, maximum: maximum, inUse: inUse,
      allocation: chunk, lifetime: lifetime.kib, flags: Set(flags))
    zone.maximumCount = limit
    return zone
  }

  private static let head = [
    fact(
      "zones", 544, count: 176, maximum: 192 * 544, limit: 192, inUse: 167, chunk: 8.kib,
      lifetime: 88),
    fact(
      "vm objects", 224, count: 284_043, maximum: 303_680 * 224, limit: 303_680, inUse: 283_180,
      chunk: 16.kib, lifetime: 2_702_161, flags: "C"),
    fact(
      "vm object hash entries", 40, count: 254_490, maximum: 13122.kib, limit: 335_923,
      inUse: 238_354, chunk: 4.kib, lifetime: 130_659, flags: "C"),
    fact(
      "maps", 232, count: 192, maximum: 40.kib, limit: 176, inUse: 180, chunk: 8.kib,
      lifetime: 27576),
    fact(
      "VM map entries", 80, count: 78080, maximum: 7776.kib, limit: 99532, inUse: 76888,
      chunk: 20.kib, lifetime: 1_141_452, flags: "C"),
  ]
  private static let tail = [
    fact(
      "kernel_stacks", 16384, count: 153, maximum: 200 * 16384, limit: 200, inUse: 139,
      chunk: 16.kib, lifetime: 52144, flags: "C"),
    fact(
      "page_tables", 4096, count: 34570, maximum: 4_293_389_860.kib, limit: 654_217, inUse: 34570,
      chunk: 4.kib, lifetime: 595_852, flags: "C"),
    fact(
      "kalloc.large", 72308, count: 449, maximum: 32310.kib, limit: 457, inUse: 449, chunk: 72308,
      lifetime: 13_005_729),
  ]

  /// The remaining rows: shares of the remaining memory, then corrected to the exact totals.
  private static func otherZones(_ random: StableRandom) -> [Machine.Zone] {
    let known = head + tail
    let maker = ZoneMaker(random: random, page: 4096)
    let rows = Rows(ZoneList.mountainLion, separator: "|").fields
    let budget = Double(size - known.map(\.current).reduce(0, +))
    let unit = budget / Double(rows.map { $0[2].integer }.reduce(0, +))
    var zones = rows.map { fields in
      let fill = random.uniform(0.96, 0.995)
      let flags = random.pick(["C", "C", "XC", "AC", ""])
      var zone = maker.zone(
        fields[0], fields[1].integer, about: max(fields[2].number * unit, 2000), fill: fill,
        flags: flags)
      // This kernel counts elements, not pages.
      zone.current = zone.capacity * zone.element
      return zone
    }
    let biggest = place(of: "HFS node", in: zones)
    zones[biggest].current += size - (known + zones).map(\.current).reduce(0, +)
    correctUsed(&zones, to: used - known.map(\.used).reduce(0, +))
    zones[biggest].lifetime += allocated - (known + zones).map(\.lifetime).reduce(0, +)
    for place in zones.indices {
      zones[place].maximum = max(zones[place].maximum, zones[place].current)
    }
    return zones
  }

  private static func place(of name: String, in zones: [Machine.Zone]) -> Int {
    guard let place = zones.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("no zone \(name)")
    }
    return place
  }

  /// Moves elements in use until the bytes in use are exact: large steps, then 24s, 16s.
  private static func correctUsed(_ zones: inout [Machine.Zone], to wanted: Int) {
    let steps = [
      "kalloc.4096", "kalloc.2048", "HFS node", "kalloc.1024", "HFS fork", "kalloc.256",
      "kalloc.64",
    ]
    for name in steps {
      let place = place(of: name, in: zones)
      let gap = wanted - zones.map(\.used).reduce(0, +)
      let zone = zones[place]
      // Down to a negative number of elements, as `gap` asks.
      let elements = Int((Double(gap) / Double(zone.element)).rounded(.down))
      zones[place].inUse += max(
        -(zone.inUse / 20 + (zone.inUse % 20 == 0 ? 0 : 1)),
        min(elements, zone.capacity - zone.inUse))
    }
    let (small, smaller) = (place(of: "OSNumber", in: zones), place(of: "kalloc.16", in: zones))
    var gap = wanted - zones.map(\.used).reduce(0, +)
    if gap % 16 != 0 {
      zones[small].inUse -= 1
      gap += zones[small].element
    }
    zones[smaller].inUse += gap / zones[smaller].element
    precondition(zones.map(\.used).reduce(0, +) == wanted, "the bytes in use do not come out")
    precondition(zones.allSatisfy { (0...$0.capacity).contains($0.inUse) }, "too many in use")
  }

  private static var machine: ShippedMachine {
    let random = StableRandom("osx-10.8-seed")
    var machine = Machine(pageSize: 4096, installed: 8.gib)
    machine.identity = Machine.Identity(
      name: "osx-10.8-seed",
      topFolder: "sysdiagnose_2013.10.30_21-14-05_Mac-OS-X_MacBookPro10,2_12F45",
      captured: LocalTime("2013-10-30T21:14:05"), model: "MacBookPro10,2", build: "12F45",
      osVersion: "10.8.5", darwin: "12.5.0", bootTime: 1_382_900_045, processors: 4)
    machine.zones = head + otherZones(random) + tail
    machine.kexts = KextMaker.mountainLion()
    KextMaker.place(&machine.kexts, from: 0xFFFF_FF7F_8074_0000, random)
    KextMaker.countReferences(&machine.kexts)
    return ShippedMachine(machine: machine, zprint: .bWide, kextstat: .k3)
  }

  /// The archive of this machine.
  static var archive: ShippedArchive {
    let mac = machine
    return ShippedArchive(
      mac,
      [
        ("kextstat.txt", mac.kextstatText), ("zprint.txt", mac.zprintText),
        ("sysctl.txt", mac.sysctlText), ("error_log.txt", mac.system.log()),
        ("mount.txt", mac.system.mounts), ("ps.txt", mac.system.processes),
        ("sw_vers.txt", mac.system.versions),
      ], missing: ["footprint": "absent", "vmStat": "absent", "taskSummary": "absent"])
  }
}
