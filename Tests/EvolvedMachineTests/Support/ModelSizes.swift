@testable import MachineGenerator

/// What a machine's things hold by name, as the model has it, and how well it can be printed.
///
/// Families come from the formats' own list of heaps, not from the program's dictionary.
struct ModelSizes {
  private(set) var bytes: [String: Int] = [:]
  /// The names of things that are printed without a size.
  private(set) var unsized: Set<String> = []
  /// The largest error of the printed sizes.
  private(set) var tolerance: [String: Int] = [:]

  var sum: Int { bytes.values.reduce(0, +) }

  private mutating func add(_ name: String, _ size: Int, off: Int) {
    bytes[name, default: 0] += size
    tolerance[name, default: 0] += off
  }

  /// zprint truncates sizes to whole KiB.
  private static let kibibyte = 1023

  static func family(of zone: String) -> String {
    let heaps = [
      ("data_shared.kalloc.", "data.kalloc."), ("default.kalloc.", "kalloc."),
      ("kext.kalloc.", "kalloc."), ("early.kalloc.", "kalloc."),
    ]
    for (heap, family) in heaps where zone.hasPrefix(heap) {
      return family + zone.dropFirst(heap.count)
    }
    return zone
  }

  /// The name as printed by zprint, without the mark of a truncated one.
  private static func printed(_ name: String, _ layout: ZprintLayout) -> String {
    String(name.map { $0 == " " ? "." : $0 }.prefix(layout.nameWidth - 1))
  }

  static func zones(_ capture: Capture) -> ModelSizes {
    var sizes = ModelSizes()
    guard let layout = capture.plan.zprint else { return sizes }
    for zone in capture.machine.zones {
      sizes.add(printed(zone.name, layout), zone.current, off: kibibyte)
    }
    return sizes
  }

  static func wired(_ capture: Capture) -> ModelSizes {
    var sizes = ModelSizes()
    guard capture.plan.zprint?.hasTables == true else { return sizes }
    for row in capture.machine.shownWired where !row.isBreakdown {
      sizes.add(row.name, row.size, off: kibibyte)
    }
    return sizes
  }

  /// The kernel by zone families and, with a wired table, by its rows.
  static func components(_ capture: Capture) -> ModelSizes {
    var sizes = ModelSizes()
    for (name, size) in wired(capture).bytes where name != "VM_KERN_MEMORY_MLOCK" {
      sizes.add(name, size, off: 0)
    }
    let tolerance = wired(capture).tolerance
    for name in sizes.bytes.keys { sizes.tolerance[name] = tolerance[name] }
    let zones = zones(capture)
    for (name, size) in zones.bytes {
      sizes.add("zone " + family(of: name), size, off: zones.tolerance[name] ?? 0)
    }
    return sizes
  }

  static func kexts(_ capture: Capture) -> ModelSizes {
    var sizes = ModelSizes()
    guard capture.plan.kextstat != nil else { return sizes }
    for kext in capture.machine.kexts {
      if let wired = kext.wired {
        sizes.add(kext.name, wired, off: 0)
      } else {
        sizes.unsized.insert(kext.name)
      }
    }
    return sizes
  }

  static func processes(_ capture: Capture) -> ModelSizes {
    var sizes = ModelSizes()
    guard let layout = capture.plan.footprint else { return sizes }
    for process in capture.machine.processes where process.pid != 0 {
      guard process.reasons.isEmpty else {
        sizes.unsized.insert(process.name)
        continue
      }
      let (size, off) = printedFootprint(process, layout)
      sizes.add(process.name, size, off: off)
    }
    return sizes
  }

  /// A process's footprint; half of the last place that footprint prints of a size is at most 6 %.
  static func printedFootprint(
    _ process: Machine.Process, _ layout: FootprintLayout
  ) -> (bytes: Int, off: Int) {
    let size = process.footprint
    return switch layout.unit {
    case .bytes: (size, 0)
    case .pages: (size / process.pageSize * process.pageSize, 0)
    case .formatted: (size, size * 6 / 100 + 2)
    }
  }
}
