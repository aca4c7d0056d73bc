/// Prints ps.txt of `ps axwww -o …`, with the path of each program.
struct PSPrinter {
  let machine: Machine

  /// The member's text.
  func print() -> String {
    let kin = ProcessKin(machine)
    let rows = machine.processes.sorted { $0.pid < $1.pid }.map { process in
      let resident = (process.footprint - process.swapped) * 3 / 2 / 1024
      let leader = kin.leader(of: process.pid)
      let parent = process.pid == 1 ? 0 : leader == process.pid ? 1 : leader
      let user = process.pid < 200 ? "root" : "tester"
      return user.left(16) + " " + "\(process.pid < 200 ? 0 : 501)".right(5)
        + " " + "\(process.pid)".right(5) + " " + "\(parent)".right(5)
        + "   0.0  0.1  31  0  4337036 " + "\(resident)".right(6)
        + " -        ??  Ss    7:00PM   0:03.01 " + kin.path(of: process)
    }
    let head =
      "USER               UID   PID  PPID  %CPU %MEM PRI NI      VSZ    RSS WCHAN    TT  STAT"
      + " STARTED      TIME COMMAND"
    return ([head] + rows).map { $0 + "\n" }.joined()
  }
}
