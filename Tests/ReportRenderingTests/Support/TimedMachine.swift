import AllocationBalance
import MemorySections

@testable import MachineGenerator

/// A small machine at some hour after boot, whose heap grows by 1 GB an hour.
enum TimedMachine {
  /// The generator's machine; that of the shipped archives has the same name.
  private typealias Model = MachineGenerator.Machine

  private static let boot = 1_772_000_000

  /// What is read of the machine.
  ///
  /// - Parameters:
  ///   - hours: since boot.
  ///   - host: the machine's own name.
  ///   - boots: how often it was booted before, a day after the last time each.
  ///   - jetsam: whether a JetsamEvent states the room that zones have.
  /// - Returns: its zprint, kextstat, footprint and sysctl, read.
  static func snapshot(
    hours: Int, host: String = "studio.local", boots: Int = 0, jetsam: Bool = false
  ) -> Snapshot {
    let started = boot + boots * 86_400
    var archive = CapturedArchive(path: "\(host)-\(boots)-\(hours).tar.gz")
    archive.capturedSeconds = started + hours * 3600
    archive.capturedAt = "2026-02-25T\(hours + 10):13:20+00:00"
    let sysctl =
      "hw.memsize: 38654705664\nhw.model: Mac16,5\nkern.osversion: 25A354\nkern.hostname: \(host)\n"
      + "kern.boottime: { sec = \(started), usec = 1 } Wed Feb 25 06:13:20 2026\n"
    let machine = machine(hours: hours)
    var layout = ZprintLayout(number: 0)
    layout.form = .i
    var sections = [
      read(ZprintPrinter(machine: machine, layout: layout).print().text, as: .zprint),
      read(
        KextstatPrinter(machine: machine, layout: KextstatLayout(form: .k6)).print().text,
        as: .kextstat),
      read(
        FootprintPrinter(machine: machine, layout: FootprintLayout()).print().text, as: .footprint),
      read(sysctl, as: .sysctl),
    ]
    if jetsam {
      let report = "{\"memoryStatus\" : {\n\"zoneMapSize\" : 1,\n\"zoneMapCap\" : \(24 << 30)\n}}\n"
      sections.append(read(report, as: .jetsam))
    }
    return Snapshot(
      archive: archive, scan: ScanSummary(outcome: .complete), sections: sections)
  }

  private static func machine(hours: Int) -> Model {
    let sizes = [("data.kalloc.1024", (64 << 20) + hours << 30), ("vnodes", 80 << 20)]
    var machine = Model(
      zones: sizes.map { name, size in
        Model.Zone(
          name: name, element: 1024, current: size, maximum: size, inUse: size / 1024,
          allocation: 16384)
      })
    machine.wired = [
      Model.Wired(name: "VM_KERN_MEMORY_PTE", kind: .tag, tag: 11, size: (20 + hours) << 20),
      Model.Wired(name: "VM_KERN_MEMORY_BSD", kind: .tag, tag: 2, size: 8 << 20),
    ]
    machine.kexts = [kext("com.apple.iokit.Steady", 8)]
    if hours < 4 {
      machine.kexts.append(kext("com.example.driver.Widget", 9))
      machine.wired.append(
        Model.Wired(
          name: "com.example.driver.Widget", kind: .kext(loadTag: 9), tag: 60, size: 4 << 20))
    }
    var process = Model.Process(name: "Editor", pid: 40)
    process.own.categories = [Model.Category(name: "MALLOC_SMALL", dirty: (hours * 5) << 20)]
    var helper = Model.Process(name: "Editor Helper (Renderer)", pid: 41)
    helper.own.categories = [Model.Category(name: "MALLOC_SMALL", dirty: (hours * 2) << 20)]
    machine.processes = [process, helper]
    machine.countedAsWired = machine.wiredTotal
    return machine
  }

  private static func kext(_ name: String, _ index: Int) -> Model.Kext {
    Model.Kext(
      index: index, references: 0, address: 0, size: 65536, wired: 65536, name: name, version: "1",
      links: [])
  }
}
