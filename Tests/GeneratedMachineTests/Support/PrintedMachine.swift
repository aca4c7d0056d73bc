import AllocationBalance
import MemorySections
import Testing

/// A machine, all that the tools print of it, and the reading of that.
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

  /// All sections of the machine, sysctl's too.
  func sections() throws -> [Section] {
    var sections = texts.map { read($0.text.text, as: $0.kind) }
    if plan.hasSysctl {
      let text = "hw.pagesize: \(machine.pageSize)\nhw.memsize: \(machine.installed)\n"
      sections.append(read(text, as: .sysctl))
    }
    return sections
  }

  func snapshot() throws -> Snapshot { Self.snapshot(try sections()) }

  static func snapshot(_ sections: [Section]) -> Snapshot {
    Snapshot(
      archive: CapturedArchive(path: "generated.tar.gz"), scan: ScanSummary(outcome: .complete),
      sections: sections)
  }

  /// Reads everything and compares it.
  func compare() throws -> Comparison {
    var comparison = Comparison()
    let sections = try sections()
    for (section, printed) in zip(sections, texts) {
      comparison.compare(section, printed.text)
      if case .zprint(let zprint) = section.content, let layout = plan.zprint {
        comparison.compareGeneration(zprint, layout)
      }
      if case .kextstat(let kextstat) = section.content, let layout = plan.kextstat {
        comparison.compareGeneration(kextstat, layout)
      }
    }
    comparison.compareBalance(Self.snapshot(sections), machine, plan)
    return comparison
  }
}

/// Reads a member's text in chunks whose sizes are given over and over.
func read(_ text: String, as kind: SectionKind, chunks: [Int] = [1 << 16]) -> Section {
  let reader = SectionCatalog.reader(for: kind, member: "generated/\(kind.rawValue)")
  let bytes = Array(text.utf8)
  var (start, turn) = (0, 0)
  while start < bytes.count {
    let end = min(start + chunks[turn % chunks.count], bytes.count)
    bytes[start..<end].withUnsafeBytes { reader.read($0.bytes) }
    (start, turn) = (end, turn + 1)
  }
  return reader.finish(isWhole: true)
}
