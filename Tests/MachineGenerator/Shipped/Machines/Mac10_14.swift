/// A MacBook Pro on 10.14.5 in Customer mode: zprint is not collected; the other sections exist.
enum Mac10_14 {
  private static let name = "macos-10.14-no-zprint"
  private static let page = 4096

  private static let tags = SizeList(
    """
    OSFMK 148M BSD 11M IOKIT 96M LIBKERN 9M OSKEXT 2M KEXT 31M IPC 5M STACK 19M CPU 2M PMAP 3M
    PTE 132M KALLOC 84M COMPRESSOR 44M WAITQ 1M LOG 8M FILE 22M MBUF 9M UBC 3M SECURITY 12K
    MLOCK 47M REASON 148K SKYWALK 4M LTABLE 2M DIAG 5M
    """)
  private static let heap = SizeList(
    """
    com.apple.iokit.IOAcceleratorFamily2 118M com.apple.kext.AMDRadeonX4000 64M
    com.apple.driver.AppleIntelKBLGraphics 21M com.apple.driver.AirPort.BrcmNIC 26M
    com.apple.iokit.IONVMeFamily 17M org.virtualbox.kext.VBoxDrv 71M
    com.apple.filesystems.apfs 14M
    """)
  private static let tasks = [
    SysdiagnoseTask("footprint-all", "/usr/bin/footprint -v -w -a", .memory, 44.612, limit: 180),
    SysdiagnoseTask("zprint", "/usr/bin/zprint -t -w", .memory, 0, isInternal: true),
    SysdiagnoseTask("kextstat", "/usr/sbin/kextstat", .system, 0.318),
    SysdiagnoseTask("vm_stat", "/usr/bin/vm_stat -c 50 0.2", .system, 10.021),
    SysdiagnoseTask("sysctl", "/usr/sbin/sysctl -a", .system, 0.094),
    SysdiagnoseTask("ps", "/bin/ps axuww", .system, 0.207),
    SysdiagnoseTask(
      "spindump", "/usr/sbin/spindump -notarget 10", .traces, 21.44, limit: 120, status: 1),
    SysdiagnoseTask("mount", "/sbin/mount", .disks, 0.011),
    SysdiagnoseTask("diskutil", "/usr/sbin/diskutil list", .disks, 60, isTimedOut: true),
    SysdiagnoseTask("lsmp", "/usr/bin/lsmp -a", .system, 0, isInternal: true),
  ]

  private static var identity: Machine.Identity {
    Machine.Identity(
      name: name, topFolder: "sysdiagnose_2019.06.11_14-03-22+0200_Mac_OS_X_MacBookPro15-1_18F132",
      captured: LocalTime("2019-06-11T14:03:22+02:00"), model: "MacBookPro15,1", build: "18F132",
      osVersion: "10.14.5", darwin: "18.6.0", bootTime: 1_559_891_002, processors: 12)
  }

  private static var machine: ShippedMachine {
    let random = StableRandom(name)
    var machine = Machine(pageSize: page, installed: 16.gib)
    machine.identity = identity
    machine.bootCarveOut = 133.mib
    machine.sharedCacheUUID = "5E7F0C1A-0000-4000-8000-1014DEADBEEF"
    machine.zones = ZoneMaker(random: random, page: page).listed(ZoneList.mojave)
    machine.kexts = KextMaker(
      random: random, interfaceVersion: "18.6.0", base: 0xFFFF_FF7F_80A0_0000,
      interfacesHaveCode: true
    ).kexts(KextList.mojave)
    let wired = WiredMaker(random: random, page: page, tags: WiredMaker.sierraTags)
    machine.wired =
      wired.tagRows(tags)
      + wired.counterRows(["RESERVED": 164.mib, "BOOT_STOLEN": machine.bootCarveOut])
    machine.wired += wired.kextRows(
      machine.kexts, wired.heap(machine.kexts, heap, more: 24), firstTag: 28)
    machine.maps = [
      Machine.Map(name: "VM_KERN_COUNT_MANAGED", size: 16.gib - machine.bootCarveOut),
      Machine.Map(name: "VM_KERN_COUNT_MAP_KERNEL", size: 5.gib),
      Machine.Map(name: "VM_KERN_COUNT_MAP_ZONE", size: 1208.mib),
      Machine.Map(name: "VM_KERN_COUNT_MAP_KALLOC", size: 96.mib),
    ]
    machine.processes = ProcessMaker(random: random, page: page)
      .listed(ProcessList.intel, swapped: 0.12)
    var mac = ShippedMachine(machine: machine, kextstat: .k5)
    addProcesses(to: &mac)
    let (held, out) = mac.resident()
    mac.pages = PageMaker(machine: mac).pages(
      .init(
        fileBacked: 2870.mib, speculative: 412.mib, compressor: out * 38 / 100, untagged: 61.mib,
        stored: out, purgeable: 118.mib, anonymous: held + 96.mib, outside: machine.bootCarveOut))
    return mac
  }

  /// Two processes that footprint could not read, two sharing groups, the shared cache.
  private static func addProcesses(to mac: inout ShippedMachine) {
    let last = mac.machine.processes.last?.pid ?? 0
    var gone = ProcessMaker.process("mdworker_shared", last + 3, page: page)
    gone.reasons = ["process exited before it could be examined"]
    gone.hasNoResults = true
    gone.peak = 0
    var partial = ProcessMaker.process("Test Agent [beta] (Helper)", last + 4, page: page)
    partial.own.categories = [
      Machine.Category(name: "MALLOC_SMALL", dirty: 704.kib, regions: 3),
      Machine.Category(name: "__DATA", dirty: 116.kib, clean: 20.kib, regions: 29),
    ]
    partial.reasons = [
      "mach_vm_region_recurse() failed at 0x10a4c7000: (os/kern) invalid argument"
    ]
    partial.keepsTable = true
    partial.peak = 1.mib
    mac.machine.processes += [gone, partial]
    let processes = mac.machine.processes
    let web = ["Safari", "com.apple.WebKit.WebContent", "com.apple.WebKit.Networking"]
    mac.groups = [
      ProcessMaker.sharing(processes, web, dirty: 21.mib, clean: 6.mib),
      ProcessMaker.sharing(processes, ["cfprefsd"], dirty: 128.kib, clean: 312.kib),
    ]
    mac.sharedCache = .init(
      pids: Set(processes.filter(\.reasons.isEmpty).map(\.pid)),
      categories: [
        Machine.Category(name: "__TEXT", clean: 388.mib, regions: 1411),
        Machine.Category(name: "__LINKEDIT", clean: 71.mib, regions: 1),
        Machine.Category(name: "__DATA", dirty: 3.mib, clean: 9.mib, regions: 1388),
      ])
  }

  /// The archive of this machine.
  static var archive: ShippedArchive {
    let mac = machine
    let logs = SysdiagnosePrinter(machine: mac.machine, tasks: tasks)
    let dumped: Set = ["launchd", "hidd", "Terminal", "Dock", "distnoted", "zsh"]
    return ShippedArchive(
      mac,
      [
        ("sysdiagnose.log", logs.log(version: "3.0 (510)")), ("ps.txt", mac.system.processes),
        ("mount.txt", mac.system.mounts),
        ("footprint-all.txt", mac.footprintText(dumping: dumped, byObject: true)),
        ("logs/system.log", mac.system.log()), ("kextstat.txt", mac.kextstatText),
        ("disks.txt", SystemTexts.disks), ("vm_stat.txt", mac.vmStatText(samples: 50)),
        ("network-info/netstat.txt", mac.system.network), ("sw_vers.txt", mac.system.versions),
        ("sysctl.txt", mac.sysctlText), ("taskSummary.csv", logs.summary),
      ], missing: ["zprint": "notCollected"])
  }
}
