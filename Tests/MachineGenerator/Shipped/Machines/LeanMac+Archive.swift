extension LeanMac {
  private static let tasks = [
    SysdiagnoseTask("zprint", "/usr/bin/zprint -t -w", .memory, 0.131),
    SysdiagnoseTask("footprint-all", "/usr/bin/footprint -w -a", .memory, 11.204, limit: 180),
    SysdiagnoseTask("kextstat", "/usr/sbin/kextstat", .system, 0.714),
    SysdiagnoseTask("vm_stat", "/usr/bin/vm_stat -c 5 0.2", .system, 1.008),
    SysdiagnoseTask("sysctl", "/usr/sbin/sysctl -a", .system, 0.102),
    SysdiagnoseTask("ps", "/bin/ps axuww", .system, 0.118),
  ]

  /// An archive with every memory section, the machine's reports, and other members.
  static func archive(
    _ mac: ShippedMachine, more: [(path: String, text: String)] = []
  ) -> ShippedArchive {
    let logs = SysdiagnosePrinter(machine: mac.machine, tasks: tasks)
    var members: [(path: String, text: String)] = [
      ("sysdiagnose.log", logs.log(version: "3.0 (1042)")), ("taskSummary.csv", logs.summary),
      ("sysctl.txt", mac.sysctlText), ("sw_vers.txt", mac.system.versions),
      ("kextstat.txt", mac.kextstatText), ("zprint.txt", mac.zprintText),
      ("vm_stat.txt", mac.vmStatText(samples: 5)), ("ps.txt", mac.system.processes),
      ("footprint-all.txt", mac.footprintText(system: true)),
    ]
    if let event = mac.machine.jetsam {
      let printer = JetsamPrinter(machine: mac.machine, event: event)
      members.append((printer.path, printer.print()))
    }
    if let panic = mac.machine.panic {
      let printer = PanicPrinter(machine: mac.machine, panic: panic)
      members.append((printer.path, printer.print()))
    }
    var archive = ShippedArchive(mac, members + more)
    archive.isLean = true
    return archive
  }
}

/// The lean Mac twelve minutes after a panic: the zone map was exhausted, and the leak continues.
enum AfterPanic {
  /// The archive of this machine.
  static var archive: ShippedArchive {
    let time = LocalTime("2026-04-22T03:26:12+02:00")
    let moment = LeanMoment(
      name: "macos-26-after-panic", time: time, bootTime: time.seconds - 720, boot: 2,
      hasJetsam: false)
    var mac = LeanMac.machine(moment)
    mac.machine.panic = PanicReport(
      time: LocalTime("2026-04-22T03:13:04+02:00"), zone: LeanMac.leak, gibibytes: 20,
      elements: 21_182_160, task: "ExampleServer", pid: 402,
      kexts: [
        (
          "com.apple.iokit.EndpointSecurity", "1.0",
          ["com.apple.driver.AppleMobileFileIntegrity(1.0.5)", "com.apple.kec.corecrypto(26.0)"]
        )
      ])
    return LeanMac.archive(
      mac, more: [("top.txt", mac.topText), ("spindump.txt", mac.spindumpText)])
  }
}
