internal import AllocationBalance
internal import MemorySections

/// A section whose rows have tables of their own.
///
/// What is left of it, its head, is kept as JSON. Every other section is kept as JSON whole.
protocol TabledSection: MemorySection {
  /// What is not in rows.
  associatedtype Head: Codable

  var head: Head { get }

  /// Adds the rows of the section.
  func write(to snapshot: inout SnapshotRows)

  /// Makes the section from its parts; without rows when `rows` is nil.
  init(_ head: Head, _ rows: SectionRows?) throws
}

extension Zprint: TabledSection {
  /// zprint without its rows.
  struct Head: Codable {
    let generation: ZprintGeneration
    let zonesRow: Quantity?
    let printedTotal: WiredTotal?
    let totals: PrintedZoneTotals
  }

  var head: Head {
    Head(generation: generation, zonesRow: zonesRow, printedTotal: printedTotal, totals: totals)
  }

  func write(to snapshot: inout SnapshotRows) {
    snapshot.list(zones)
    snapshot.list(wired)
    snapshot.list(maps)
    snapshot.list(views)
  }

  init(_ head: Head, _ rows: SectionRows?) throws {
    self.init(
      generation: head.generation, zones: try rows?.all(Zone.self) ?? [],
      wired: try rows?.all(WiredRow.self) ?? [], zonesRow: head.zonesRow,
      printedTotal: head.printedTotal, maps: try rows?.all(KernelMap.self) ?? [],
      views: try rows?.all(ZoneView.self) ?? [], totals: head.totals)
  }
}

extension Kextstat: TabledSection {
  /// kextstat without its rows.
  struct Head: Codable {
    let generation: String
  }

  var head: Head { Head(generation: generation) }

  func write(to snapshot: inout SnapshotRows) {
    snapshot.add(kexts)
  }

  init(_ head: Head, _ rows: SectionRows?) throws {
    self.init(generation: head.generation, kexts: try rows?.all(Kext.self) ?? [])
  }
}

/// Only the totals over all processes are kept of the processes' categories.
extension Footprint: TabledSection {
  /// footprint without its processes.
  struct Head: Codable {
    let summary: Quantity?
    let summaryLine: Int?
    let system: [String: Quantity]
    let countsByObject: Bool
    let messages: [String]
  }

  var head: Head {
    Head(
      summary: summary?.footprint, summaryLine: summary?.line, system: system,
      countsByObject: countsByObject, messages: messages)
  }

  func write(to snapshot: inout SnapshotRows) {
    snapshot.list(processes)
    snapshot.list(kernelTask?.categories ?? [])
    snapshot.list(userCategories)
  }

  init(_ head: Head, _ rows: SectionRows?) throws {
    let summary = head.summary.map {
      FootprintSummary(footprint: $0, line: head.summaryLine ?? 0)
    }
    var processes = try rows?.all(FootprintProcess.self) ?? []
    if let kernel = processes.firstIndex(where: \.isKernel) {
      processes[kernel] = processes[kernel].with(try rows?.all(FootprintCategory.self) ?? [])
    }
    self.init(
      processes: processes, summary: summary, system: head.system,
      countsByObject: head.countsByObject, messages: head.messages,
      togetherCategories: try rows?.all(CategoryTotal.self) ?? [])
  }
}
