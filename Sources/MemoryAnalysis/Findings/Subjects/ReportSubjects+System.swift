internal import AllocationBalance
internal import MemorySections

/// What the archive is of: conditions for advice that fits.
extension ReportSubjects {
  /// The platform; `unknown` when no name or text gives it.
  var platform: String { snapshot.platform ?? "unknown" }

  /// Whether the system is older than 10.11, whose sysdiagnose runs other tools.
  ///
  /// The number before a build's letter is the kernel's major version: 14 up to 10.10.
  var release: String {
    guard let build = snapshot.build, let major = Int(build.prefix { $0.isNumber }) else {
      return "unknown"
    }
    return platform == "macOS" && major <= 14 ? "to10.10" : "later"
  }

  /// Whether the input is an archive, or a single text that cannot hold anything else.
  ///
  /// Of what could not be read at all nothing is known to be missing.
  var input: String {
    if snapshot.scan.outcome == .unreadable { return "nothing" }
    return snapshot.scan.membersSeen == 1 ? "text" : "archive"
  }

  func setSystem(_ machine: inout Subject) {
    machine.set(.platform, word: platform)
    setInstalled(&machine)
    setSwap(&machine)
    setTagStorage(&machine)
    setVnodes(&machine)
  }

  private func setInstalled(_ machine: inout Subject) {
    let disbelieved = snapshot.sysctl?.disbelievedMemory
    let word =
      disbelieved != nil ? "implausible" : balance.installed == nil ? "unknown" : "known"
    let rows = evidence(
      .sysctl, disbelieved, "hw.memsize \(SizeText.exact(disbelieved?.bytes ?? 0))")
    machine.set(.installedMemory, word: word, rows)
    machine.set(.disbelievedBytes, disbelieved, rows)
  }

  private func setSwap(_ machine: inout Subject) {
    guard let swap = snapshot[Swap.self] else { return }
    let rows = evidence(.swap, swap.used, "swap used \(SizeText.short(swap.used.bytes))")
    machine.set(.swapUsedBytes, swap.used, rows)
    machine.set(.swapShare, swap.used, of: balance.installed, rows)
  }

  /// A vm_stat without the line is of a system without tag storage.
  private func setTagStorage(_ machine: inout Subject) {
    guard let vmStat = snapshot.vmStat else { return }
    let size = vmStat.size(.tagStorage) ?? .zero
    let rows = evidence(.vmStat, size, "tag storage \(SizeText.short(size.bytes))")
    machine.set(.tagStorageBytes, size, rows)
    machine.set(.tagStorageShare, size, of: balance.installed, rows)
  }

  private func setVnodes(_ machine: inout Subject) {
    guard let vnodes = snapshot.spindump?.vnodes, let section = snapshot.section(.spindump) else {
      return
    }
    let row = Evidence(
      member: section.member, line: vnodes.line,
      text: "vnodes available \(vnodes.available) of \(vnodes.limit)")
    machine.set(.vnodesAvailable, Double(vnodes.available), [row])
    machine.set(.vnodesLimit, Double(vnodes.limit), [row])
    machine.set(.vnodesShare, Double(vnodes.available) / Double(vnodes.limit), [row])
  }
}
