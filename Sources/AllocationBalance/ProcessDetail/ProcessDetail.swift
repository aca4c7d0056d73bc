public import MemorySections

/// What vmmap, heap and leaks say of one process, put together.
///
/// The three describe the same memory in finer and finer parts: the footprint by type of region, the
/// regions of malloc by zone, the live blocks by class, the leaked ones. Each step leaves a
/// remainder. Source: <doc:InsideAProcess>.
public struct ProcessDetail: Sendable {
  /// The process as vmmap shows it; nil without vmmap.
  public internal(set) var vmmap: ToolOutput<VmmapProcess>?
  /// The process as heap shows it; nil without heap.
  public internal(set) var heap: ToolOutput<HeapProcess>?
  /// The process as leaks shows it; nil without leaks.
  public internal(set) var leaks: ToolOutput<LeaksProcess>?
  /// The process as footprint shows it; nil without footprint.
  public internal(set) var footprintProcess: FootprintProcess?

  /// What one tool says of the process, and where.
  public struct ToolOutput<Content: ProcessExamination>: Sendable, Hashable {
    /// The member's path in the archive.
    public let member: String
    /// The content.
    public let content: Content
  }

  init() {}

  /// The heads of the outputs.
  var heads: [ExaminedProcess] {
    [vmmap?.content.process, heap?.content.process, leaks?.content.process].compactMap { $0 }
  }

  /// The process's name; nil when no output states it.
  public var name: String? { heads.lazy.compactMap(\.name).first ?? footprintProcess?.name }

  /// The process's id; nil when no output states it.
  public var pid: Int? { heads.lazy.compactMap(\.pid).first }

  /// The name with the id: `ferryx [70940]`.
  public var title: String {
    ExaminedProcess(name: name, pid: pid, line: 1).title
  }

  /// The footprint that the heads of the outputs state; nil before 10.13.
  public var footprint: Quantity? { heads.lazy.compactMap(\.footprint).first }

  /// The largest footprint in the process's life; nil before 10.13.
  public var peak: Quantity? { heads.lazy.compactMap(\.peak).first }

  /// Why the tools examined the process only in part, or not at all, in their words.
  public var messages: [String] { heads.flatMap(\.messages) }
}

extension Snapshot {
  /// The processes that vmmap, heap or leaks examined, in the order of their members.
  ///
  /// Outputs of one process are put together. A second output of a tool is of another moment, and
  /// begins another detail.
  public var processDetails: [ProcessDetail] {
    var gatherer = DetailGatherer()
    for (member, vmmap) in all(Vmmap.self) {
      gatherer.add(vmmap.processes, of: member, to: \.vmmap)
    }
    for (member, heap) in all(Heap.self) {
      gatherer.add(heap.processes, of: member, to: \.heap)
    }
    for (member, leaks) in all(Leaks.self) {
      gatherer.add(leaks.processes, of: member, to: \.leaks)
    }
    guard !gatherer.details.isEmpty else { return [] }
    let known = footprint?.userProcesses ?? []
    let byPid = Dictionary(known.map { ($0.pid, $0) }, uniquingKeysWith: { first, _ in first })
    return gatherer.details.map { detail in
      var detail = detail
      detail.footprintProcess = detail.pid.flatMap { byPid[$0] }
      return detail
    }
  }
}

/// Puts the outputs of one process together: the second output of a tool meets the second of others.
private struct DetailGatherer {
  private(set) var details: [ProcessDetail] = []
  /// The details of a process, by its id, or by its name where no id is known.
  private var places: [String: [Int]] = [:]

  mutating func add<Content>(
    _ processes: [Content], of member: String,
    to tool: WritableKeyPath<ProcessDetail, ProcessDetail.ToolOutput<Content>?>
  ) {
    for process in processes {
      let head = process.process
      let key = head.pid.map { "\($0)" } ?? head.name.map { "name \($0)" }
      let place = free(key, tool)
      details[place][keyPath: tool] = .init(member: member, content: process)
    }
  }

  /// The first detail of the process without an output of the tool.
  private mutating func free<Content>(
    _ key: String?, _ tool: WritableKeyPath<ProcessDetail, ProcessDetail.ToolOutput<Content>?>
  ) -> Int {
    let own = key.flatMap { places[$0] } ?? []
    // Outputs of a tool fill the details from the first on.
    var (low, high) = (0, own.count)
    while low < high {
      let middle = (low + high) / 2
      if details[own[middle]][keyPath: tool] == nil { high = middle } else { low = middle + 1 }
    }
    if low < own.count { return own[low] }
    details.append(ProcessDetail())
    if let key { places[key, default: []].append(details.count - 1) }
    return details.count - 1
  }
}
