/// Prints the part of `sysctl -a` about the machine and its memory.
struct SysctlPrinter {
  let machine: Machine
  private var identity: Machine.Identity { machine.identity }

  /// The member's text.
  func print() -> String { values.map { "\($0): \($1)\n" }.joined() }

  private var values: [(String, String)] {
    let isIntel = machine.pageSize == 4096
    let isDevice = !identity.board.isEmpty
    var values = [
      ("hw.cachelinesize", isIntel ? "64" : "128"), ("hw.logicalcpu", "\(identity.processors)"),
      ("hw.machine", isDevice ? identity.model : isIntel ? "x86_64" : "arm64"),
      ("hw.memsize", "\(machine.installed)"),
      ("hw.model", isDevice ? identity.board : identity.model),
      ("hw.ncpu", "\(identity.processors)"), ("hw.pagesize", "\(machine.pageSize)"),
      ("kern.bootargs", ""),
      ("kern.boottime", "{ sec = \(identity.bootTime), usec = 0 } \(bootText)"),
    ]
    if !identity.host.isEmpty { values.append(("kern.hostname", identity.host)) }
    values.append(("kern.maxproc", identity.platform == "macOS" ? "4000" : "2000"))
    if (Int(identity.darwin.prefix { $0 != "." }) ?? 0) >= 17 {
      values.append(("kern.osproductversion", identity.osVersion))
    }
    return values + [
      ("kern.osrelease", identity.darwin), ("kern.ostype", "Darwin"),
      ("kern.osversion", identity.build), ("vm.swapusage", swapUsage),
    ]
  }

  /// The boot time in sysctl's format, on the machine's own clock.
  private var bootText: String {
    let offset = identity.captured.offset ?? 0
    return LocalTime(clock: identity.bootTime + offset, offset: offset)
      .formatted("%a %b %e %H:%M:%S %Y").replacing("  ", with: " ")
  }

  private var swapUsage: String {
    let used = Double(machine.swapUsed) / Double(1.mib)
    let total = Double(machine.swapUsed >> 20) + 512
    return "total = \(String.fixed(total, 2))M  used = \(String.fixed(used, 2))M"
      + "  free = 512.00M  (encrypted)"
  }
}
