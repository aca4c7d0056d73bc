/// A small archive of a Mac on 13 that holds nothing about memory: only unrelated logs.
enum WithoutMemory {
  private static let tasks = [
    SysdiagnoseTask(
      "footprint-all", "/usr/bin/footprint -v -w -a", .memory, 180, limit: 180, isTimedOut: true),
    SysdiagnoseTask("zprint", "/usr/bin/zprint -t -w", .memory, 0, isInternal: true),
    SysdiagnoseTask("kextstat", "/usr/sbin/kextstat", .system, 0.02, status: 1),
    SysdiagnoseTask("mount", "/sbin/mount", .disks, 0.008),
    SysdiagnoseTask("netstat", "/usr/sbin/netstat -n", .network, 0.154),
  ]

  /// The archive of this machine.
  static var archive: ShippedArchive {
    var machine = Machine(pageSize: 16384, installed: 8.gib)
    machine.identity = Machine.Identity(
      name: "no-memory-section",
      topFolder: "sysdiagnose_2023.02.03_17-22-51+0000_macOS_MacBookAir10-1_22D49",
      captured: LocalTime("2023-02-03T17:22:51+00:00"), model: "MacBookAir10,1", build: "22D49",
      osVersion: "13.2", darwin: "22.3.0", bootTime: 1_675_300_000)
    let mac = ShippedMachine(machine: machine)
    let logs = SysdiagnosePrinter(machine: machine, tasks: tasks)
    return ShippedArchive(
      mac,
      [
        ("sysdiagnose.log", logs.log(version: "3.0 (670)")), ("taskSummary.csv", logs.summary),
        ("mount.txt", mac.system.mounts), ("sw_vers.txt", mac.system.versions),
        ("network-info/netstat.txt", mac.system.network), ("logs/system.log", mac.system.log()),
      ],
      missing: [
        "footprint": "timedOut", "zprint": "notCollected", "kextstat": "failed",
        "vmStat": "absent", "sysctl": "absent",
      ])
  }
}
