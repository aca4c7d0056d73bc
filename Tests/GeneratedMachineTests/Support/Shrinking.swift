@testable import MachineGenerator

/// Makes a failing machine smaller while it still fails, with bounded effort.
struct Shrinking {
  private var plan: Plan
  private var machine: Machine
  private var triesLeft = 400

  /// The smallest failing machine that was found.
  static func smallest(_ machine: Machine, _ plan: Plan) -> PrintedMachine {
    var shrinking = Shrinking(plan: plan, machine: machine)
    shrinking.dropSections()
    shrinking.drop(\.zones)
    shrinking.drop(\.wired)
    shrinking.drop(\.maps)
    shrinking.drop(\.views)
    shrinking.drop(\.kexts)
    shrinking.drop(\.processes)
    shrinking.drop(\.sharedCaches)
    for place in shrinking.machine.processes.indices {
      shrinking.drop(\.processes[place].own.categories)
      shrinking.drop(\.processes[place].shared)
    }
    return PrintedMachine(shrinking.machine, shrinking.plan)
  }

  private init(plan: Plan, machine: Machine) {
    self.plan = plan
    self.machine = machine
  }

  private mutating func fails(_ machine: Machine, _ plan: Plan) -> Bool {
    guard triesLeft > 0 else { return false }
    triesLeft -= 1
    return !PrintedMachine(machine, plan).compare().differences.isEmpty
  }

  private mutating func dropSections() {
    var smaller = plan
    let steps: [(inout Plan) -> Void] = [
      { $0.vmStat = nil }, { $0.kextstat = nil }, { $0.footprint = nil }, { $0.zprint = nil },
    ]
    for step in steps {
      step(&smaller)
      if fails(machine, smaller) { plan = smaller } else { smaller = plan }
    }
  }

  /// Drops as many rows of a list as it can: halves first, then single ones.
  private mutating func drop<Row>(_ rows: WritableKeyPath<Machine, [Row]>) {
    var length = machine[keyPath: rows].count
    while length > 0 {
      var start = 0
      while start < machine[keyPath: rows].count {
        var smaller = machine
        let end = min(start + length, smaller[keyPath: rows].count)
        smaller[keyPath: rows].removeSubrange(start..<end)
        if fails(smaller, plan) { machine = smaller } else { start = end }
      }
      length /= 2
    }
  }
}
