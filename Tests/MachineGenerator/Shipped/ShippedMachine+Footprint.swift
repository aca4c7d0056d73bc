/// The machine as footprint sees it.
extension ShippedMachine {
  /// Largest first, those without a figure last; kernel_task is sorted by size too.
  var footprintOrder: [Machine.Process] {
    var everyone = machine.processes
    if !machine.zones.isEmpty || !machine.wired.isEmpty {
      everyone.append(KernelTaskMaker.process(machine))
    }
    return everyone.sorted { one, other in
      let keys = [one, other].map { ($0.reasons.isEmpty ? 0 : 1, -$0.footprint, $0.pid) }
      return keys[0] < keys[1]
    }
  }

  /// The machine with its processes in footprint's order, their tables sorted and shared ones added;
  /// `dumped` are the names of processes whose regions are printed.
  func forFootprint(dumping dumped: Set<String> = []) -> Machine {
    var printed = machine
    printed.processes = footprintOrder.map { process in
      var process = process
      process.own.categories.sort(by: Machine.Category.isAbove)
      if dumped.contains(process.name) {
        // The dump is in the model's order, not in that of the table.
        let model = machine.processes.first { $0.pid == process.pid } ?? process
        process.regions = RegionMaker(machine: machine).regions(model)
      }
      process.shared = groups.filter { $0.pids.contains(process.pid) }.map {
        table($0, below: process.pid)
      }
      return process
    }
    printed.sharedCaches = [sharedCache].compactMap { $0 }.map { table($0, below: nil) }
    printed.summary = summaryCategories
    if let pages {
      printed.countedAsWired = pages.wired * machine.pageSize
      printed.countedAsUnwired =
        machine.swapUsed + (pages.compressor + pages.anonymous) * machine.pageSize
    }
    return printed
  }

  private func table(_ group: SharingGroup, below pid: Int?) -> Machine.Table {
    let others = machine.processes.filter { group.pids.contains($0.pid) && $0.pid != pid }
    let names = others.map { "\($0.name) [\($0.pid)]" }
    return Machine.Table(
      sharers: names.count <= 20 ? names : ["\(names.count) processes"],
      categories: group.categories.sorted(by: Machine.Category.isAbove))
  }

  /// All memory once: the processes' own, each shared group, the shared cache, kernel_task.
  var summaryCategories: [Machine.Category] {
    KernelTaskMaker.merged(
      footprintOrder.flatMap(\.own.categories) + allGroups.flatMap(\.categories)
    ).sorted(by: Machine.Category.isAbove)
  }
}
