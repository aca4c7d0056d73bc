import AllocationBalance
import MemoryAnalysis
import MemorySections

@testable import MachineGenerator

/// A machine with the output of all tools and its parsed form.
struct PrintedMachine {
  let machine: Machine
  let plan: Plan
  let texts: [(kind: SectionKind, text: PrintedText)]

  init(_ machine: Machine, _ plan: Plan) {
    self.machine = machine
    self.plan = plan
    var texts: [(SectionKind, PrintedText)] = []
    if let layout = plan.zprint {
      texts.append((.zprint, ZprintPrinter(machine: machine, layout: layout).print()))
    }
    if let layout = plan.kextstat {
      texts.append((.kextstat, KextstatPrinter(machine: machine, layout: layout).print()))
    }
    if let layout = plan.footprint {
      texts.append((.footprint, FootprintPrinter(machine: machine, layout: layout).print()))
    }
    if let form = plan.vmStat {
      texts.append((.vmStat, VMStatPrinter(machine: machine, form: form).print()))
    }
    self.texts = texts
  }

  /// All sections of the machine, including sysctl's.
  func sections() -> [Section] {
    var sections = texts.map { read($0.text.text, as: $0.kind) }
    if plan.hasSysctl {
      let text = "hw.pagesize: \(machine.pageSize)\nhw.memsize: \(machine.installed)\n"
      sections.append(read(text, as: .sysctl))
    }
    return sections
  }

  func snapshot() -> Snapshot { Self.snapshot(sections()) }

  static func snapshot(_ sections: [Section]) -> Snapshot {
    Snapshot(
      archive: CapturedArchive(path: "generated.tar.gz"), scan: ScanSummary(outcome: .complete),
      sections: sections)
  }

  /// Reads everything and compares it.
  func compare() -> Comparison {
    var comparison = Comparison()
    let sections = sections()
    for (section, printed) in zip(sections, texts) {
      comparison.compare(section, printed.text)
      if let zprint = section.content as? Zprint, let layout = plan.zprint {
        comparison.compareGeneration(zprint, layout)
      }
      if let kextstat = section.content as? Kextstat, let layout = plan.kextstat {
        comparison.compareGeneration(kextstat, layout)
      }
    }
    comparison.compareBalance(Self.snapshot(sections), machine, plan)
    return comparison
  }
}
