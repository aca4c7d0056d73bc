import AllocationBalance
import MemoryAnalysis
import MemorySections

@testable import MachineGenerator

/// Checks a comparison of two captures against their common model.
final class ComparisonCheck {
  private(set) var failures: [String] = []
  private(set) var values = 0
  private let comparison: Comparison
  private let old: Capture
  private let new: Capture

  init(_ old: Capture, _ new: Capture) {
    self.old = old
    self.new = new
    comparison = Comparison(old.snapshot(), new.snapshot())
    check("zone", comparison.zones, ModelSizes.zones)
    check("wired row", comparison.wired, ModelSizes.wired)
    check("kext", comparison.kexts, ModelSizes.kexts)
    check("process", comparison.processes, ModelSizes.processes)
    if comparison.kernel?.origin != KernelFigure.Origin.kernelTask.rawValue {
      check("component", comparison.components, ModelSizes.components)
    }
    checkKernel()
    checkUser()
    checkRates()
  }

  private func holds(_ condition: Bool, _ message: @autoclosure () -> String) {
    values += 1
    if !condition { failures.append(message()) }
  }

  /// Checks that every item of either capture occurs once, with its change, largest first.
  private func check(
    _ what: String, _ changes: [Change], _ model: (Capture) -> ModelSizes
  ) {
    let (older, newer) = (model(old), model(new))
    let unsized = older.unsized.union(newer.unsized)
    let names = Set(older.bytes.keys).union(newer.bytes.keys).union(unsized)
    holds(
      Set(changes.map(\.name)) == names && changes.count == names.count,
      "\(what): \(changes.map(\.name).sorted()), not \(names.sorted())")
    for change in changes where names.contains(change.name) {
      let name = change.name
      let isUnlisted = [older, newer].contains { $0.bytes[name] == nil }
      if unsized.contains(name) || isUnlisted && what == "process" && !listsAllProcesses {
        holds(change.status == .unknown && change.delta == nil, "\(what) \(name) is unknown")
        continue
      }
      let truth = (newer.bytes[name] ?? 0) - (older.bytes[name] ?? 0)
      let off = (older.tolerance[name] ?? 0) + (newer.tolerance[name] ?? 0)
      let isTrue = change.delta.map { delta in
        abs(delta.bytes - truth) <= delta.tolerance && delta.tolerance <= off
      }
      holds(isTrue ?? false, "\(what) \(name): \(change.delta as Any), not \(truth) ± \(off)")
      holds(
        statuses(older.bytes[name], newer.bytes[name], off).contains(change.status),
        "\(what) \(name): \(change.status) from \(change.old as Any) to \(change.new as Any)")
    }
    let magnitudes = changes.compactMap(\.delta?.bytes.magnitude)
    holds(magnitudes == magnitudes.sorted(by: >), "\(what): not sorted")
  }

  /// Whether footprint ran over all processes, the kernel or launchd among them, and to its end.
  private var listsAllProcesses: Bool {
    [old, new].allSatisfy { $0.machine.processes.contains { $0.pid == 0 || $0.pid == 1 } }
      && [comparison.old, comparison.new].allSatisfy { $0.section(.footprint)?.outcome == .parsed }
  }

  /// The allowed statuses of an item; a change within the printed precision may count as the same.
  private func statuses(_ old: Int?, _ new: Int?, _ off: Int) -> [Change.Status] {
    guard let old else { return [.new] }
    guard let new else { return [.gone] }
    if new == old { return [.same] }
    let moved: Change.Status = new > old ? .grew : .shrank
    return abs(new - old) > 2 * off ? [moved] : [moved, .same]
  }

  private func checkKernel() {
    let origin = expectedOrigin
    holds(
      comparison.kernel?.origin == origin?.rawValue,
      "kernel by \(comparison.kernel?.origin ?? "nothing"), not \(origin as Any)")
    guard let origin, let kernel = comparison.kernel else { return }
    let truth = Self.kernel(new, origin) - Self.kernel(old, origin)
    holds(
      abs(kernel.delta.bytes - truth) <= kernel.delta.tolerance,
      "kernel \(kernel.delta), not \(truth)")
    guard let explained = kernel.explained, let unexplained = kernel.unexplained else {
      holds(origin == .vmStatWired || origin == .topWired, "kernel \(kernel) is not broken down")
      return
    }
    holds(
      explained.bytes + unexplained.bytes == kernel.new.bytes - kernel.old.bytes,
      "kernel \(kernel) does not add up")
    let cut = cutPages(origin)
    holds(
      abs(unexplained.bytes) <= unexplained.tolerance + cut, "kernel unexplained \(unexplained)")
    holds(
      abs(explained.bytes - truth) <= unexplained.tolerance + cut,
      "kernel explained \(explained), not \(truth)")
  }

  /// The bytes that `footprint -f pages` cuts off the model's categories, which may not be whole
  /// pages.
  private func cutPages(_ origin: KernelFigure.Origin) -> Int {
    guard origin == .kernelTask, old.plan.footprint?.unit == .pages else { return 0 }
    return [old, new].flatMap(\.machine.processes).filter { $0.pid == 0 }
      .map { ($0.own.categories.count + 1) * $0.pageSize }.reduce(0, +)
  }

  private var expectedOrigin: KernelFigure.Origin? {
    if old.plan.zprint?.hasTables == true { return .wiredTable }
    let hasKernelTask = old.machine.processes.contains { $0.pid == 0 }
    if old.plan.footprint != nil, hasKernelTask { return .kernelTask }
    if !old.machine.zones.isEmpty { return .zones }
    return old.plan.vmStat == nil ? nil : .vmStatWired
  }

  private static func kernel(_ capture: Capture, _ origin: KernelFigure.Origin) -> Int {
    let machine = capture.machine
    switch origin {
    case .wiredTable:
      let mlock = machine.shownWired.first { $0.name == "VM_KERN_MEMORY_MLOCK" }
      return machine.wiredTotal - (mlock?.size ?? 0)
    case .zones: return machine.zonesSize
    case .vmStatWired, .topWired:
      let wired = machine.pages.first { $0.name.contains("wired") }?.count ?? 0
      return wired * machine.pageSize
    case .kernelTask:
      guard let layout = capture.plan.footprint,
        let kernel = machine.processes.first(where: { $0.pid == 0 })
      else { return 0 }
      return ModelSizes.printedFootprint(kernel, layout).bytes
    }
  }

  private func checkUser() {
    let (older, newer) = (ModelSizes.processes(old), ModelSizes.processes(new))
    guard !older.bytes.isEmpty, !newer.bytes.isEmpty else { return }
    let truth = newer.sum - older.sum
    holds(
      comparison.user.map { abs($0.delta.bytes - truth) <= $0.delta.tolerance } ?? false,
      "user \(comparison.user as Any), not \(truth)")
    let areKnown = comparison.processes.allSatisfy { $0.status != .unknown }
    holds(
      comparison.user?.unexplained?.bytes == 0 || !areKnown,
      "user unexplained \(comparison.user as Any)")
  }

  /// Checks that rates are differences over elapsed hours, only within one boot and only forwards.
  private func checkRates() {
    let isOneBoot = abs((old.bootTime ?? 0) - (new.bootTime ?? 0)) <= 2
    holds(comparison.relation.isSameBoot == isOneBoot, "same boot: \(comparison.relation)")
    holds(comparison.relation.isSameMachine == true, "same machine: \(comparison.relation)")
    let elapsed = new.seconds - old.seconds
    holds(comparison.relation.elapsedSeconds == elapsed, "elapsed: \(comparison.relation)")
    for change in comparison.components where change.status != .unknown {
      let rate = comparison.perHour(change)
      guard isOneBoot, elapsed > 0 else {
        holds(rate == nil, "\(change.name): a rate over a reboot, or backwards in time")
        continue
      }
      let bytes = rate.map { Double($0) * Double(elapsed) / 3600 }
      holds(
        bytes.map { abs($0 - Double(change.delta?.bytes ?? .max)) <= Double(elapsed) / 3600 }
          ?? false,
        "\(change.name): \(rate as Any) an hour for \(change.delta as Any)")
    }
  }
}
