/// Prints taskinfo.txt: each task with a thread or two.
struct TaskInfoPrinter {
  let machine: Machine

  /// The member's text.
  func print() -> String {
    let kin = ProcessKin(machine)
    var entries = machine.processes.sorted { $0.pid < $1.pid }.map { process in
      entry(
        process.name, process.pid, process.footprint, process.lifetimePeak,
        coalition: kin.coalition(of: process.pid))
    }
    // iOS lists no kernel_task.
    if machine.identity.platform == "macOS" {
      entries.insert(entry("kernel_task", 0, 64.kib, 61.mib, coalition: 3), at: 0)
    }
    // Tasks end while the tool runs.
    return "num tasks: \(entries.count + 1)\n\n" + entries.joined(separator: "\n\n\n") + "\n"
  }

  private func entry(
    _ name: String, _ pid: Int, _ footprint: Int, _ peak: Int, coalition: Int
  ) -> String {
    let threads = (1...2).map { number in
      """
      \tthread ID: 0x\(String(pid * 16 + number, radix: 16)) / \(pid * 16 + number)
      \tuser/system time: 0.001522 s / 0.005367 s
      \tpolicy: POLICY_TIMESHARE
      \t\ttimeshare max  priority: 63
      """
    }.joined(separator: "\n")
    return """
      process: "\(name)" [\(pid)] [unique ID: \(pid)]
      architecture: \(pid == 0 ? "???" : "arm64e")
      coalition (type 0) ID: \(coalition - 1)
      coalition (type 1) ID: \(coalition)
      suspend count: 0
      virtual bytes: 389.08 GB; phys_footprint bytes: \(Self.size(footprint)); \
      phys_footprint lifetime maximum bytes: \(Self.size(peak))
      run time: \(34083 - pid) s
      P/E switches: 51007
      threads:
      \(threads)

      """
  }

  /// Two decimals of a binary unit.
  static func size(_ bytes: Int) -> String {
    let (unit, name) = unit(bytes)
    return String.fixed(Double(bytes) / Double(unit), 2) + " " + name
  }

  /// What a reader of the text knows: the printed number, give or take half of its last place.
  static func known(_ bytes: Int) -> (bytes: Int, tolerance: Int) {
    let (unit, _) = unit(bytes)
    let number = String.fixed(Double(bytes) / Double(unit), 2).number
    return (Int((number * Double(unit)).rounded()), (unit + 199) / 200)
  }

  private static func unit(_ bytes: Int) -> (bytes: Int, name: String) {
    bytes < 1.mib ? (1.kib, "kB") : bytes < 1.gib ? (1.mib, "MB") : (1.gib, "GB")
  }
}
