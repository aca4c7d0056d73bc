/// A MacBook Pro with M4 Max and 36 GB on 26.3, twice in one boot: in the morning, and six hours
/// later with a leak.
///
/// `data.kalloc.1024` grows from 0.3 to 9.2 million elements. Everything else changes as on a
/// machine in use.
enum Mac26 {
  private static let page = 16384
  private static let leak = "data.kalloc.1024"
  private static let element = 1024

  /// The differences between the two captures.
  private struct Moment {
    var name: String
    var time: String
    /// Elements of the leaking zone.
    var inUse: Int
    /// The compressed part of the processes.
    var swapped: Double
    /// A factor for everything that grows with use.
    var growth: Double
    var fileBacked: Int
    var swapUsed: Int
  }

  private static let morning = Moment(
    name: "macos-26-healthy", time: "2026-03-14T10:42:08+01:00", inUse: 312_480, swapped: 0.06,
    growth: 1, fileBacked: 8200.mib, swapUsed: 0)
  private static let leaking = Moment(
    name: "macos-26-zone-leak", time: "2026-03-14T16:42:08+01:00", inUse: 9_204_736, swapped: 0.36,
    growth: 1.06, fileBacked: 3900.mib, swapUsed: 1536.mib)

  private static let tags = SizeList(
    """
    OSFMK 296M BSD 22M IOKIT 187M LIBKERN 24M OSKEXT 2M KEXT 7M IPC 14M STACK 61M CPU 9M PMAP 12M
    PTE 402M KALLOC 31M COMPRESSOR 96M PHANTOM_CACHE 3M WAITQ 3M DIAG 44M LOG 18M FILE 21M
    MBUF 33M UBC 4M SECURITY 2M MLOCK 118M REASON 448K SKYWALK 26M LTABLE 2M HV 9M
    KALLOC_DATA 143M KALLOC_TYPE 37M TRIAGE 256K RECOUNT 3M 34 5M EXCLAVES 41M EXCLAVES_SHARED 3M
    KALLOC_SHARED 12M
    """)
  private static let heap = SizeList(
    """
    com.apple.AGXG16X 214M com.apple.iokit.IOGPUFamily 88M com.apple.iokit.IOSurface 46M
    com.apple.driver.AppleH16ANEInterface 31M com.apple.driver.AppleBCMWLANCoreV3.0 24M
    com.apple.iokit.EndpointSecurity 19M com.apple.driver.DCPAVFamilyProxy 64M
    com.example.nke.TestTunnel 6M
    """)
  private static let sites = [
    ("IOBufferMemoryDescriptor::initWithPhysicalMask(task*, unsigned int)", "IOKIT", 38.mib),
    ("IOGPUMemory::allocate(unsigned long long)", "IOKIT", 52.mib),
    ("vm_shared_region_create", "OSFMK", 6.mib),
    ("skmem_region_segment_alloc(skmem_region*, segment*)", "SKYWALK", 11.mib),
    ("kern_coredump_init", "DIAG", 768),
  ]
  private static let tasks = [
    SysdiagnoseTask("zprint", "/usr/bin/zprint -t -w", .memory, 0.164),
    SysdiagnoseTask("footprint-all", "/usr/bin/footprint -w -a", .memory, 61.933, limit: 180),
    SysdiagnoseTask("kextstat", "/usr/sbin/kextstat", .system, 0.892),
    SysdiagnoseTask("vm_stat", "/usr/bin/vm_stat -c 50 0.2", .system, 10.014),
    SysdiagnoseTask("sysctl", "/usr/sbin/sysctl -a", .system, 0.117),
    SysdiagnoseTask("ps", "/bin/ps axuww", .system, 0.233),
    SysdiagnoseTask("spindump", "/usr/sbin/spindump -notarget 10", .traces, 24.08, limit: 120),
    SysdiagnoseTask("lsmp", "/usr/bin/lsmp -a", .system, 0, isInternal: true),
  ]

  private static func identity(_ moment: Moment) -> Machine.Identity {
    let time = LocalTime(moment.time)
    return Machine.Identity(
      name: moment.name,
      topFolder: time.formatted("sysdiagnose_%Y.%m.%d_%H-%M-%S%z_macOS_Mac_25D2128"),
      captured: time, model: "Mac16,5", build: "25D2128", osVersion: "26.3", darwin: "25.3.0",
      bootTime: 1_773_302_400, processors: 14)
  }

  private static func machine(_ moment: Moment) -> ShippedMachine {
    var machine = Machine(pageSize: page, installed: 36.gib)
    machine.identity = identity(moment)
    machine.bootCarveOut = 1187.mib
    machine.sharedCacheUUID = "26D2128C-0000-4000-8000-ACAC1A0DBABE"
    machine.swapUsed = moment.swapUsed
    machine.zones = zones(moment)
    machine.kexts = KextMaker(
      random: StableRandom("kexts-26"), interfaceVersion: "25.3.0", base: 0xFFFF_FE00_08A4_0000,
      interfacesHaveCode: false, page: page, hidesThirdParties: true,
      interfaces: KextMaker.modernInterfaces
    ).kexts(KextList.tahoe)
    machine.wired = wired(machine, moment)
    machine.maps = maps(machine)
    machine.views = machine.zones.filter {
      $0.name.hasPrefix("data.") || $0.name.hasPrefix("data_shared.")
    }.map { Machine.View(name: "\($0.name)[raw]", inUse: $0.used / 5) }
    machine.views += (0..<12).map {
      Machine.View(name: "iokit.IOUserClient.\($0)", inUse: ($0 * 37 % 900 + 3).kib)
    }
    machine.processes = ProcessMaker(random: StableRandom("processes-26"), page: page)
      .listed(ProcessList.tahoe, scale: 0.69 * moment.growth, swapped: moment.swapped)
    var mac = ShippedMachine(machine: machine, zprint: .i, kextstat: .k6)
    share(&mac)
    let (held, out) = mac.resident()
    mac.pages = PageMaker(machine: mac).pages(
      .init(
        fileBacked: moment.fileBacked, speculative: 208.mib,
        compressor: (out - moment.swapUsed) * 55 / 100, untagged: 172.mib, stored: out,
        purgeable: 131.mib, anonymous: held + 240.mib, outside: machine.bootCarveOut))
    return mac
  }

  /// About 300 zones; the leaking one is in its heap.
  private static func zones(_ moment: Moment) -> [Machine.Zone] {
    let maker = ZoneMaker(random: StableRandom("macos-26"), page: page)
    func grown(_ size: Int) -> Int { Int(Double(size) * moment.growth) }
    let shared = maker.heap("data_shared.", grown(64.mib))
    let data = maker.heap("data.", grown(310.mib)).map {
      $0.name == leak ? leakingZone(moment) : $0
    }
    let named = maker.named(column: 3, scale: moment.growth)
    let early = maker.heap("early.", 3.mib, sizes: Array(ZoneMaker.sizes.prefix(12)))
    return named + early + shared + data + maker.types(grown(520.mib), most: 8)
  }

  /// A few pages are not full, some are reclaimable, and its peak was slightly higher.
  private static func leakingZone(_ moment: Moment) -> Machine.Zone {
    let perPage = page / element
    let held = moment.inUse.roundedUp(to: perPage) / perPage + moment.inUse / 50_000
    let (idle, more) = (11, 3)
    return Machine.Zone(
      name: leak, element: element, current: (held + idle) * page,
      maximum: (held + idle + more) * page, inUse: moment.inUse, allocation: page,
      collectable: idle * page, lifetime: moment.inUse * element + 118.gib, flags: ["C"])
  }

  private static func wired(_ machine: Machine, _ moment: Moment) -> [Machine.Wired] {
    let maker = WiredMaker(
      random: StableRandom("wired-26"), page: page, tags: WiredMaker.tahoeTags)
    var rows = maker.tagRows(tags, scale: moment.growth)
    for place in rows.indices
    where ["KALLOC", "KALLOC_DATA", "IOKIT"].contains(where: rows[place].name.hasSuffix) {
      rows[place].waste = rows[place].size / 41
    }
    rows += maker.counterRows([
      "STATIC_KERNELCACHE": 112.mib, "BOOT_STOLEN": machine.bootCarveOut, "RESERVED": 38.mib,
    ])
    let sizes = maker.heap(machine.kexts, heap, more: 27)
    rows += maker.kextRows(machine.kexts, sizes, firstTag: 38)
    rows.append(
      Machine.Wired(
        name: "(unloaded kmod)", kind: .kext(loadTag: 61), tag: 38 + sizes.count, size: 96.kib,
        peak: 1.mib))
    let held = machine.zones.first { $0.name == leak }?.used ?? 0
    return rows + maker.sites(sites, peak: 16.kib)
      + WiredMaker.breakdowns([
        ("VM_KERN_MEMORY_KALLOC_DATA[data.kalloc.1024]", 29, held * 97 / 100),
        ("VM_KERN_MEMORY_KALLOC_DATA[size.1024]", 29, held * 98 / 100),
        ("VM_KERN_MEMORY_IOKIT[size.64]", 3, 22.mib), ("VM_KERN_MEMORY_BSD[zone]", 2, 41.mib),
      ])
  }

  private static func maps(_ machine: Machine) -> [Machine.Map] {
    let large = "VM_KERN_COUNT_MAP_KALLOC_LARGE"
    return [
      Machine.Map(name: "VM_KERN_COUNT_MANAGED", size: 36.gib - machine.bootCarveOut),
      Machine.Map(name: "VM_KERN_COUNT_WIRED_BOOT", size: 611.mib),
      Machine.Map(name: "VM_KERN_COUNT_MAP_KERNEL", size: 448.gib, free: 401.gib, largest: 288.gib),
      Machine.Map(name: "VM_KERN_COUNT_MAP_ZONE", size: 112.gib, peak: machine.zoneBytes),
      Machine.Map(name: large, size: 64.gib, free: 62.gib, largest: 31.gib, peak: 2.gib),
      Machine.Map(name: large + "_DATA", size: 64.gib, peak: 3.gib),
      Machine.Map(name: "VM_KERN_COUNT_EXCLAVES_CARVEOUT", size: 92.mib),
    ]
  }

  private static func share(_ mac: inout ShippedMachine) {
    let processes = mac.machine.processes
    let web = ["Safari"] + ["WebContent", "Networking", "GPU"].map { "com.apple.WebKit.\($0)" }
    let editor = ["", " Helper (Renderer)", " Helper"].map { "Example Editor\($0)" }
    mac.groups = [
      ProcessMaker.sharing(processes, web, dirty: 96.mib, clean: 31.mib),
      ProcessMaker.sharing(processes, editor, dirty: 12.mib, clean: 9.mib),
    ]
    mac.sharedCache = .init(
      pids: Set(processes.map(\.pid)),
      categories: [
        Machine.Category(name: "__TEXT", clean: 912.mib, regions: 3412),
        Machine.Category(name: "__LINKEDIT", clean: 188.mib, regions: 1),
        Machine.Category(name: "__DATA_CONST", dirty: 6.mib, clean: 31.mib, regions: 3390),
      ])
  }

  private static func archive(_ moment: Moment) -> ShippedArchive {
    let mac = machine(moment)
    let logs = SysdiagnosePrinter(machine: mac.machine, tasks: tasks)
    return ShippedArchive(
      mac,
      [
        ("sysdiagnose.log", logs.log(version: "3.0 (1042)")), ("taskSummary.csv", logs.summary),
        ("sysctl.txt", mac.sysctlText), ("sw_vers.txt", mac.system.versions),
        ("kextstat.txt", mac.kextstatText), ("zprint.txt", mac.zprintText),
        ("vm_stat.txt", mac.vmStatText(samples: 50)), ("ps.txt", mac.system.processes),
        ("network-info/netstat.txt", mac.system.network),
        ("footprint-all.txt", mac.footprintText(system: true)), ("disks.txt", SystemTexts.disks),
        ("mount.txt", mac.system.mounts), ("logs/system.log", mac.system.log()),
      ])
  }

  /// The morning, the leak, and the leak's bytes cut inside footprint-all.txt.
  static var archives: [ShippedArchive] {
    let leak = archive(leaking)
    let cut = ShippedArchive("broken-truncated", copyOf: leak, damage: .cut(process: "Dock"))
    return [archive(morning), leak, cut]
  }
}
