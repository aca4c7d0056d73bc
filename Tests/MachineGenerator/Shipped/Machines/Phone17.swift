/// An iPhone on 17.1.1: zprint, vm_stat and taskSummary.csv; it runs no footprint, no kextstat.
enum Phone17 {
  private static let name = "ios-17-zprint"
  private static let page = 16384

  private static let tags = SizeList(
    """
    OSFMK 61M BSD 6M IOKIT 48M LIBKERN 7M IPC 3M STACK 14M CPU 2M PMAP 3M PTE 58M KALLOC 6M
    COMPRESSOR 17M DIAG 9M LOG 4M FILE 2M MBUF 6M UBC 512K SECURITY 128K MLOCK 21M SKYWALK 5M
    LTABLE 512K KALLOC_DATA 22M KALLOC_TYPE 6M TRIAGE 64K RECOUNT 512K
    """)
  private static let heap = SizeList(
    """
    com.apple.AGXG16P 71M com.apple.iokit.IOGPUFamily 24M com.apple.iokit.IOSurface 9M
    com.apple.driver.AppleH16CameraInterface 18M com.apple.driver.AppleBCMWLANCoreV3.0 9M
    com.apple.driver.AppleH16ANEInterface 12M com.apple.filesystems.apfs 4M
    """)
  private static let tasks = [
    SysdiagnoseTask("zprint", "/usr/bin/zprint -t -w", .memory, 0.071),
    SysdiagnoseTask("vm_stat", "/usr/bin/vm_stat -c 25 0.2", .system, 5.011),
    SysdiagnoseTask("sysctl", "/usr/sbin/sysctl -a", .system, 0.061),
    SysdiagnoseTask("ps", "/bin/ps axuww", .system, 0.083),
    SysdiagnoseTask("mount", "/sbin/mount", .system, 0.006),
    SysdiagnoseTask(
      "spindump", "/usr/sbin/spindump -notarget 5", .traces, 30, limit: 30, isTimedOut: true),
  ]

  private static var identity: Machine.Identity {
    Machine.Identity(
      name: name, topFolder: "sysdiagnose_2023.11.20_08-15-42+0100_iPhone-OS_iPhone_21B80",
      captured: LocalTime("2023-11-20T08:15:42+01:00"), platform: "iOS", model: "iPhone15,2",
      board: "D73AP", build: "21B80", osVersion: "17.1", darwin: "23.1.0", bootTime: 1_700_121_700,
      processors: 6)
  }

  private static var machine: ShippedMachine {
    let random = StableRandom(name)
    let zones = ZoneMaker(random: random, page: page)
    var machine = Machine(pageSize: page, installed: 6.gib)
    machine.identity = identity
    machine.bootCarveOut = 310.mib
    machine.zones =
      zones.named(column: 3, scale: 0.24) + zones.heap("data.", 46.mib)
      + zones.types(88.mib, most: 5)
    let kexts = heap.entries.enumerated().map { KextMaker.kext(20 + 7 * $0, $1.name, "1", 0) }
    let wired = WiredMaker(random: random, page: page, tags: WiredMaker.tahoeTags)
    machine.wired =
      wired.tagRows(tags) + wired.kextRows(kexts, heap.entries, firstTag: 34)
      + wired.counterRows(["STATIC_KERNELCACHE": 58.mib, "BOOT_STOLEN": machine.bootCarveOut])
      + WiredMaker.breakdowns([("VM_KERN_MEMORY_BSD[size.128]", 2, 3.mib)])
    machine.maps = [
      Machine.Map(name: "VM_KERN_COUNT_MANAGED", size: 6.gib - machine.bootCarveOut),
      Machine.Map(name: "VM_KERN_COUNT_MAP_ZONE", size: 8.gib, peak: 380.mib),
      Machine.Map(name: "VM_KERN_COUNT_MAP_KERNEL", size: 64.gib, free: 58.gib, largest: 31.gib),
    ]
    machine.views = [
      Machine.View(name: "data.kalloc.1024[raw]", inUse: 411.kib),
      Machine.View(name: "iokit.IOMemoryMap", inUse: 203.kib),
    ]
    let macOnly = [
      "Example", "com.example", "Xcode", "SourceKit", "Simulator", "node", "swift", "Window",
    ]
    machine.processes = ProcessMaker(random: random, page: page)
      .listed(ProcessList.tahoe, scale: 0.34, swapped: 0.3)
      .filter { process in !macOnly.contains { process.name.hasPrefix($0) } }
    var phone = ShippedMachine(machine: machine, zprint: .i)
    let (held, out) = phone.resident()
    phone.pages = PageMaker(machine: phone).pages(
      .init(
        fileBacked: 1190.mib, speculative: 61.mib, compressor: out * 40 / 100, untagged: 34.mib,
        stored: out, purgeable: 38.mib, anonymous: held + 60.mib, outside: machine.bootCarveOut))
    return phone
  }

  /// The archive of this machine.
  static var archive: ShippedArchive {
    let machine = machine
    let logs = SysdiagnosePrinter(machine: machine.machine, tasks: tasks)
    return ShippedArchive(
      machine,
      [
        ("sysdiagnose.log", logs.log(version: "3.0 (700)")),
        ("logs/MemoryExceptions/none.txt", "no exceptions\n"),
        ("ps.txt", machine.system.processes), ("zprint.txt", machine.zprintText),
        ("vm_stat.txt", machine.vmStatText(samples: 25)), ("sysctl.txt", machine.sysctlText),
        ("mount.txt", machine.system.mounts), ("sw_vers.txt", machine.system.versions),
        ("logs/system.log", machine.system.log()), ("taskSummary.csv", logs.summary),
      ], missing: ["footprint": "absent", "kextstat": "absent"])
  }
}
