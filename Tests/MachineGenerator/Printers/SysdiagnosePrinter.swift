/// A task of sysdiagnose as shown in its logs.
struct SysdiagnoseTask {
  var name: String
  var command: String
  var group: Group
  var seconds: Double
  /// Its time limit in seconds.
  var limit = 60
  var status = 0
  var isTimedOut = false
  /// Whether it runs only on Apple's internal machines.
  var isInternal = false

  /// The tasks that run sequentially or in parallel.
  enum Group: String {
    case memory = "Sequential group: memory"
    case traces = "Sequential group: traces"
    case system = "Concurrent group: system"
    case disks = "Concurrent group: disks"
    case network = "Concurrent group: network"
  }

  init(
    _ name: String, _ command: String, _ group: Group, _ seconds: Double, limit: Int = 60,
    status: Int = 0, isTimedOut: Bool = false, isInternal: Bool = false
  ) {
    (self.name, self.command, self.group) = (name, command, group)
    (self.seconds, self.limit, self.status) = (seconds, limit, status)
    (self.isTimedOut, self.isInternal) = (isTimedOut, isInternal)
  }
}

/// Prints sysdiagnose's report on its tasks: sysdiagnose.log and taskSummary.csv.
struct SysdiagnosePrinter {
  let machine: Machine
  let tasks: [SysdiagnoseTask]
  private var identity: Machine.Identity { machine.identity }
  private var run: [SysdiagnoseTask] { tasks.filter { !$0.isInternal } }

  /// Preamble, the conditions of every task, then starts and ends in order.
  func log(version: String) -> String {
    var lines = [
      (0, "sysdiagnose \(version) starting, mode: Customer"),
      (0, "build \(identity.build), model \(identity.model), user test-user"),
    ]
    for task in tasks {
      let need = task.isInternal ? "0011" : "0010"
      lines.append(
        (
          0,
          "\(task.name) (\(task.command)): Req - \(need) State - 00B8."
            + " Did conditions pass: \(task.isInternal ? 0 : 1)"
        ))
    }
    var micros = 0
    for task in run {
      lines.append((micros, "starting task \(task.name)"))
      micros += Int((task.seconds * 1_000_000).rounded())
      let end = task.isTimedOut ? "killed at its time limit" : "ended with status \(task.status)"
      let duration = String.fixed(task.seconds, 3)
      lines.append((micros, "task \(task.name) \(end) after \(duration) s"))
    }
    lines.append((micros, "archive written"))
    return lines.map { micros, text in
      let time = identity.captured.adding(micros / 1_000_000)
      let millis = "\(micros / 1000 % 1000)".zeros(3)
      return time.formatted("%Y-%m-%d %H:%M:%S") + ".\(millis) \(text)\n"
    }.joined()
  }

  /// `"command","exited with status N",seconds,limit` below the line of each group.
  var summary: String {
    var lines: [String] = []
    var groups: [SysdiagnoseTask.Group] = []
    for task in tasks where !groups.contains(task.group) { groups.append(task.group) }
    for group in groups {
      lines.append(group.rawValue)
      for task in run where task.group == group {
        let end = task.isTimedOut ? "timed out" : "exited with status \(task.status)"
        lines.append(
          "\"\(task.command)\",\"\(end)\",\(String.fixed(task.seconds, 6)),\(task.limit)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
