import AllocationBalance
import MemoryAnalysis
import MemorySections

@testable import MachineGenerator

/// The balance and the ledger by the design's rules.
extension Comparison {
  mutating func compareBalance(_ snapshot: Snapshot, _ machine: Machine, _ plan: Plan) {
    let report = Report(snapshot)
    compareKernel(report, machine, plan)
    compareUser(report, machine, plan)
    compareLedger(report, machine)
    same("installed", report.balance.installed?.bytes, plan.hasSysctl ? machine.installed : nil)
  }

  /// The wired table minus MLOCK; or else kernel_task; or else the zones.
  private mutating func compareKernel(_ report: Report, _ machine: Machine, _ plan: Plan) {
    guard let kernel = report.balance.kernel else {
      same("a kernel's figure", expectsKernel(machine, plan), false)
      return
    }
    if let layout = plan.zprint, layout.hasTables {
      same("origin", kernel.origin, .wiredTable)
      let rows = machine.shownWired.filter { !$0.isBreakdown && !$0.name.hasSuffix("_MLOCK") }
      // For redacted zones, the size of their elements in use is known.
      let used = machine.zones.map(\.used).reduce(0, +)
      let zones = machine.hidesSizes ? used : machine.zonesSize / 1024 * 1024
      let printed = rows.map { $0.size / 1024 * 1024 }.reduce(zones, +)
      same("kernel", kernel.quantity.bytes, printed)
      let exact = rows.map(\.size).reduce(machine.hidesSizes ? used : machine.zonesSize, +)
      same("kernel, within", abs(kernel.quantity.bytes - exact) <= kernel.quantity.tolerance, true)
    } else if let size = kernelTask(machine, plan) {
      same("origin", kernel.origin, .kernelTask)
      same(
        "kernel_task, within", abs(kernel.quantity.bytes - size) <= kernel.quantity.tolerance, true)
    } else if !(report.snapshot.zprint?.zones.isEmpty ?? true)
      || report.snapshot.zprint?.totals.size != nil
    {
      same("origin", kernel.origin, .zones)
      compareZones(kernel, report, machine, plan)
    } else {
      same("origin", kernel.origin, .vmStatWired)
      same("wired", kernel.quantity, report.snapshot.vmStat?.size(.wired))
    }
  }

  private mutating func compareZones(
    _ kernel: KernelFigure, _ report: Report, _ machine: Machine, _ plan: Plan
  ) {
    guard let layout = plan.zprint, report.snapshot.section(.zprint)?.outcome == .parsed else {
      return
    }
    let sum = machine.zones.map { $0.current / 1024 * 1024 }.reduce(0, +)
    let least = machine.zones.map { $0.inUse > 0 ? $0.used : 0 }.reduce(0, +)
    if machine.hidesSizes, machine.zones.contains(where: { $0.inUse > 0 }) {
      same("zones, at least", kernel.quantity.bytes, least)
    } else if machine.zones.allSatisfy({ $0.wrapped == nil || $0.wrapped == .wasted }) {
      same(
        "zones", kernel.quantity.bytes,
        layout.hasTotals ? machine.zonesSize : machine.hidesSizes ? 0 : sum)
    }
  }

  /// The processes' footprints without kernel_task.
  private mutating func compareUser(_ report: Report, _ machine: Machine, _ plan: Plan) {
    guard let layout = plan.footprint else { return }
    let users = machine.processes.filter { $0.name != "kernel_task" }
    let examined = users.filter(\.reasons.isEmpty)
    guard !examined.isEmpty else { return }
    let sum = examined.map { process in
      layout.unit == .pages
        ? process.footprint / process.pageSize * process.pageSize : process.footprint
    }.reduce(0, +)
    let user = report.balance.user
    // With two or more processes the summary is the end.
    let isCut = !layout.summary && machine.processes.count != 1
    let within = user.map { abs($0.quantity.bytes - sum) <= $0.quantity.tolerance } ?? false
    holds("users: \(user.map { "\($0.quantity)" } ?? "nothing"), printed \(sum)", within)
    same("users, at least", user?.isLowerBound, examined.count < users.count || isCut)
  }

  private func kernelTask(_ machine: Machine, _ plan: Plan) -> Int? {
    guard let layout = plan.footprint,
      let process = machine.processes.first(where: { $0.name == "kernel_task" })
    else { return nil }
    return layout.unit == .pages
      ? process.footprint / process.pageSize * process.pageSize : process.footprint
  }

  private func expectsKernel(_ machine: Machine, _ plan: Plan) -> Bool {
    if kernelTask(machine, plan) != nil { return true }
    guard let layout = plan.zprint else { return false }
    return layout.hasTables || layout.hasTotals
      || !layout.omitsHeading && machine.zones.contains { $0.wrapped == nil }
        && !layout.form.fieldsMayTouch
  }

  /// The kernel's figure, plus the memory beyond zones known to vm_stat or kextstat.
  private func wholeKernel(_ report: Report, _ kernel: KernelFigure) -> Int {
    guard kernel.origin == .zones else { return kernel.quantity.bytes }
    let (wired, zones) = (report.snapshot.vmStat?.size(.wired)?.bytes ?? 0, kernel.quantity.bytes)
    return wired > zones ? wired : zones + (report.snapshot.kextstat?.imageSize.bytes ?? 0)
  }

  /// Checks that every byte is counted once, with the rest as unexplained.
  private mutating func compareLedger(_ report: Report, _ machine: Machine) {
    let (ledger, balance) = (report.ledger, report.balance)
    let counted = ledger.entries.filter(\.isCounted)
    let sum = counted.compactMap(\.quantity).sum().bytes
    if let unexplained = ledger.unexplained {
      same("counted and unexplained", sum + unexplained.bytes, machine.installed)
    }
    if let kernel = balance.kernel {
      same("kernel's entries", ledger.counted(.kernel).bytes, wholeKernel(report, kernel))
    }
    let names = counted.map(\.component)
    let repeated = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    let sites = Set(machine.wired.map(\.name))
    same("counted twice", repeated.filter { !sites.contains($0) }, [])
    let holdsBootMemory = report.snapshot.zprint?.wired.contains {
      $0.name == "VM_KERN_COUNT_BOOT_STOLEN"
    }
    if holdsBootMemory == true {
      same("boot memory twice", names.contains(LedgerComponent.bootCarveOut), false)
    }
  }
}
