/// The situation of the project's first question: two Macs on 10.8.5, as they are and freshly
/// booted.
///
/// Facts are the older one's TOTAL SIZE and what top said of both kernel_tasks; everything else is
/// made up. After a clean boot a zone's size depends on the machine and, by a few per cent, on the
/// boot. What has accumulated since follows another set of weights.
enum SeedMacs {
  private static let page = 4096
  private static let day = 86_400

  /// One boot of one of the Macs, at one capture.
  private struct Moment {
    var name: String
    var time: String
    /// Seconds since boot.
    var up: Int
    /// TOTAL SIZE.
    var total: Int
    /// The part of it that a clean boot explains.
    var clean: Int
    /// MiB of kernel_task by top.
    var kernel: Int
    /// The number of rows of the list that run.
    var processes: Int
  }

  /// The part that is the same in all boots.
  private struct Mac {
    var label: String
    var model: String
    var host: String
    var installed: Int
    var processors: Int
    /// The last of Apple's kexts that is loaded.
    var lastKext: Int
    var moments: [Moment]
    /// Whether other makers' kexts are loaded.
    var hasThirdParties = false
  }

  private static let older = Mac(
    label: "older", model: "MacBookPro9,1", host: "test-older.example", installed: 8.gib,
    processors: 8, lastKext: 91,
    moments: [
      Moment(
        name: "seed-older-mac", time: "2015-03-02T21:14:05", up: 41 * day + 11_113,
        total: 726_412_624, clean: 191_300_000, kernel: 1520, processes: 34),
      Moment(
        name: "seed-older-mac-clean", time: "2015-03-03T08:35:02", up: 300, total: 190_207_376,
        clean: 190_207_376, kernel: 452, processes: 26),
      Moment(
        name: "seed-older-mac-clean-2", time: "2015-03-04T08:41:47", up: 300, total: 193_655_120,
        clean: 193_655_120, kernel: 458, processes: 26),
    ], hasThirdParties: true)
  private static let fresh = Mac(
    label: "fresh", model: "MacBookAir5,2", host: "test-fresh.example", installed: 4.gib,
    processors: 4, lastKext: 72,
    moments: [
      Moment(
        name: "seed-fresh-mac", time: "2015-03-02T21:40:31", up: 2 * day + 4211,
        total: 205_184_320, clean: 150_900_000, kernel: 416, processes: 30),
      Moment(
        name: "seed-fresh-mac-clean", time: "2015-03-03T08:52:10", up: 300, total: 150_241_824,
        clean: 150_241_824, kernel: 318, processes: 26),
    ])

  /// Every zone with its clean part and its accumulation; the sum equals the total to the byte.
  private static func zones(_ mac: Mac, _ moment: Moment) -> [Machine.Zone] {
    let rows = Rows(ZoneList.mountainLionLean, separator: "|").fields
    let weights = (2...3).map { column in
      Double(rows.map { $0[column].integer }.reduce(0, +))
    }
    let zones = rows.map { fields in
      let own = StableRandom("\(mac.label) \(fields[0])")
      let boot = StableRandom("\(moment.name) \(fields[0])")
      let shape = own.uniform(0.8, 1.25)
      let jitter = boot.uniform(0.97, 1.03)
      let clean = fields[2].number / weights[0] * Double(moment.clean) * shape * jitter
      let grown =
        fields[3].number / weights[1] * Double(moment.total - moment.clean)
        * own.uniform(0.85, 1.15)
      let count = ((clean + grown) / fields[1].number).rounded(.toNearestOrEven)
      return zone(fields[0], fields[1].integer, max(4, Int(count)), own, boot, moment)
    }
    return corrected(zones, to: moment.total)
  }

  private static func zone(
    _ name: String, _ element: Int, _ count: Int, _ own: StableRandom, _ boot: StableRandom,
    _ moment: Moment
  ) -> Machine.Zone {
    let flags = own.pick(["C", "C", "C", "XC", ""])
    let fill = own.uniform(0.95, 0.99) + boot.uniform(0, 0.008)
    let top = own.uniform(1.02, 1.3)
    let turnover = own.uniform(0.3, 4) * Double(moment.up) / 3600
    let inUse = max(1, Int(Double(count) * fill))
    return Machine.Zone(
      name: name, element: element, current: count * element,
      maximum: Int(Double(count) * top) * element, inUse: inUse,
      allocation: ZoneMaker.chunk(for: element, page: page),
      lifetime: Int(Double(inUse) * (1 + turnover)) * element, flags: Set(flags))
  }

  /// Moves whole elements until the sum is `total`: most of them HFS nodes, some small ones.
  private static func corrected(_ zones: [Machine.Zone], to total: Int) -> [Machine.Zone] {
    var zones = zones
    func change(_ name: String, _ body: (inout Machine.Zone) -> Void) {
      guard let place = zones.firstIndex(where: { $0.name == name }) else {
        preconditionFailure("no zone \(name)")
      }
      body(&zones[place])
    }
    for name in ["HFS node", "OSNumber", "kalloc.16"] {
      let gap = total - zones.map(\.current).reduce(0, +)
      change(name) { zone in
        // kalloc.16 cannot make up for odd eights.
        let rest = (gap % 16 + 16) % 16 / 8
        let elements = Int((Double(gap) / Double(zone.element)).rounded(.down))
        zone.current += (name == "OSNumber" ? rest : elements) * zone.element
        zone.maximum = max(zone.maximum, zone.current)
        zone.inUse = min(zone.inUse, zone.capacity - zone.capacity / 50)
      }
    }
    change("page_tables") { zone in
      // The maximum prints wrapped, as the first question shows it.
      (zone.inUse, zone.maximum) = (zone.capacity, 4_293_389_860.kib)
      zone.maximumCount = 654_217
      zone.lifetime = max(zone.lifetime, zone.used)
    }
    precondition(zones.map(\.current).reduce(0, +) == total, "the zones do not come out")
    return zones
  }

  private static let thirdParties: [(name: String, version: String, size: Int, links: [Int])] = [
    ("com.example.driver.TestVirtualizer", "4.3.22", 0x58000, [7, 5, 4, 3, 1]),
    ("com.example.nke.TestNetFilter", "4.3.22", 0x5000, [7, 5, 4, 3, 1]),
    ("com.example.kext.TestHardwareAcceleration", "1.1.1", 0x12000, [7, 5, 4, 3, 1]),
    ("org.example.TestFileSystem", "2.3.8", 0x33000, [7, 6, 5, 4, 1]),
  ]

  /// Apple's from the list of 10.8; the older Mac has more of them, and others' as well.
  private static func kexts(_ mac: Mac, _ moment: Moment) -> [Machine.Kext] {
    // Loaded when a server is mounted.
    let network = mac.hasThirdParties && moment.total != moment.clean ? 124..<128 : 0..<0
    var kexts = KextMaker.mountainLion { index, name in
      name.hasPrefix("com.apple.") && (index <= mac.lastKext || network.contains(index))
    }
    let loaded = Set(kexts.compactMap(\.index))
    for place in kexts.indices { kexts[place].links.removeAll { !loaded.contains($0) } }
    if mac.hasThirdParties {
      kexts += thirdParties.enumerated().map { number, kext in
        KextMaker.kext(128 + number, kext.name, kext.version, kext.size, links: kext.links)
      }
    }
    let slide = UInt64(StableRandom(moment.name).below(64)) * 0x200000
    KextMaker.place(
      &kexts, from: 0xFFFF_FF7F_8074_0000 + slide, StableRandom("\(mac.label) kexts"))
    KextMaker.countReferences(&kexts)
    return kexts
  }

  private static func machine(_ mac: Mac, _ moment: Moment) -> ShippedMachine {
    let time = LocalTime(moment.time)
    var machine = Machine(pageSize: page, installed: mac.installed)
    machine.identity = Machine.Identity(
      name: moment.name,
      topFolder: time.formatted("sysdiagnose_%Y.%m.%d_%H-%M-%S_Mac-OS-X_") + mac.model + "_12F45",
      captured: time, model: mac.model, build: "12F45", osVersion: "10.8.5", darwin: "12.5.0",
      bootTime: time.seconds - moment.up, processors: mac.processors, host: mac.host)
    machine.kernelResident = moment.kernel.mib
    machine.zones = zones(mac, moment)
    machine.kexts = kexts(mac, moment)
    let list = ProcessList.mountainLionLean
    let scale = Double(mac.installed) / Double(8.gib)
    let rows = Rows(list, separator: "|").fields.prefix(moment.processes)
    let running = Set(rows.map { $0[0] })
    machine.processes = ProcessMaker(random: StableRandom("\(mac.label) processes"), page: page)
      .listed(list, scale: scale).filter { running.contains($0.name) }
    return ShippedMachine(machine: machine, zprint: .bWide, kextstat: .k3)
  }

  /// The archives of these machines.
  static var archives: [ShippedArchive] {
    [older, fresh].flatMap { mac in mac.moments.map { archive(machine(mac, $0)) } }
  }

  private static func archive(_ mac: ShippedMachine) -> ShippedArchive {
    var archive = ShippedArchive(
      mac,
      [
        ("kextstat.txt", mac.kextstatText), ("zprint.txt", mac.zprintText),
        ("sysctl.txt", mac.sysctlText), ("top.txt", mac.topText), ("ps.txt", mac.system.processes),
        ("mount.txt", mac.system.mounts), ("sw_vers.txt", mac.system.versions),
        ("error_log.txt", mac.system.log(lines: 12)),
      ], missing: ["footprint": "absent", "vmStat": "absent", "taskSummary": "absent"])
    archive.isLean = true
    return archive
  }
}
