/// Prints one sample of top: the summary, kernel_task, and the largest processes; or two samples with
/// all processes.
struct TopPrinter {
  let machine: Machine
  /// Whether every process is printed, and a second sample with differences.
  var isComplete = false
  /// nil on 10.8; its archive has no vm_stat.
  let pages: Pages?
  private var identity: Machine.Identity { machine.identity }

  /// The member's text.
  func print() -> String {
    if isComplete { return sample(isFirst: true) + sample(isFirst: false) }
    let random = StableRandom(identity.name + "top")
    let count = machine.processes.count + 1
    let held = pages == nil ? machine.kernelResident : 64.kib
    let largest = machine.largestProcesses.prefix(12).map { process in
      let share = String.fixed(random.fraction(), 1)
      let minutes = random.int(0...9)
      return "\(process.pid)".left(6) + " " + String(process.name.prefix(16)).left(16)
        + " \(share)  00:0\(minutes):11 \(Self.whole(process.footprint))"
    }
    return
      ([
        "Processes: \(count) total, 2 running, \(count - 2) sleeping, \(count * 5) threads",
        identity.captured.formatted("%Y/%m/%d %H:%M:%S"), "Load Avg: 1.42, 1.37, 1.31",
        "CPU usage: 6.12% user, 4.50% sys, 89.38% idle",
        "SharedLibs: 415M resident, 88M data, 41M linkedit.",
        "MemRegions: 86814 total, 2100M resident, 171M private, 912M shared.", memory,
        "VM: 221G vsize, 1052M framework vsize, 0(0) swapins, 0(0) swapouts.",
        "Networks: packets: 412811/301M in, 290114/44M out.",
        "Disks: 218114/4100M read, 190122/3700M written.", "",
        "PID".left(6) + " " + "COMMAND".left(16) + " %CPU TIME     "
          + (pages == nil ? "RSIZE" : "MEM"),
        "0".left(6) + " " + "kernel_task".left(16) + " 3.1  01:12:09 \(Self.whole(held))",
      ] + largest).map { $0 + "\n" }.joined()
  }

  /// One sample of `top -l2 -d`: in the second one the memory columns are differences.
  private func sample(isFirst: Bool) -> String {
    let kin = ProcessKin(machine)
    let count = machine.processes.count + 1
    let rows = machine.processes.sorted { $0.pid > $1.pid }.map { process in
      let leader = kin.leader(of: process.pid)
      let parent = process.pid == 1 ? 0 : leader == process.pid ? 1 : leader
      let swapped = Swift.min(process.swapped, process.footprint)
      return row(
        process.pid, process.name, isFirst ? process.footprint : 0, isFirst ? swapped : 0, parent)
    }
    let head =
      "PID".left(6) + "COMMAND".left(17) + "%CPU TIME     #TH  " + "MEM".left(9) + "PURG "
      + "CMPRS".left(9) + "PPID  STATE"
    return
      ([
        "Processes: \(count) total, 2 running, \(count - 2) sleeping, \(count * 5) threads",
        identity.captured.adding(isFirst ? 0 : 1).formatted("%Y/%m/%d %H:%M:%S"),
        "Load Avg: 1.42, 1.37, 1.31", memory, "", head,
      ] + rows + [row(0, "kernel_task", isFirst ? 64.kib : 0, 0, 0)]).map { $0 + "\n" }.joined()
  }

  private func row(_ pid: Int, _ name: String, _ size: Int, _ compressed: Int, _ parent: Int)
    -> String
  {
    "\(pid)".left(6) + String(name.prefix(16)).left(17) + "0.0  00:01.11 3    "
      + Self.short(size).left(9) + "0B   " + Self.short(compressed).left(9) + "\(parent)".left(6)
      + "sleeping"
  }

  /// A size in top's format with at most four digits.
  static func short(_ size: Int) -> String {
    if size < 1.kib * 100 { return "\(size)B" }
    return size < 10_000.kib ? "\(size / 1.kib)K" : "\(size / 1.mib)M"
  }

  /// The sizes in the line PhysMem, by its own words.
  var physical: [(word: String, bytes: Int)] {
    guard let pages else {
      let wired = machine.kernelResident + 61.mib
      let used = min(machine.installed * 5 / 8, wired + 3.gib)
      let active = (used - wired) * 2 / 3
      return [
        ("wired", wired), ("active", active), ("inactive", used - wired - active), ("used", used),
        ("free", machine.installed - used - 9.mib),
      ]
    }
    let free = (pages.free + pages.speculative) * machine.pageSize
    return [
      ("used", machine.installed - machine.bootCarveOut - free),
      ("wired", pages.wired * machine.pageSize),
      ("compressor", pages.compressor * machine.pageSize), ("unused", free),
    ]
  }

  private var memory: String {
    let texts = physical.map { "\(Self.whole($0.bytes)) \($0.word)" }
    if pages == nil { return "PhysMem: " + texts.joined(separator: ", ") + "." }
    return "PhysMem: \(texts[0]) (\(texts[1]), \(texts[2])), \(texts[3])."
  }

  /// A size in top's format: whole M up to 9999, whole G above; K below 1 M.
  private static func whole(_ size: Int) -> String {
    if size < 1.mib { return "\(size / 1.kib)K" }
    return size < 10_000.mib ? "\(size / 1.mib)M" : "\(size / 1.gib)G"
  }

  /// A parser's value for top's whole M or G.
  static func known(_ size: Int) -> Int {
    size.roundedDown(to: size < 10_000.mib ? 1.mib : 1.gib)
  }
}

extension Machine {
  /// Processes by footprint, largest first.
  var largestProcesses: [Process] {
    processes.sorted { (-$0.footprint, $0.pid) < (-$1.footprint, $1.pid) }
  }
}
