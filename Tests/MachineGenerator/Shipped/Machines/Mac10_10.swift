/// A MacBook Air on 10.10.2: zones only, with the pseudo zones kernel_stacks, page_tables and
/// kalloc.large inside TOTAL SIZE.
enum Mac10_10 {
  private static let page = 4096

  private static var machine: ShippedMachine {
    let random = StableRandom("osx-10.10-zwaste")
    var machine = Machine(pageSize: page, installed: 4.gib)
    machine.identity = Machine.Identity(
      name: "osx-10.10-zwaste",
      topFolder: "sysdiagnose_2015.03.11_10-20-30_Mac-OS-X_MacBookAir6,2_14C1514",
      captured: LocalTime("2015-03-11T10:20:30"), model: "MacBookAir6,2", build: "14C1514",
      osVersion: "10.10.2", darwin: "14.1.0", bootTime: 1_425_800_000, processors: 4)
    machine.zones =
      ZoneMaker(random: random, page: page).listed(ZoneList.mojave, scale: 0.45) {
        random.pick(["C", "C", "C", "XC", ""])
      } + pseudoZones
    machine.kexts = KextMaker.mountainLion { _, name in
      !name.contains("Brcm4331") && !name.contains("VBoxNet")
    }
    for place in machine.kexts.indices where machine.kexts[place].name.contains(".kpi.") {
      machine.kexts[place].version = "14.1.0"
    }
    KextMaker.place(&machine.kexts, from: 0xFFFF_FF7F_80C0_0000, random)
    KextMaker.countReferences(&machine.kexts)
    return ShippedMachine(machine: machine, zprint: .c, kextstat: .k3)
  }

  private static var pseudoZones: [Machine.Zone] {
    let (stacks, large) = (16384, 61604)
    return [
      Machine.Zone(
        name: "kernel_stacks", element: stacks, current: 712 * stacks, maximum: 803 * stacks,
        inUse: 655, allocation: stacks, lifetime: 66_104 * stacks, flags: ["C"]),
      // The maximum is printed as dashes, but its count is not.
      Machine.Zone(
        name: "page_tables", element: page, current: 24_117 * page, maximum: 10_000_000.kib,
        inUse: 24_117, allocation: page, lifetime: 311_204 * page, flags: ["C"]),
      Machine.Zone(
        name: "kalloc.large", element: large, current: 388 * large, maximum: 420 * large,
        inUse: 388, allocation: large, lifetime: 190_022 * large),
    ]
  }

  /// The archive of this machine.
  static var archive: ShippedArchive {
    let mac = machine
    return ShippedArchive(
      mac,
      [
        ("kextstat.txt", mac.kextstatText), ("zprint.txt", mac.zprintText),
        ("mount.txt", mac.system.mounts), ("error_log.txt", mac.system.log()),
        ("System State 2015-03-11/ps.txt", mac.system.processes),
        ("sw_vers.txt", mac.system.versions), ("sysctl.txt", mac.sysctlText),
      ], missing: ["footprint": "absent", "vmStat": "absent", "taskSummary": "absent"])
  }
}
