/// The processes of archives without footprint, from the model.
extension ArchiveTruth {
  /// What a reader of taskinfo.txt knows of the processes and their apps.
  var listed: [String: JSONText] {
    let kin = ProcessKin(machine)
    let rows = machine.largestProcesses.map { process in
      let (known, peak) = (
        TaskInfoPrinter.known(process.footprint), TaskInfoPrinter.known(process.lifetimePeak)
      )
      return [
        "name": .string(process.name), "pid": .int(process.pid),
        "app": .string(kin.app(of: process.pid)), "exactBytes": .int(process.footprint),
        "printedBytes": .int(known.bytes), "toleranceBytes": .int(known.tolerance),
        "peakBytes": .int(peak.bytes),
      ] as JSONText
    }
    let apps = Dictionary(grouping: machine.processes) { kin.app(of: $0.pid) }
    let groups = apps.sorted { $0.key < $1.key }.map { app, processes in
      let sizes = processes.map { TaskInfoPrinter.known($0.footprint).bytes }
      return [
        "app": .string(app), "processCount": .int(processes.count),
        "printedBytes": .int(sizes.reduce(0, +)),
      ] as JSONText
    }
    return ["listedProcesses": .array(rows), "groups": .array(groups)]
  }

  /// The users' memory: taskinfo's processes without kernel_task.
  var listedUser: JSONText {
    let known = machine.processes.map { TaskInfoPrinter.known($0.footprint) }
    return [
      "source": "taskinfo", "exactBytes": .int(machine.processes.map(\.footprint).reduce(0, +)),
      "printedBytes": .int(known.map(\.bytes).reduce(0, +)),
      "toleranceBytes": .int(known.map(\.tolerance).reduce(0, +)),
      "processesWithoutFootprint": .int(0),
    ]
  }
}
