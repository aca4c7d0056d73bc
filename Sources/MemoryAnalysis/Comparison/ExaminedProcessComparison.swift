public import AllocationBalance
internal import MemorySections

/// How a process that vmmap, heap or leaks examined in both archives differs, and in what.
public struct ExaminedProcessComparison: Sendable {
  /// The process in the old archive.
  public let old: ProcessDetail
  /// The process in the new archive.
  public let new: ProcessDetail
  /// The difference of its footprint, and how much of it the types of region explain.
  ///
  /// Nil unless both state the footprint.
  public let footprint: FigureChange?
  /// What each type of region adds to the footprint; empty unless both print it.
  public let types: [Change]
  /// malloc's zones: what they add to the footprint, or else their live blocks.
  public let zones: [Change]
  /// Bytes of live blocks by class; empty unless both have classes.
  public let classes: [Change]
  /// Bytes of leaked blocks; nil unless both count them.
  public let leaked: Change?

  /// Compares a process in two snapshots; an item that an incomplete text does not list is unknown.
  init(_ old: ProcessDetail, in older: Snapshot, _ new: ProcessDetail, in newer: Snapshot) {
    self.old = old
    self.new = new
    let vmmapIsWhole = (older.isWhole(.vmmap), newer.isWhole(.vmmap))
    let types = Self.types(old, new, vmmapIsWhole)
    self.types = types
    zones = Self.zones(old, new, vmmapIsWhole)
    classes = Self.classes(old, new, (older.isWhole(.heap), newer.isWhole(.heap)))
    footprint = Self.footprint(old, new, types)
    leaked = Self.leaked(old, new)
  }

  /// The process's name with its id in the new archive.
  public var title: String { new.title }

  private static func footprint(
    _ old: ProcessDetail, _ new: ProcessDetail, _ types: [Change]
  ) -> FigureChange? {
    guard let older = old.footprint, let newer = new.footprint else { return nil }
    return FigureChange(
      old: older, new: newer, origin: "phys_footprint", components: types)
  }

  private static func leaked(_ old: ProcessDetail, _ new: ProcessDetail) -> Change? {
    guard let older = old.leaks?.content.leakedBytes, let newer = new.leaks?.content.leakedBytes
    else { return nil }
    let sizes = { (bytes: Quantity) in
      SizesByName([bytes], isWhole: true, name: { _ in "leaked blocks" }, size: { $0 })
    }
    return SizesByName.changes(from: sizes(older), to: sizes(newer)).first
  }

  /// Types by the name that they have in all releases, shown by the one of the newer text.
  private static func types(
    _ old: ProcessDetail, _ new: ProcessDetail, _ isWhole: (old: Bool, new: Bool)
  ) -> [Change] {
    guard let older = old.vmmap?.content.regions, let newer = new.vmmap?.content.regions,
      older.contains(where: { $0.dirty != nil }), newer.contains(where: { $0.dirty != nil })
    else { return [] }
    let names = Dictionary(
      (older + newer).map { ($0.commonName, $0.type) }, uniquingKeysWith: { _, last in last })
    let changes = SizesByName.changes(
      from: SizesByName(older, isWhole: isWhole.old, name: \.commonName, size: \.footprint),
      to: SizesByName(newer, isWhole: isWhole.new, name: \.commonName, size: \.footprint))
    return changes.map { $0.renamed(names[$0.name] ?? $0.name) }
  }

  private static func zones(
    _ old: ProcessDetail, _ new: ProcessDetail, _ isWhole: (old: Bool, new: Bool)
  ) -> [Change] {
    guard let older = old.vmmap?.content.zones, let newer = new.vmmap?.content.zones,
      !older.isEmpty, !newer.isEmpty
    else { return [] }
    let hasDirty = (older + newer).allSatisfy { $0.dirty != nil }
    let size: (MallocZone) -> Quantity? = hasDirty ? { $0.footprint } : { $0.allocated }
    return SizesByName.changes(
      from: SizesByName(older, isWhole: isWhole.old, name: \.name, size: size),
      to: SizesByName(newer, isWhole: isWhole.new, name: \.name, size: size))
  }

  private static func classes(
    _ old: ProcessDetail, _ new: ProcessDetail, _ isWhole: (old: Bool, new: Bool)
  ) -> [Change] {
    guard let older = old.heap?.content.classes, let newer = new.heap?.content.classes,
      !older.isEmpty, !newer.isEmpty
    else { return [] }
    return SizesByName.changes(
      from: SizesByName(older, isWhole: isWhole.old, name: \.comparedName, size: \.bytes),
      to: SizesByName(newer, isWhole: isWhole.new, name: \.comparedName, size: \.bytes))
  }
}

extension HeapClass {
  /// The class with its library: two libraries may have a class of one name.
  fileprivate var comparedName: String { binary.map { "\(name) (\($0))" } ?? name }
}

extension Comparison {
  /// The processes that were examined in both archives, in the new one's order.
  ///
  /// A process is the same by its name and id, or else by its name: a restarted one has another id.
  public var examinedProcesses: [ExaminedProcessComparison] {
    var older = UnmatchedDetails(old.processDetails)
    return new.processDetails.compactMap { detail in
      older.take(for: detail).map { ExaminedProcessComparison($0, in: old, detail, in: new) }
    }
  }
}

/// The examined processes of the old archive that no process of the new one has been matched with.
///
/// An archive may hold tens of thousands; each is found in a table, and taken once.
private struct UnmatchedDetails {
  private let details: [ProcessDetail]
  private var isTaken: Set<Int> = []
  /// The places of the details by each name or number that may identify them, the first one last.
  private var places: [Key: [Int]] = [:]

  private enum Key: Hashable {
    case both(name: String?, pid: Int?)
    case name(String)
    case pid(Int?)
  }

  init(_ details: [ProcessDetail]) {
    self.details = details
    for (place, detail) in details.enumerated().reversed() {
      let (name, pid) = (detail.name, detail.pid)
      places[.both(name: name, pid: pid), default: []].append(place)
      places[.pid(pid), default: []].append(place)
      if let name { places[.name(name), default: []].append(place) }
    }
  }

  /// The process that is the same as `detail`; nil when there is none.
  mutating func take(for detail: ProcessDetail) -> ProcessDetail? {
    let (name, pid) = (detail.name, detail.pid)
    var keys = [Key.both(name: name, pid: pid)]
    // An excerpt may state the id alone.
    keys += name.map { [.name($0), .both(name: nil, pid: pid)] } ?? [.pid(pid)]
    for key in keys {
      while let place = places[key]?.popLast() {
        if isTaken.insert(place).inserted { return details[place] }
      }
    }
    return nil
  }
}
