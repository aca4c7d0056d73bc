@testable import MachineGenerator

/// A fictitious machine over some hours with known growth.
struct Evolution {
  let plan: Plan
  let course: Course
  /// The machine at the hours of the course.
  let captures: [Capture]

  /// Evolves a machine.
  ///
  /// - Parameters:
  ///   - machine: the machine at boot.
  ///   - plan: the layouts of its output.
  ///   - course: its events.
  ///   - seed: the seed of its noise.
  ///   - host: its host name.
  init(
    _ machine: Machine, _ plan: Plan, _ course: Course, seed: Int, host: String = "studio.local"
  ) {
    self.plan = plan
    self.course = course
    var random = SeededRandom(seed: UInt64(seed) &* 977 &+ 11)
    let start = 1_772_000_000 + seed * 100_000
    captures = course.hours.indices.map { place in
      let isRebooted = course.reboot.map { place >= $0 } ?? false
      let bootHour = isRebooted ? Self.rebootHour(course) : 0
      let state = Self.state(machine, plan, course, place, bootHour, &random)
      return Capture(
        machine: state, plan: plan, seconds: start + Self.seconds(course.hours[place]),
        // The boot time of one boot changes by a second when the clock is set.
        bootTime: start + Self.seconds(bootHour) + random.int(0...1), host: host)
    }
  }

  /// The time of the reboot: half way between the captures around it.
  private static func rebootHour(_ course: Course) -> Double {
    guard let reboot = course.reboot, reboot > 0 else { return 0 }
    return (course.hours[reboot - 1] + course.hours[reboot]) / 2
  }

  private static func seconds(_ hours: Double) -> Int { Int((hours * 3600).rounded()) }

  private static func state(
    _ machine: Machine, _ plan: Plan, _ course: Course, _ place: Int, _ bootHour: Double,
    _ random: inout SeededRandom
  ) -> Machine {
    var machine = machine
    let seconds = seconds(course.hours[place]) - seconds(bootHour)
    machine.shake(by: course.noise, &random)
    for (holder, rate) in course.leaks {
      let odd = course.odd.flatMap { $0.capture == place ? $0.bytes : nil } ?? 0
      machine.grow(holder, by: rate * seconds / 3600 + odd)
    }
    for warmUp in course.warmUps {
      let share = 1 - Decay.exponential(Double(seconds) / 3600 / warmUp.hours)
      machine.grow(.zone(warmUp.zone), by: Int(Double(warmUp.bytes) * share))
    }
    for (zone, bytes) in course.swings.sorted(by: { $0.key < $1.key }) {
      machine.grow(.zone(zone), by: random.int(0...bytes))
    }
    events(&machine, course, place)
    machine.countedAsWired = machine.wiredTotal + (64 << 20)
    if let kernel = machine.processes.firstIndex(where: { $0.pid == 0 }) {
      let maker = MachineMaker(random: SeededRandom(seed: 0), plan: plan)
      machine.processes[kernel] = maker.kernelTask(machine)
    }
    return machine
  }

  private static func events(_ machine: inout Machine, _ course: Course, _ place: Int) {
    if let reboot = course.reboot, place >= reboot { machine.renumber(by: 17) }
    if let rename = course.rename, place >= rename {
      for zone in machine.zones.indices where machine.zones[zone].name == Course.oldHeap {
        machine.zones[zone].name = Course.newHeap
      }
    }
    if let unload = course.unload, place >= unload.capture { machine.unload(unload.kext) }
    if let quit = course.quit, place >= quit.capture {
      machine.processes.removeAll { $0.name == quit.process }
    }
  }
}

/// The exponential function of a falling exponent.
enum Decay {
  /// e to the power of `-exponent`, as a series after repeated halving; exact to nine digits.
  static func exponential(_ exponent: Double) -> Double {
    if exponent > 0.5 {
      let half = exponential(exponent / 2)
      return half * half
    }
    var (sum, term) = (1.0, 1.0)
    for order in 1...10 {
      term *= -exponent / Double(order)
      sum += term
    }
    return sum
  }
}
