/// The common parts of the Macs on 10.12 and 10.13.6.
///
/// They have a wired table, maps and page counts, but no footprint-all.txt.
enum SierraMacs {
  private static let page = 4096

  private static let tags =
    """
    OSFMK 117M BSD 12M IOKIT 88M LIBKERN 8M OSKEXT 1M KEXT 26M IPC 4M STACK 15M CPU 2M PMAP 2M
    PTE 97M KALLOC 58M COMPRESSOR 37M WAITQ 1M DIAG 4M LOG 6M FILE 17M MBUF 8M UBC 2M SECURITY 24K
    MLOCK 39M REASON 96K
    """
  private static let heap = SizeList(
    """
    com.apple.iokit.IOAcceleratorFamily2 84M com.apple.kext.AMDRadeonX4000 41M
    com.apple.driver.AirPort.BrcmNIC 16M org.virtualbox.kext.VBoxDrv 33M
    com.apple.iokit.IONVMeFamily 9M
    """)
  private static let tasks = [
    SysdiagnoseTask("zprint", "/usr/bin/zprint -t -w", .memory, 0.088),
    SysdiagnoseTask("kextstat", "/usr/sbin/kextstat", .system, 0.244),
    SysdiagnoseTask("vm_stat", "/usr/bin/vm_stat -c 50 0.2", .system, 10.02),
    SysdiagnoseTask("sysctl", "/usr/sbin/sysctl -a", .system, 0.09),
    SysdiagnoseTask("ps", "/bin/ps axuww", .system, 0.181),
  ]

  /// The differences between the two.
  struct Model {
    var identity: Machine.Identity
    var installed: Int
    var bootCarveOut: Int
    var zprint: ZprintForm
    /// Of the zones' sizes.
    var scale: Double

    var isOld: Bool { zprint == .e }
  }

  private static func machine(_ model: Model) -> ShippedMachine {
    let random = StableRandom(model.identity.name)
    var machine = Machine(pageSize: page, installed: model.installed)
    machine.identity = model.identity
    machine.bootCarveOut = model.bootCarveOut
    machine.zones = ZoneMaker(random: random, page: page)
      .listed(ZoneList.mojave, scale: model.scale) { random.pick(["C", "C", "C", "XC", ""]) }
    machine.kexts = KextMaker(
      random: random, interfaceVersion: model.identity.darwin, base: 0xFFFF_FF7F_80A0_0000,
      interfacesHaveCode: true
    ).kexts(KextList.mojave)
    machine.wired = wired(machine, model, random)
    machine.maps = [
      Machine.Map(name: "VM_KERN_COUNT_MANAGED", size: model.installed - model.bootCarveOut),
      Machine.Map(name: "VM_KERN_COUNT_MAP_KERNEL", size: 5.gib, free: 2.gib, largest: 1.gib),
      Machine.Map(
        name: "VM_KERN_COUNT_MAP_ZONE", size: 1536.mib, peak: model.isOld ? nil : 900.mib),
      Machine.Map(name: "VM_KERN_COUNT_MAP_KALLOC", size: 128.mib, free: 71.mib, largest: 40.mib),
    ]
    machine.processes = ProcessMaker(random: random, page: page)
      .listed(ProcessList.intel, scale: 0.5, swapped: 0.1)
    var mac = ShippedMachine(machine: machine, zprint: model.zprint, kextstat: .k5)
    let (held, out) = mac.resident()
    mac.pages = PageMaker(machine: mac).pages(
      .init(
        fileBacked: model.installed / 5, speculative: 220.mib, compressor: out * 40 / 100,
        untagged: 44.mib, stored: out, purgeable: 80.mib, anonymous: held + 90.mib,
        outside: model.isOld ? 0 : model.bootCarveOut))
    return mac
  }

  private static func wired(
    _ machine: Machine, _ model: Model, _ random: StableRandom
  ) -> [Machine.Wired] {
    let maker = WiredMaker(random: random, page: page, tags: WiredMaker.sierraTags)
    let tags = SizeList(tags + (model.isOld ? " LTABLE 1M" : " SKYWALK 1M LTABLE 1M"))
    let sizes = maker.heap(machine.kexts, heap, more: 21)
    var rows = maker.tagRows(tags) + maker.kextRows(machine.kexts, sizes, firstTag: 28)
    rows.append(
      Machine.Wired(
        name: model.isOld ? "(unknown kmod)" : "(unloaded kmod)", kind: .kext(loadTag: 133),
        tag: 28 + sizes.count, size: 212.kib, peak: 400.kib))
    rows.append(Machine.Wired(name: "site 0x1f2", kind: .site, tag: 1, size: 64.kib))
    if !model.isOld {
      rows += maker.counterRows(["BOOT_STOLEN": model.bootCarveOut])
      rows += WiredMaker.breakdowns([("VM_KERN_MEMORY_BSD[kalloc.64]", 2, 3.mib)])
    }
    return rows + maker.counterRows(["RESERVED": 149.mib])
  }

  static func archive(_ model: Model) -> ShippedArchive {
    let mac = machine(model)
    let logs = SysdiagnosePrinter(machine: mac.machine, tasks: tasks)
    return ShippedArchive(
      mac,
      [
        ("sysdiagnose.log", logs.log(version: "3.0 (400)")), ("ps.txt", mac.system.processes),
        ("kextstat.txt", mac.kextstatText), ("zprint.txt", mac.zprintText),
        ("logs/system.log", mac.system.log()), ("vm_stat.txt", mac.vmStatText(samples: 50)),
        ("mount.txt", mac.system.mounts), ("sw_vers.txt", mac.system.versions),
        ("sysctl.txt", mac.sysctlText), ("taskSummary.csv", logs.summary),
      ], missing: ["footprint": "absent"])
  }
}

/// 10.12.6: TOTAL SIZE is zones plus wired rows, and the total's Y is the row of tag 2.
enum Mac10_12 {
  /// The archive of this machine.
  static var archive: ShippedArchive {
    let identity = Machine.Identity(
      name: "macos-10.12-total-defect",
      topFolder: "sysdiagnose_2017.08.04_11-12-13_Mac-OS-X_MacBookPro11-4_16G29",
      captured: LocalTime("2017-08-04T11:12:13"), model: "MacBookPro11,4", build: "16G29",
      osVersion: "10.12.6", darwin: "16.7.0", bootTime: 1_501_500_000)
    return SierraMacs.archive(
      .init(
        identity: identity, installed: 16.gib, bootCarveOut: 128.mib, zprint: .e, scale: 0.8))
  }
}

/// 10.13.6: the first generation with the table of columns that is used ever since.
enum Mac10_13 {
  /// The archive of this machine.
  static var archive: ShippedArchive {
    let identity = Machine.Identity(
      name: "macos-10.13.6-g",
      topFolder: "sysdiagnose_2018.10.02_19-30-45+0200_Mac_OS_X_iMac18-3_17G65",
      captured: LocalTime("2018-10-02T19:30:45+02:00"), model: "iMac18,3", build: "17G65",
      osVersion: "10.13.6", darwin: "17.7.0", bootTime: 1_538_300_000)
    return SierraMacs.archive(
      .init(identity: identity, installed: 8.gib, bootCarveOut: 119.mib, zprint: .g, scale: 0.6))
  }
}
