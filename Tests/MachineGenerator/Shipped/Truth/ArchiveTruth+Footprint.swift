/// footprint's processes, and the figures of the balance.
extension ArchiveTruth {
  var footprint: [String: JSONText] {
    let task = KernelTaskMaker.process(machine)
    var kernel: [String: JSONText] = [
      "footprint": size(task.footprint), "categoryCount": .int(task.own.categories.count),
    ]
    if !archive.isLean { kernel["categories"] = .array(task.own.categories.map(category)) }
    return [
      "processes": .array(mac.footprintOrder.filter { $0.pid != 0 }.map(process)),
      "processCount": .int(machine.processes.count), "kernelTask": .object(kernel),
      "summary": size(mac.summaryCategories.map(\.dirty).reduce(0, +)),
    ]
  }

  private func category(_ category: Machine.Category) -> JSONText {
    [
      "name": .string(category.name), "dirtyBytes": .int(category.dirty),
      "cleanBytes": .int(category.clean), "reclaimableBytes": .int(category.reclaimable),
      "regions": .int(category.regions), "detail": .string(category.detail ?? ""),
    ]
  }

  private func process(_ process: Machine.Process) -> JSONText {
    let isKnown = process.reasons.isEmpty
    return [
      "name": .string(process.name), "pid": .int(process.pid),
      "footprint": isKnown ? size(process.footprint) : .null,
      "peak": isKnown ? size(process.peak ?? 0) : .null,
      "errors": .array(process.reasons.map { .string($0) }),
      "categoryCount": .int(process.own.categories.count),
      "isTranslated": .bool(process.isTranslated),
    ]
  }

  /// A size in footprint's format, with the parser's value for it.
  private func printed(_ bytes: Int) -> (text: String, bytes: Int, tolerance: Int) {
    let text = FootprintSizes(unit: .formatted, gigabytes: mac.gigabytes).formatted(bytes).text
    let fields = text.split(separator: " ").map(String.init)
    let scale = ["B": 1, "KB": 1.kib, "MB": 1.mib, "GB": 1.gib, "TB": 1024.gib][fields[1]] ?? 1
    let known = (fields[0].number * Double(scale)).rounded(.toNearestOrEven)
    return (text, Int(known), scale / (fields[0].contains(".") ? 20 : 2))
  }

  private func size(_ bytes: Int) -> JSONText {
    let printed = printed(bytes)
    return [
      "exactBytes": .int(bytes), "printedBytes": .int(printed.bytes),
      "toleranceBytes": .int(printed.tolerance), "text": .string(printed.text),
    ]
  }

  /// The processes with complete sections before the end of a truncated footprint-all.txt.
  func before(cut name: String) -> JSONText {
    func row(_ process: Machine.Process) -> JSONText {
      [
        "name": .string(process.name), "pid": .int(process.pid),
        "footprint": size(process.footprint),
      ]
    }
    let order = mac.footprintOrder
    guard let place = order.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("no process \(name)")
    }
    return [
      "wholeProcesses": .array(order[..<place].map(row)), "endsInTheTableOf": row(order[place]),
    ]
  }

  /// The users' memory: footprint's processes without kernel_task.
  var user: JSONText {
    let known = machine.processes.filter(\.reasons.isEmpty).map(\.footprint)
    return [
      "source": "footprint.processes", "exactBytes": .int(known.reduce(0, +)),
      "printedBytes": .int(known.map { printed($0).bytes }.reduce(0, +)),
      "toleranceBytes": .int(known.map { printed($0).tolerance }.reduce(0, +)),
      "processesWithoutFootprint": .int(machine.processes.count - known.count),
    ]
  }

  /// zprint's X without MLOCK, else footprint's kernel_task, else the zones as a lower bound, else
  /// vm_stat's wired pages.
  var kernel: JSONText {
    if isWhole("zprint.txt"), mac.showsWired {
      return [
        "source": "zprint.wired", "isLowerBound": false,
        "exactBytes": .int(machine.wiredBytes - machine.mlockBytes),
        "printedBytes": .int(printedTotal - machine.mlockBytes.wholeKiB),
      ]
    }
    if isWhole("footprint-all.txt") {
      let footprint = KernelTaskMaker.process(machine).footprint
      return [
        "source": "footprint.kernelTask", "isLowerBound": false, "exactBytes": .int(footprint),
        "printedBytes": .int(printed(footprint).bytes),
        "toleranceBytes": .int(printed(footprint).tolerance),
      ]
    }
    if !isWhole("zprint.txt"), isWhole("vm_stat.txt"), let wired = mac.pages?.wired {
      let bytes = wired * machine.pageSize
      return [
        "source": "vmStat.wired", "isLowerBound": false, "exactBytes": .int(bytes),
        "printedBytes": .int(bytes),
      ]
    }
    guard isWhole("zprint.txt") else { return .null }
    return [
      "source": "zprint.zones", "isLowerBound": true, "exactBytes": .int(machine.zoneBytes),
      "printedBytes": .int(machine.zoneBytes),
    ]
  }
}
