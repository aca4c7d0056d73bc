/// Prints the members around the memory sections: versions, mounts, processes, logs.
struct SystemTexts {
  let machine: Machine
  private var identity: Machine.Identity { machine.identity }
  private var isMac: Bool { identity.platform == "macOS" }

  /// sw_vers.txt.
  var versions: String {
    let major = Int(identity.osVersion.prefix { $0 != "." }) ?? 0
    let product = !isMac ? "iPhone OS" : major >= 11 ? "macOS" : "Mac OS X"
    return "ProductName:\t\(product)\nProductVersion:\t\(identity.osVersion)\n"
      + "BuildVersion:\t\(identity.build)\n"
  }

  /// mount.txt.
  var mounts: String {
    if !isMac {
      return "/dev/disk0s1s1 on / (apfs, sealed, local, nosuid, read-only, journaled, noatime)\n"
    }
    let isOld = ["10.8", "10.10"].contains { identity.osVersion.hasPrefix($0) }
    return "/dev/disk1 on / (\(isOld ? "hfs" : "apfs"), local, journaled)\n"
      + "devfs on /dev (devfs, local, nobrowse)\n"
      + "map auto_home on /home (autofs, automounted, nobrowse)\n"
  }

  /// ps.txt, with resident sizes derived from the footprints.
  var processes: String {
    let random = StableRandom(identity.name + "ps")
    var listed = machine.processes.map { ($0.name, $0.pid, $0.footprint - $0.swapped) }
    if listed.isEmpty { listed = [("launchd", 1, 2.mib), ("WindowServer", 92, 95.mib)] }
    let rows = listed.sorted { $0.1 < $1.1 }.map { name, pid, resident in
      let size = Int(Double(resident) * random.uniform(1, 1.6)) / 1024
      let share = Double(100 * size * 1024) / Double(machine.installed)
      return (pid < 200 ? "root" : "tester").left(16) + " \(pid)".right(6)
        + " \(min(pid, 1))".right(6) + " " + String.fixed(random.fraction(), 1).right(5)
        + " " + String.fixed(share, 1).right(4) + " " + "\(size * 4 + 2_400_000)".right(8)
        + " " + "\(size)".right(6) + " Ss   \(name)"
    }
    let head = "USER               PID  PPID  %CPU %MEM      VSZ    RSS STAT COMMAND"
    return ([head] + rows).map { $0 + "\n" }.joined()
  }

  /// Lines of a system log, unrelated to memory.
  func log(lines count: Int = 60) -> String {
    let random = StableRandom(identity.name + "log")
    return (0..<count).map { step in
      let time = identity.captured.adding(-((count - step) * 97 + random.int(0...50)))
      let who = random.pick(Self.daemons)
      let pid = random.int(60...900)
      return time.formatted("%b %d %H:%M:%S")
        + " test-machine \(who)[\(pid)]: \(random.pick(Self.messages))\n"
    }.joined()
  }

  private static let daemons = [
    "airportd", "powerd", "backupd", "timed", "mDNSResponder", "WindowServer", "securityd",
    "cloudd",
  ]
  private static let messages = [
    "Interface en0 did link up", "Wake reason: EC.LidOpen",
    "Backup skipped: destination not mounted", "clock offset 0.003 s",
    "assertion created: PreventUserIdleSystemSleep", "channel scan took 212 ms",
    "cache pruned, 118 entries", "display 0x2b28 brightness 0.64",
    "keychain item not found (-25300)",
  ]

  /// disks.txt.
  static let disks = """
    Filesystem    1024-blocks      Used Available Capacity Mounted on
    /dev/disk1s1    488245288 301144812 183012420      63% /
    devfs                 193       193         0     100% /dev

    """

  /// netstat.txt.
  var network: String {
    let random = StableRandom(identity.name + "net")
    let rows = (0..<25).map { _ in
      let port = random.int(49152...65535)
      return "tcp4       0      0  192.0.2.17.\(port)       198.51.100.\(random.int(1...250)).443"
        + "      ESTABLISHED\n"
    }
    return "Active Internet connections\n"
      + "Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)\n"
      + rows.joined()
  }
}
