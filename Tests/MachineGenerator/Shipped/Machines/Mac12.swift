/// A healthy Intel MacBook Pro on 12.6: all sections, about 2 of 16 GB in the kernel.
enum Mac12 {
  private static let name = "macos-12-healthy"
  private static let page = 4096

  private static let tags = SizeList(
    """
    OSFMK 171M BSD 14M IOKIT 118M LIBKERN 12M OSKEXT 1M KEXT 3M IPC 7M STACK 26M CPU 6M PMAP 4M
    PTE 168M KALLOC 22M COMPRESSOR 41M PHANTOM_CACHE 2M WAITQ 1M DIAG 17M LOG 12M FILE 9M MBUF 16M
    UBC 2M SECURITY 36K MLOCK 63M REASON 212K SKYWALK 8M LTABLE 1M HV 4K KALLOC_DATA 49M
    KALLOC_TYPE 13M TRIAGE 132K
    """)
  private static let heap = SizeList(
    """
    com.apple.iokit.IOAcceleratorFamily2 97M com.apple.kext.AMDRadeonX4000 52M
    com.apple.driver.AppleBCMWLANCoreMac 19M com.apple.iokit.IONVMeFamily 12M
    com.example.filter.TestFirewall 3M com.apple.filesystems.apfs 8M
    """)
  /// One name is too long for its column and pushes the rest to the right.
  private static let sites = [
    ("OSObject::operator new(unsigned long)", "LIBKERN", 6.mib),
    ("IOBufferMemoryDescriptor::withCapacity(unsigned int, unsigned int)", "IOKIT", 21.mib),
    (
      "IOGeneralMemoryDescriptor::initWithOptions(void*, unsigned int, unsigned int)", "IOKIT",
      5.mib
    ),
    ("vm_page_bootstrap", "OSFMK", 4.mib), ("bsd_bufferinit", "BSD", 24.mib),
    ("site 0x3c41", "OSFMK", 88.kib), ("hibernate_alloc_pages", "IOKIT", 700),
  ]
  private static let tasks = [
    SysdiagnoseTask("footprint-all", "/usr/bin/footprint -v -w -a", .memory, 38.207, limit: 180),
    SysdiagnoseTask("zprint", "/usr/bin/zprint -t -w", .memory, 0.142),
    SysdiagnoseTask("kextstat", "/usr/sbin/kextstat", .system, 0.611),
    SysdiagnoseTask("vm_stat", "/usr/bin/vm_stat -c 50 0.2", .system, 10.019),
    SysdiagnoseTask("sysctl", "/usr/sbin/sysctl -a", .system, 0.101),
    SysdiagnoseTask("ps", "/bin/ps axuww", .system, 0.19),
    SysdiagnoseTask("mount", "/sbin/mount", .disks, 0.009),
    SysdiagnoseTask("lsmp", "/usr/bin/lsmp -a", .system, 0, isInternal: true),
  ]

  private static var identity: Machine.Identity {
    Machine.Identity(
      name: name, topFolder: "sysdiagnose_2022.09.20_09-41-37-0700_macOS_MacBookPro16-1_21G115",
      captured: LocalTime("2022-09-20T09:41:37-07:00"), model: "MacBookPro16,1", build: "21G115",
      osVersion: "12.6", darwin: "21.6.0", bootTime: 1_663_430_412, processors: 12)
  }

  private static var machine: ShippedMachine {
    let random = StableRandom(name)
    let zones = ZoneMaker(random: random, page: page)
    var machine = Machine(pageSize: page, installed: 16.gib)
    machine.identity = identity
    machine.bootCarveOut = 143.mib
    machine.sharedCacheUUID = "1206A5E0-0000-4000-8000-0012FEEDF00D"
    machine.zones =
      zones.named(column: 2) + zones.heap("default.", 96.mib) + zones.heap("data.", 121.mib)
    machine.zones += zones.heap("kext.", 74.mib) + zones.types(138.mib, most: 4)
    machine.kexts = KextMaker(
      random: random, interfaceVersion: "21.6.0", base: 0xFFFF_FF80_00A1_0000,
      interfacesHaveCode: false,
      interfaces: KextMaker.modernInterfaces
    ).kexts(KextList.monterey)
    machine.wired = wired(machine, random)
    machine.maps = maps(machine)
    machine.views = machine.zones.filter { $0.name.hasPrefix("data.kalloc") }.map {
      Machine.View(name: "\($0.name)[raw]", inUse: $0.used / random.int(3...40))
    }
    machine.views += [
      Machine.View(name: "iokit.IOMemoryMap", inUse: 611.kib),
      Machine.View(name: "apfs.crypto state", inUse: 2.mib),
      Machine.View(name: "kalloc.type.var3", inUse: 118.kib),
    ]
    machine.processes = ProcessMaker(random: random, page: page)
      .listed(ProcessList.intel, scale: 1.05, swapped: 0.05).filter { !$0.name.hasPrefix("V") }
    var mac = ShippedMachine(machine: machine, zprint: .i, kextstat: .k6, gigabytes: .decimal)
    share(&mac)
    let (held, out) = mac.resident()
    mac.pages = PageMaker(machine: mac).pages(
      .init(
        fileBacked: 3310.mib, speculative: 287.mib, compressor: out * 34 / 100, untagged: 58.mib,
        stored: out, purgeable: 162.mib, anonymous: held + 112.mib, outside: machine.bootCarveOut))
    return mac
  }

  private static func wired(_ machine: Machine, _ random: StableRandom) -> [Machine.Wired] {
    let maker = WiredMaker(random: random, page: page, tags: WiredMaker.montereyTags)
    var rows = maker.tagRows(tags)
    for place in rows.indices
    where ["KALLOC", "KALLOC_DATA", "SKYWALK"].contains(where: rows[place].name.hasSuffix) {
      rows[place].waste = rows[place].size / 37
    }
    rows += maker.counterRows([
      "RESERVED": 71.mib, "STATIC_KERNELCACHE": 94.mib, "BOOT_STOLEN": machine.bootCarveOut,
    ])
    let sizes = maker.heap(machine.kexts, heap, more: 38)
    rows += maker.kextRows(machine.kexts, sizes, firstTag: 33)
    let loaded = Set(machine.kexts.compactMap(\.index))
    let gone = (40..<300).first { !loaded.contains($0) } ?? 300
    rows.append(
      Machine.Wired(
        name: "(unloaded kmod)", kind: .kext(loadTag: gone), tag: 33 + sizes.count, size: 148.kib,
        peak: 612.kib))
    return rows + maker.sites(sites, peak: 4.kib)
      + WiredMaker.breakdowns([
        ("VM_KERN_MEMORY_BSD[default.kalloc.64]", 2, 9.mib),
        ("VM_KERN_MEMORY_IOKIT[size.96]", 3, 4.mib),
        ("VM_KERN_MEMORY_LIBKERN[size.32]", 4, 2.mib), ("VM_KERN_MEMORY_OSFMK[zone]", 1, 31.mib),
      ])
  }

  private static func maps(_ machine: Machine) -> [Machine.Map] {
    [
      Machine.Map(name: "VM_KERN_COUNT_MANAGED", size: 16.gib - machine.bootCarveOut),
      Machine.Map(name: "VM_KERN_COUNT_WIRED_BOOT", size: 402.mib),
      Machine.Map(name: "VM_KERN_COUNT_MAP_KERNEL", size: 512.gib, free: 497.gib, largest: 256.gib),
      Machine.Map(name: "VM_KERN_COUNT_MAP_ZONE", size: 24.gib, peak: 2.gib),
      Machine.Map(
        name: "VM_KERN_COUNT_MAP_KALLOC", size: 2.gib, free: 1890.mib, largest: 1402.mib,
        peak: 310.mib),
      Machine.Map(name: "VM_KERN_COUNT_MAP_KALLOC_LARGE", size: 20.gib, peak: 1.gib),
    ]
  }

  private static func share(_ mac: inout ShippedMachine) {
    let processes = mac.machine.processes
    let web = ["Safari", "com.apple.WebKit.WebContent", "com.apple.WebKit.Networking"]
    mac.groups = [ProcessMaker.sharing(processes, web, dirty: 34.mib, clean: 11.mib)]
    mac.sharedCache = .init(
      pids: Set(processes.map(\.pid)),
      categories: [
        Machine.Category(name: "__TEXT", clean: 441.mib, regions: 1702),
        Machine.Category(name: "__LINKEDIT", clean: 96.mib, regions: 1),
        Machine.Category(name: "__DATA", dirty: 4.mib, clean: 11.mib, regions: 1689),
      ])
  }

  /// The healthy archive, and the same with one bit flipped.
  static var archives: [ShippedArchive] {
    let mac = machine
    let logs = SysdiagnosePrinter(machine: mac.machine, tasks: tasks)
    let whole = ShippedArchive(
      mac,
      [
        ("sysdiagnose.log", logs.log(version: "3.0 (650)")), ("taskSummary.csv", logs.summary),
        ("kextstat.txt", mac.kextstatText), ("zprint.txt", mac.zprintText),
        ("sysctl.txt", mac.sysctlText), ("vm_stat.txt", mac.vmStatText(samples: 50)),
        ("ps.txt", mac.system.processes), ("mount.txt", mac.system.mounts),
        ("footprint-all.txt", mac.footprintText()), ("sw_vers.txt", mac.system.versions),
        ("network-info/netstat.txt", mac.system.network),
        ("logs/system.log", mac.system.log(lines: 240)),
      ])
    return [whole, ShippedArchive("broken-one-bit", copyOf: whole, damage: .flippedBit)]
  }
}
