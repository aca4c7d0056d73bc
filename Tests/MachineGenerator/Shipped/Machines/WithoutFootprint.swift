/// Machines whose processes are known from other lists than footprint's.
enum WithoutFootprint {
  private static let page = 16384

  /// The archives of these machines.
  static var archives: [ShippedArchive] { [phone, mac] }

  private static func machine(
    _ identity: Machine.Identity, installed: Int, scale: Double, without: [String]
  ) -> ShippedMachine {
    let random = StableRandom(identity.name)
    var machine = Machine(pageSize: page, installed: installed)
    machine.identity = identity
    machine.bootCarveOut = installed / 20
    machine.wired =
      WiredMaker(random: random, page: page, tags: WiredMaker.tahoeTags)
      .tagRows(SizeList("OSFMK 190M BSD 20M IOKIT 148M PTE 96M KALLOC 60M STACK 22M"))
    machine.processes = ProcessMaker(random: random, page: page)
      .listed(ProcessList.tahoe, scale: scale, swapped: 0.3)
      .filter { process in !without.contains { process.name.hasPrefix($0) } }
    // One process was far larger than it is.
    if let largest = machine.largestProcesses.first,
      let place = machine.processes.firstIndex(where: { $0.pid == largest.pid })
    {
      machine.processes[place].peak = largest.footprint * 5 / 2 + 500.mib
    }
    var made = ShippedMachine(machine: machine)
    let (held, out) = made.resident()
    made.pages = PageMaker(machine: made).pages(
      .init(
        fileBacked: installed / 6, speculative: 60.mib, compressor: out * 40 / 100,
        untagged: 30.mib, stored: out, purgeable: 40.mib, anonymous: held + 60.mib))
    return made
  }

  /// An iPhone on 16: taskinfo, spindump and jetsam_priority; neither footprint nor zprint.
  private static var phone: ShippedArchive {
    let phone = machine(
      Machine.Identity(
        name: "ios-16-no-footprint",
        topFolder: "sysdiagnose_2022.09.30_22-03-20-0500_iPhone-OS_iPhone_20A380",
        captured: LocalTime("2022-09-30T22:03:20-05:00"), platform: "iOS", model: "iPhone14,3",
        board: "D64AP", build: "20A380", osVersion: "16.0.2", darwin: "22.0.0",
        bootTime: 1_664_559_500, processors: 6),
      installed: 6.gib, scale: 0.3,
      without: [
        "Example", "com.example", "Xcode", "SourceKit", "Simulator", "node", "swift", "python",
        "Window",
      ])
    let tasks = [
      SysdiagnoseTask("taskinfo", "/usr/bin/taskinfo --threads --boosts", .system, 1.204),
      SysdiagnoseTask("vm_stat", "/usr/bin/vm_stat -c 25 0.2", .system, 5.011),
      SysdiagnoseTask("sysctl", "/usr/sbin/sysctl -a", .system, 0.061),
      SysdiagnoseTask("spindump", "/usr/sbin/spindump -notarget 2", .traces, 4.2, limit: 30),
    ]
    let logs = SysdiagnosePrinter(machine: phone.machine, tasks: tasks)
    return ShippedArchive(
      phone,
      [
        ("sysdiagnose.log", logs.log(version: "3.0 (690)")), ("taskSummary.csv", logs.summary),
        ("ps.txt", phone.pathsText), ("taskinfo.txt", phone.taskInfoText),
        ("spindump-nosymbols.txt", phone.wholeSpindumpText),
        ("jetsam_priority.csv", phone.jetsamPriorityText),
        ("vm_stat.txt", phone.vmStatText(samples: 25)), ("sysctl.txt", phone.sysctlText),
        ("sw_vers.txt", phone.system.versions), ("logs/system.log", phone.system.log()),
      ], missing: ["zprint": "absent", "footprint": "absent", "kextstat": "absent"])
  }

  /// A Mac on 14 whose footprint was stopped: of the lists only taskinfo is there.
  private static var mac: ShippedArchive {
    let mac = machine(
      Machine.Identity(
        name: "macos-14-taskinfo-only",
        topFolder: "sysdiagnose_2024.03.05_10-20-30-0800_macOS_Mac14-7_23E224",
        captured: LocalTime("2024-03-05T10:20:30-08:00"), model: "Mac14,7", build: "23E224",
        osVersion: "14.4", darwin: "23.4.0", bootTime: 1_709_600_000),
      installed: 16.gib, scale: 0.5, without: [])
    let tasks = [
      SysdiagnoseTask(
        "footprint-all", "/usr/bin/footprint -w -a", .memory, 180, limit: 180, isTimedOut: true),
      SysdiagnoseTask("zprint", "/usr/bin/zprint -t -w", .memory, 0, isInternal: true),
      SysdiagnoseTask("kextstat", "/usr/sbin/kextstat", .system, 0.2, status: 1),
      SysdiagnoseTask("taskinfo", "/usr/bin/taskinfo --threads --boosts", .system, 1.204),
      SysdiagnoseTask("vm_stat", "/usr/bin/vm_stat -c 50 0.2", .system, 10.021),
    ]
    let logs = SysdiagnosePrinter(machine: mac.machine, tasks: tasks)
    return ShippedArchive(
      mac,
      [
        ("sysdiagnose.log", logs.log(version: "3.0 (690)")), ("taskSummary.csv", logs.summary),
        ("taskinfo.txt", mac.taskInfoText), ("vm_stat.txt", mac.vmStatText(samples: 50)),
        ("sysctl.txt", mac.sysctlText), ("sw_vers.txt", mac.system.versions),
        ("logs/system.log", mac.system.log()),
      ], missing: ["zprint": "notCollected", "footprint": "timedOut", "kextstat": "failed"])
  }
}
