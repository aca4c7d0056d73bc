/// Prints a spindump: the head of 26, then two processes with a short stack each.
struct SpindumpPrinter {
  let machine: Machine
  private var identity: Machine.Identity { machine.identity }

  /// Seconds between the spindump's end and the capture.
  static let before = 40

  func print() -> String {
    let first = identity.captured.adding(-Self.before)
    let since = identity.captured.seconds - identity.bootTime
    let form = "%Y-%m-%d %H:%M:%S.000 %z"
    let lines = [
      "Date/Time:        " + first.formatted(form),
      "End time:         " + first.adding(10).formatted(form),
      "OS Version:       macOS \(identity.osVersion) (Build \(identity.build))",
      "Architecture:     arm64e", "Report Version:   67", "", "Data Source:      Stackshots",
      "Reason:           sysdiagnose", "", "Duration:         10.00s",
      "Steps:            1001 (10ms sampling interval)", "", "Hardware model:   \(identity.model)",
      "Active cpus:      \(identity.processors)",
      "Memory size:      \(machine.installed / 1.gib) GB",
      "HW page size:     \(machine.pageSize)", "VM page size:     \(machine.pageSize)", "",
      "Time Since Boot:  \(since - Self.before)s",
      "Time Awake Since Boot: \((machine.secondsAwake ?? since) - Self.before)s",
      "Time Since Wake:  n/a (machine hasn't slept)", "",
      "Total CPU Time:   3.114s (9.1G cycles, 11.4G instructions, 0.80c/i)", "",
    ]
    return (lines + machine.largestProcesses.prefix(2).flatMap(stack)).map { $0 + "\n" }.joined()
  }

  private func stack(_ process: Machine.Process) -> [String] {
    let thread = String(process.pid * 7 + 11, radix: 16)
    let address = "0x18a4c" + String(process.pid, radix: 16).zeros(3) + "c"
    return [
      "Process:          \(process.name) [\(process.pid)]",
      "Footprint:        \(String.fixed(Double(process.footprint) / Double(1.mib), 2)) MB",
      "Num samples:      1001 (1-1001)", "",
      "  Thread 0x\(thread)    DispatchQueue \"com.apple.main-thread\"(1)    1001 samples (1-1001)",
      "  1001  start + 7184 (dyld + 36700) [\(address)]",
      "    1001  main + 112 (Test Binary + 4208) [0x1004f1070]",
      "     *1001  ??? (kernel + 611408) [0xfffffe0008d81450]", "",
    ]
  }
}
