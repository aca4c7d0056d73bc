import MemorySections
import Testing

@testable import MachineGenerator

/// The lists of processes of fictitious machines, printed and parsed again.
struct ListPrinterTests {
  static let machines = 0..<60

  /// `NAME PID BYTES` of each process, ordered by number.
  private func rows(_ processes: [(name: String, pid: Int, bytes: Int?)]) -> [String] {
    processes.sorted { ($0.pid, $0.name) < ($1.pid, $1.name) }
      .map { "\($0.name) \($0.pid) \($0.bytes.map(String.init) ?? "-")" }
  }

  private func listed(_ text: String, _ kind: SectionKind) -> [String] {
    let section = read(text, as: kind, chunks: [7, 4096, 1])
    #expect(section.coverage.unreadLines == [])
    let processes = (section.content as? any ProcessListing)?.processes ?? []
    return rows(
      processes.filter { !$0.isKernel }.map { ($0.name, $0.pid ?? -1, $0.footprint?.bytes) })
  }

  private func machine(_ number: Int) -> Machine {
    var machine = MachineMaker.machine(Plan(number: number))
    machine.processes.removeAll { $0.pid == 0 || $0.name == "kernel_task" }
    return machine
  }

  private func expected(_ machine: Machine, _ known: (Machine.Process) -> Int?) -> [String] {
    rows(machine.processes.map { ($0.name, $0.pid, known($0)) })
  }

  @Test(arguments: machines)
  func taskInfo(_ number: Int) {
    let machine = machine(number)
    #expect(
      listed(TaskInfoPrinter(machine: machine).print(), .taskInfo)
        == expected(machine) { TaskInfoPrinter.known($0.footprint).bytes })
  }

  /// Whole KB below 10 MB, else hundredths of MB; both rounded.
  @Test(arguments: machines)
  func spindump(_ number: Int) {
    let machine = machine(number)
    let known = { (process: Machine.Process) -> Int in
      let size = process.footprint
      if size < 10.mib { return (size + 512) / 1024 * 1024 }
      return Int(
        (String.fixed(Double(size) / Double(1.mib), 2).number * Double(1.mib)).rounded())
    }
    #expect(
      listed(SpindumpPrinter(machine: machine, isComplete: true).print(), .spindump)
        == expected(machine, known))
  }

  /// top truncates to its unit and cuts names after 16 letters.
  @Test(arguments: machines)
  func top(_ number: Int) {
    let machine = machine(number)
    let known = { (size: Int) -> Int in
      if size < 100.kib { return size }
      return size.roundedDown(to: size < 10_000.kib ? 1.kib : 1.mib)
    }
    let cut = machine.processes.map { process in
      var name = String(process.name.prefix(16))
      while name.last == " " { name.removeLast() }
      return (name, process.pid, Optional(known(process.footprint)))
    }
    let pages = Pages(
      free: 1, active: 1, inactive: 1, speculative: 1, wired: 1, purgeable: 1, fileBacked: 1,
      anonymous: 1, stored: 1, compressor: 1)
    let text = TopPrinter(machine: machine, isComplete: true, pages: pages).print()
    #expect(listed(text, .top) == rows(cut))
  }

  @Test(arguments: machines)
  func jetsamPriority(_ number: Int) {
    let machine = machine(number)
    #expect(
      listed(JetsamPriorityPrinter(machine: machine).print(), .jetsamPriority)
        == expected(machine) { $0.footprint.wholeKiB })
  }

  @Test(arguments: machines)
  func ps(_ number: Int) {
    let machine = machine(number)
    let section = read(PSPrinter(machine: machine).print(), as: .ps)
    #expect(section.coverage.unreadLines == [])
    let processes = (section.content as? RunningProcesses)?.processes ?? []
    #expect(processes.map(\.pid) == machine.processes.map(\.pid).sorted())
    #expect(processes.allSatisfy { $0.footprint == nil })
  }
}
