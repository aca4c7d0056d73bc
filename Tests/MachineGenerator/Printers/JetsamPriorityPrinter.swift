/// Prints jetsam_priority.csv: the largest processes first within each priority.
struct JetsamPriorityPrinter {
  let machine: Machine

  /// The member's text.
  func print() -> String {
    let rows = machine.largestProcesses.map { process in
      let isApp = process.name.first?.isUppercase == true
      let (priority, name) = isApp ? (100, "FOREGROUND") : (40, "BACKGROUND")
      return (
        priority,
        "\(process.name),\(process.pid),\(priority),\(name),\(process.footprint / 1024),"
          + "\(process.lifetimePeak / 1024)"
      )
    }
    let ordered = rows.filter { $0.0 == 40 } + rows.filter { $0.0 != 40 }
    return
      (["name,pid,priority,priority_name,footprint,footprint_peak"] + ordered.map(\.1))
      .map { $0 + "\n" }.joined()
  }
}
