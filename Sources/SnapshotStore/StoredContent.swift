internal import MemorySections

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What of a section has no table of its own: all of a small one, of a large one what is not rows.
///
/// Kept as JSON. Of the tasks of sysdiagnose's log only those are kept that write a section.
enum StoredContent: Codable {
  case zprint(ZprintHead)
  case footprint(FootprintHead)
  case kextstat(generation: String)
  case vmStat(VMStat)
  case sysctl(Sysctl)
  case tasks([CollectionTask])
  case systemVersion(SystemVersion)
  case spindump(Spindump)
  case top(TopMemory)
  case panic(Panic)
  case jetsam(Jetsam)
  case kernelLog(KernelLog)

  /// zprint without its rows.
  struct ZprintHead: Codable {
    let generation: ZprintGeneration
    let zonesRow: Quantity?
    let printedTotal: WiredTotal?
    let totals: PrintedZoneTotals
  }

  /// footprint without its processes.
  struct FootprintHead: Codable {
    let summary: Quantity?
    let summaryLine: Int?
    let system: [String: Quantity]
    let countsByObject: Bool
    let messages: [String]
  }

  init(_ content: SectionContent) {
    switch content {
    case .zprint(let zprint):
      self = .zprint(
        ZprintHead(
          generation: zprint.generation, zonesRow: zprint.zonesRow,
          printedTotal: zprint.printedTotal, totals: zprint.totals))
    case .footprint(let footprint):
      self = .footprint(
        FootprintHead(
          summary: footprint.summary?.footprint, summaryLine: footprint.summary?.line,
          system: footprint.system, countsByObject: footprint.countsByObject,
          messages: footprint.messages))
    case .kextstat(let kextstat): self = .kextstat(generation: kextstat.generation)
    case .vmStat(let vmStat): self = .vmStat(vmStat)
    case .sysctl(let sysctl): self = .sysctl(sysctl)
    case .tasks(let tasks):
      self = .tasks(tasks.filter { task in SectionKind.allCases.contains { task.writes($0) } })
    case .systemVersion(let version): self = .systemVersion(version)
    case .spindump(let spindump): self = .spindump(spindump)
    case .top(let memory): self = .top(memory)
    case .panic(let panic): self = .panic(panic)
    case .jetsam(let jetsam): self = .jetsam(jetsam)
    case .kernelLog(let log): self = .kernelLog(log)
    }
  }

  /// The JSON, the same for the same content.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  init(json: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }
}
