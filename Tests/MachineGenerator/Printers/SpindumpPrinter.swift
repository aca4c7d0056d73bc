/// Prints a spindump: the head of 26, then two processes, or all, with a short stack each.
struct SpindumpPrinter {
  let machine: Machine
  /// Whether every process is printed, with its path and whom it works for.
  var isComplete = false
  private var identity: Machine.Identity { machine.identity }

  /// Seconds between the spindump's end and the capture.
  static let before = 40

  /// The member's text.
  func print() -> String {
    let first = identity.captured.adding(-Self.before)
    let since = identity.captured.seconds - identity.bootTime
    let form = "%Y-%m-%d %H:%M:%S.000 %z"
    let lines = [
      "Date/Time:        " + first.formatted(form),
      "End time:         " + first.adding(10).formatted(form),
      "OS Version:       \(system) \(identity.osVersion) (Build \(identity.build))",
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
    let largest = machine.largestProcesses
    let processes =
      isComplete
      ? largest.sorted { $0.name.lowercased() < $1.name.lowercased() } : Array(largest.prefix(2))
    return (lines + processes.flatMap(stack)).map { $0 + "\n" }.joined()
  }

  private var system: String { identity.platform == "macOS" ? "macOS" : "iPhone OS" }

  /// Path, parent and responsible process.
  private func kin(_ process: Machine.Process) -> [String] {
    guard isComplete else { return [] }
    let kin = ProcessKin(machine)
    let leader = kin.leader(of: process.pid)
    let parent = process.pid == 1 ? "kernel_task [0]" : "launchd [1]"
    return ["Path:             \(kin.path(of: process))", "Parent:           \(parent)"]
      + (leader == process.pid ? [] : ["Responsible:      \(kin.app(of: process.pid)) [\(leader)]"])
  }

  /// A size in spindump's format: whole KB up to 10 MB, else MB with two decimals.
  static func size(_ bytes: Int) -> String {
    bytes < 10.mib
      ? "\((bytes + 512) / 1024) KB" : String.fixed(Double(bytes) / Double(1.mib), 2) + " MB"
  }

  private func size(_ process: Machine.Process) -> String {
    isComplete
      ? Self.size(process.footprint)
      : String.fixed(Double(process.footprint) / Double(1.mib), 2) + " MB"
  }

  private func stack(_ process: Machine.Process) -> [String] {
    let thread = String(process.pid * 7 + 11, radix: 16)
    let address = "0x18a4c" + String(process.pid, radix: 16).zeros(3) + "c"
    return [
      "Process:          \(process.name) [\(process.pid)]"
    ] + kin(process) + [
      "Footprint:        \(size(process))",
      "Num samples:      1001 (1-1001)", "",
      "  Thread 0x\(thread)    DispatchQueue \"com.apple.main-thread\"(1)    1001 samples (1-1001)",
      "  1001  start + 7184 (dyld + 36700) [\(address)]",
      "    1001  main + 112 (Test Binary + 4208) [0x1004f1070]",
      "     *1001  ??? (kernel + 611408) [0xfffffe0008d81450]", "",
    ]
  }
}
