/// A small model of a Mac on 26 that can be captured again and again: 24 GB, 62 zones, 30 processes.
///
/// A capture differs from the base by its moment and by noise derived from its name. Zones, wired
/// rows and processes change by whole chunks and pages, never by more than the noise. The leak is
/// exact to the byte.
enum LeanMac {
  static let page = 16384
  static let leak = "data.kalloc.1024"
  static let element = 1024
  /// Leaked elements per second.
  static let rate = 400
  /// Elements in use right after boot.
  static let idle = 6400
  /// Pages of the leaking zone on a Mac without the leak.
  static let usual = 3000
  static let bytesPerHour = rate * element * 3600
  /// The kernel's limit for all zones.
  static let zoneMap = 21_474_836_480
  static let caches = [
    "vm objects", "vnodes", "namecache", "ubc_info zone", "apfs_inode", "apfs_jobj",
  ]

  private static let installed = 24.gib
  private static let carveOut = 796.mib

  private static let tags = SizeList(
    """
    OSFMK 196M BSD 17M IOKIT 133M LIBKERN 19M KEXT 6M IPC 9M STACK 38M CPU 7M PTE 211M KALLOC 22M
    COMPRESSOR 61M DIAG 31M LOG 12M FILE 16M MBUF 21M MLOCK 54M SKYWALK 17M KALLOC_DATA 88M
    KALLOC_TYPE 26M EXCLAVES 33M
    """)
  private static let heap = SizeList(
    """
    com.apple.AGXG16G 121M com.apple.iokit.IOGPUFamily 52M com.apple.iokit.IOSurface 31M
    com.apple.iokit.EndpointSecurity 14M com.example.nke.TestTunnel 4M
    """)

  /// The Mac at a moment; `change` makes its processes differ.
  static func machine(
    _ moment: LeanMoment, change: (inout [Machine.Process]) -> Void = { _ in }
  ) -> ShippedMachine {
    var machine = Machine(pageSize: page, installed: installed)
    machine.identity = Machine.Identity(
      name: moment.name,
      topFolder: moment.time.formatted("sysdiagnose_%Y.%m.%d_%H-%M-%S%z_macOS_Mac_25D125"),
      captured: moment.time, model: "Mac16,1", build: "25D125", osVersion: "26.3",
      darwin: "25.3.0", bootTime: moment.bootTime, processors: 10, host: "test-lean.example")
    machine.bootCarveOut = carveOut
    machine.sharedCacheUUID = "26D125AC-0000-4000-8000-ACAC1A0DBABE"
    machine.zones = zones(moment)
    machine.kexts = kexts
    machine.wired = wired(machine, moment)
    machine.maps = [
      Machine.Map(name: "VM_KERN_COUNT_MANAGED", size: installed - carveOut),
      Machine.Map(name: "VM_KERN_COUNT_WIRED_BOOT", size: 502.mib),
      Machine.Map(name: "VM_KERN_COUNT_MAP_KERNEL", size: 448.gib, free: 411.gib, largest: 288.gib),
      Machine.Map(name: "VM_KERN_COUNT_MAP_ZONE", size: 72.gib, peak: machine.zoneBytes),
    ]
    machine.views = machine.zones.filter { $0.name.hasPrefix("data.") }.map {
      Machine.View(name: "\($0.name)[raw]", inUse: $0.used / 5)
    }
    machine.processes = processes(moment)
    change(&machine.processes)
    var mac = ShippedMachine(machine: machine, zprint: .i, kextstat: .k6)
    mac.sharedCache = .init(
      pids: Set(machine.processes.map(\.pid)),
      categories: [
        Machine.Category(name: "__TEXT", clean: 704.mib, regions: 3112),
        Machine.Category(name: "__LINKEDIT", clean: 171.mib, regions: 1),
      ])
    let (held, out) = mac.resident()
    let room = installed - machine.wiredBytes - held - out
    let pages = PageMaker(machine: mac).pages(
      .init(
        fileBacked: room * 55 / 100, speculative: 96.mib, compressor: out * 55 / 100,
        untagged: 104.mib, stored: out, purgeable: 71.mib, anonymous: held + 120.mib,
        outside: carveOut))
    mac.pages = pages
    if moment.hasJetsam { mac.machine.jetsam = jetsam(mac.machine, pages, moment) }
    return mac
  }

  /// The interfaces, every fifth kext of 26, kexts with allocations, and all third-party kexts.
  private static var kexts: [Machine.Kext] {
    var all = KextMaker(
      random: StableRandom("kexts-lean"), interfaceVersion: "25.3.0",
      base: 0xFFFF_FE00_08A4_0000, interfacesHaveCode: false, page: page, hidesThirdParties: true,
      interfaces: KextMaker.modernInterfaces
    ).kexts(KextList.tahoe)
    for place in all.indices { all[place].name.replace("AGXG16X", with: "AGXG16G") }
    var kept = all.enumerated().filter { number, kext in
      kext.isInterface || kext.isThirdParty || heap.has(kext.name) || number % 5 == 0
    }.map(\.element)
    let loaded = Set(kept.compactMap(\.index))
    for place in kept.indices { kept[place].links.removeAll { !loaded.contains($0) } }
    KextMaker.countReferences(&kept)
    return kept
  }

  private static func wired(_ machine: Machine, _ moment: LeanMoment) -> [Machine.Wired] {
    let random = StableRandom("\(moment.name) wired")
    let tagMaker = WiredMaker(
      random: StableRandom("lean wired"), page: page, tags: WiredMaker.tahoeTags)
    let heapMaker = WiredMaker(
      random: StableRandom("lean heap"), page: page, tags: WiredMaker.tahoeTags)
    var rows = tagMaker.tagRows(tags)
    rows += heapMaker.kextRows(machine.kexts, heap.entries, firstTag: 38)
    for place in rows.indices {
      rows[place].size += moment.drift(rows[place].size / page, random) * page
      let size = rows[place].size
      rows[place].peak = max(rows[place].peak ?? 0, (size * 26 / 25).roundedDown(to: page))
    }
    rows += tagMaker.counterRows([
      "STATIC_KERNELCACHE": 104.mib, "BOOT_STOLEN": carveOut, "RESERVED": 31.mib,
    ])
    let held = machine.zones.first { $0.name == leak }?.used ?? 0
    let tag = tagMaker.number(of: "KALLOC_DATA")
    return rows
      + WiredMaker.breakdowns([
        ("VM_KERN_MEMORY_KALLOC_DATA[\(leak)]", tag, held * 97 / 100)
      ])
  }

  /// The same processes in every capture, with other pids after a reboot.
  private static func processes(_ moment: LeanMoment) -> [Machine.Process] {
    let random = StableRandom("\(moment.name) processes")
    let maker = ProcessMaker(random: StableRandom("lean processes"), page: page)
    return maker.listed(ProcessList.lean, swapped: 0.08).map { process in
      var process = process
      let top = (process.footprint * 26 / 25).roundedDown(to: page) + 2 * page
      for place in process.own.categories.indices {
        var category = process.own.categories[place]
        category.dirty += moment.drift(category.dirty / page, random) * page
        category.swapped = min(category.swapped, category.dirty)
        category.wired = category.wired > 0 ? category.dirty : 0
        process.own.categories[place] = category
      }
      process.peak = max(process.peak ?? 0, top)
      if process.pid > 1 { process.pid += (moment.boot - 1) * 37 }
      return process
    }
  }

  /// An event seven minutes before the capture, in the same boot.
  private static func jetsam(
    _ machine: Machine, _ pages: Pages, _ moment: LeanMoment
  ) -> JetsamEvent {
    let time = moment.time.adding(-420)
    let less = (moment.elements() - moment.elements(at: time)) * element
    let zones = machine.zones.map { zone in
      (name: zone.name, size: zone.current - (zone.name == leak ? less : 0))
    }
    // The first of equal ones.
    let largest = zones.reduce(zones[0]) { $1.size > $0.size ? $1 : $0 }
    let later = less / page
    let since = moment.seconds(at: time)
    let processes = machine.largestProcesses.prefix(3).map { process in
      (name: process.name, pid: process.pid, pages: (process.footprint - process.swapped) / page)
    }
    return JetsamEvent(
      time: time, zoneMapCapacity: zoneMap, zoneMapSize: machine.zoneBytes - less,
      largestZone: largest.name, largestZoneSize: largest.size, compressorPages: pages.compressor,
      compressions: since * 41 + pages.stored, decompressions: since * 41,
      uncompressedPages: pages.stored,
      pages: [
        "active": pages.active, "throttled": pages.throttled, "fileBacked": pages.fileBacked,
        "wired": pages.wired - later, "anonymous": pages.anonymous,
        "purgeable": pages.purgeable, "inactive": pages.inactive, "free": pages.free + later,
        "speculative": pages.speculative,
      ], largestProcess: processes[0].name, processes: processes)
  }
}
