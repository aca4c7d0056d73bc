/// A machine of the shipped archives, with the layouts of its tools.
struct ShippedMachine {
  var machine: Machine
  /// Memory mapped by several processes.
  var groups: [SharingGroup] = []
  /// The shared cache of libraries, which every process maps.
  var sharedCache: SharingGroup?
  /// nil if vm_stat is not collected.
  var pages: Pages?
  var zprint: ZprintForm?
  var kextstat: KextstatForm?
  var gigabytes = FootprintLayout.Gigabytes.whole

  var identity: Machine.Identity {
    get { machine.identity }
    set { machine.identity = newValue }
  }

  /// Memory that several processes map; footprint prints its table below each of them.
  struct SharingGroup {
    var pids: Set<Int>
    var categories: [Machine.Category]
  }

  /// All groups of sharers, the shared cache last.
  var allGroups: [SharingGroup] { groups + [sharedCache].compactMap { $0 } }

  /// Whether zprint shows the wired table.
  var showsWired: Bool { zprint?.hasTables == true && !machine.hidesSizes }

  /// zprint's Y: wired pages, plus the boot loader's memory if the wired table lists it.
  ///
  /// Generation E uses the row of tag 2, VM_KERN_MEMORY_BSD, instead (the formats' defect 2).
  var countedAsWired: Int {
    if zprint == .e {
      return machine.wired.first { $0.tag == 2 && $0.name.hasPrefix("VM_KERN_MEMORY") }?.size ?? 0
    }
    let stolen = machine.wired.filter { $0.name == "VM_KERN_COUNT_BOOT_STOLEN" }.map(\.size)
    return (pages?.wired ?? 0) * machine.pageSize + stolen.reduce(0, +)
  }

  /// The wired rows that are printed, in zprint's order.
  var printedWired: [Machine.Wired] {
    let rows = machine.shownWired
    if zprint == .e { return rows.sorted { $0.name < $1.name } }
    return rows.sorted { NaturalOrder.isBefore($0.name, $1.name) }
  }

  /// Dirty bytes in memory that are not wired, and bytes in the compressor or in swap.
  func resident() -> (held: Int, out: Int) {
    let own = machine.processes.map(\.own.total)
    let shared = allGroups.flatMap(\.categories)
    let held =
      own.map { $0.dirty - $0.swapped - $0.wired }.reduce(0, +)
      + shared.map { $0.dirty - $0.swapped }.reduce(0, +)
    return (held, own.map(\.swapped).reduce(0, +))
  }
}

/// zprint's order of names from 10.13 on: numbers in them are compared as numbers.
enum NaturalOrder {
  static func isBefore(_ left: String, _ right: String) -> Bool {
    let (left, right) = (parts(left), parts(right))
    for (one, other) in zip(left, right) where one != other {
      return switch (one, other) {
      case (.number(let one), .number(let other)): one < other
      case (.text(let one), .text(let other)): one < other
      case (.number, .text): true
      case (.text, .number): false
      }
    }
    return left.count < right.count
  }

  private enum Part: Equatable {
    case number(Int)
    case text(String)
  }

  private static func parts(_ name: String) -> [Part] {
    var parts: [Part] = []
    var rest = name[...]
    while let first = rest.first {
      let isNumber = first.isNumber
      let part = rest.prefix { $0.isNumber == isNumber }
      parts.append(isNumber ? .number(Int(part) ?? .max) : .text(String(part)))
      rest = rest.dropFirst(part.count)
    }
    return parts
  }
}
