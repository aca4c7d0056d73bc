/// A MacBook Air on 13.4 whose zprint ran without privilege: sizes of zones are zero, elements and
/// counts in use are real.
///
/// The wired, maps and views tables are left out, since zprint is refused them. footprint, which
/// has the privilege, shows the kernel.
enum Mac13 {
  private static let name = "macos-13-redacted-zprint"
  private static let page = 16384

  private static let tags = SizeList(
    """
    OSFMK 152M BSD 12M IOKIT 101M LIBKERN 11M IPC 6M STACK 27M CPU 4M PMAP 6M PTE 131M KALLOC 14M
    COMPRESSOR 32M DIAG 19M LOG 9M FILE 8M MBUF 14M UBC 1M MLOCK 44M SKYWALK 10M LTABLE 1M
    KALLOC_DATA 61M KALLOC_TYPE 17M RECOUNT 1M
    """)
  private static let heap = SizeList(
    """
    com.apple.iokit.IOGPUFamily 61M com.apple.iokit.IOSurface 22M com.example.nke.TestTunnel 2M
    """)
  private static let tasks = [
    SysdiagnoseTask("footprint-all", "/usr/bin/footprint -w -a", .memory, 41.702, limit: 180),
    SysdiagnoseTask("zprint", "/usr/bin/zprint -t -w", .memory, 0.077),
    SysdiagnoseTask("kextstat", "/usr/sbin/kextstat", .system, 0.533),
    SysdiagnoseTask("vm_stat", "/usr/bin/vm_stat -c 50 0.2", .system, 10.017),
    SysdiagnoseTask("sysctl", "/usr/sbin/sysctl -a", .system, 0.099),
  ]

  private static var identity: Machine.Identity {
    Machine.Identity(
      name: name, topFolder: "sysdiagnose_2023.06.01_20-05-09-0400_macOS_Mac14-2_22F66",
      captured: LocalTime("2023-06-01T20:05:09-04:00"), model: "Mac14,2", build: "22F66",
      osVersion: "13.4", darwin: "22.5.0", bootTime: 1_685_300_000)
  }

  private static var machine: ShippedMachine {
    let random = StableRandom(name)
    let zones = ZoneMaker(random: random, page: page)
    var machine = Machine(pageSize: page, installed: 16.gib, hidesSizes: true)
    machine.identity = identity
    machine.bootCarveOut = 523.mib
    machine.sharedCacheUUID = "1304B0A7-0000-4000-8000-13C0FFEE1304"
    machine.zones = zones.named(column: 3, scale: 0.6) + zones.heap("default.", 44.mib)
    machine.zones += zones.heap("data.", 98.mib) + zones.types(171.mib, most: 4)
    machine.kexts = KextMaker(
      random: random, interfaceVersion: "22.5.0", base: 0xFFFF_FE00_08A4_0000,
      interfacesHaveCode: false, page: page, hidesThirdParties: true,
      interfaces: KextMaker.modernInterfaces
    ).kexts(KextList.tahoe)
    let wired = WiredMaker(random: random, page: page, tags: WiredMaker.tahoeTags)
    machine.wired =
      wired.tagRows(tags)
      + wired.counterRows(["STATIC_KERNELCACHE": 88.mib, "BOOT_STOLEN": machine.bootCarveOut])
    machine.wired += wired.kextRows(
      machine.kexts, wired.heap(machine.kexts, heap, more: 19), firstTag: 34)
    machine.processes = ProcessMaker(random: random, page: page)
      .listed(ProcessList.tahoe, scale: 0.5, swapped: 0.2)
      .filter { !$0.name.hasPrefix("Example") && !$0.name.hasPrefix("Xcode") }
    machine.processes[40].isTranslated = true
    var mac = ShippedMachine(machine: machine, zprint: .i, kextstat: .k6, gigabytes: .decimal)
    share(&mac)
    let (held, out) = mac.resident()
    mac.pages = PageMaker(machine: mac).pages(
      .init(
        fileBacked: 3100.mib, speculative: 190.mib, compressor: out * 37 / 100, untagged: 71.mib,
        stored: out, purgeable: 91.mib, anonymous: held + 120.mib, outside: machine.bootCarveOut))
    return mac
  }

  private static func share(_ mac: inout ShippedMachine) {
    let processes = mac.machine.processes
    let web = ["Safari", "com.apple.WebKit.WebContent"]
    mac.groups = [ProcessMaker.sharing(processes, web, dirty: 40.mib, clean: 12.mib)]
    mac.sharedCache = .init(
      pids: Set(processes.map(\.pid)),
      categories: [
        Machine.Category(name: "__TEXT", clean: 702.mib, regions: 2911),
        Machine.Category(name: "__DATA_CONST", dirty: 5.mib, clean: 20.mib, regions: 2880),
      ])
  }

  /// The archive of this machine.
  static var archive: ShippedArchive {
    let mac = machine
    let logs = SysdiagnosePrinter(machine: mac.machine, tasks: tasks)
    return ShippedArchive(
      mac,
      [
        ("sysdiagnose.log", logs.log(version: "3.0 (690)")), ("taskSummary.csv", logs.summary),
        ("sysctl.txt", mac.sysctlText), ("zprint.txt", mac.zprintText),
        ("kextstat.txt", mac.kextstatText), ("footprint-all.txt", mac.footprintText()),
        ("vm_stat.txt", mac.vmStatText(samples: 50)), ("sw_vers.txt", mac.system.versions),
        ("ps.txt", mac.system.processes), ("logs/system.log", mac.system.log()),
      ])
  }
}
