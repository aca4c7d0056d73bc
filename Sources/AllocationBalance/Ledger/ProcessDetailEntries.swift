internal import MemorySections

/// The processes that vmmap, heap and leaks break down: parts of entries that are counted elsewhere.
extension Ledger {
  /// An entry for each examined process, and its parts as subsets of it; none of them is added up.
  ///
  /// - Parameters:
  ///   - snapshot: the data.
  ///   - user: the entries that count the processes.
  /// - Returns: the entries; none where no process was examined.
  static func processDetailEntries(
    _ snapshot: Snapshot, below user: [LedgerEntry]
  ) -> [LedgerEntry] {
    let whole = wholeOfProcesses(user)
    return snapshot.processDetails.flatMap { detail -> [LedgerEntry] in
      guard let footprint = detail.footprint else { return [] }
      let title = detail.title
      let process = LedgerEntry(
        component: title, side: .user, quantity: footprint, relation: whole,
        source: footprint.source, note: "taken apart by vmmap, heap and leaks")
      return [process] + parts(of: detail, title)
    }
  }

  /// The relation of a footprint to the entry that counts the processes.
  ///
  /// A footprint holds compressed pages too. It is a part of the processes' entry only where that one
  /// holds them as well.
  private static func wholeOfProcesses(_ user: [LedgerEntry]) -> LedgerEntry.Relation {
    let isSplit = user.contains { $0.component == LedgerComponent.swapped }
    let counted = user.first(where: \.isCounted)?.component ?? LedgerComponent.processes
    return isSplit || counted != LedgerComponent.processes
      ? .overlaps(with: counted) : .subset(of: counted)
  }

  private static func parts(of detail: ProcessDetail, _ title: String) -> [LedgerEntry] {
    func part(_ name: String, _ size: Quantity, _ note: String?) -> LedgerEntry {
      LedgerEntry(
        component: "\(title): \(name)", side: .user, quantity: size,
        relation: .subset(of: title), source: size.source, note: note)
    }
    var parts = detail.types.compactMap { type in
      type.footprint.map { part(type.type, $0, "dirty and swapped, by vmmap") }
    }
    if let unused = detail.zonesTotal?.fragmentation, unused.bytes > 0 {
      parts.append(part("fragmentation", unused, "in malloc's zones, and in no live block"))
    }
    if let live = detail.liveBytes { parts.append(part("live blocks", live, "by heap or vmmap")) }
    if let leaked = detail.leaks?.content.leakedBytes, leaked.bytes > 0 {
      parts.append(part("leaked blocks", leaked, "live blocks that nothing points to"))
    }
    return parts
  }
}
