internal import AllocationBalance
internal import MemorySections

/// The tables of a snapshot that comparisons read; nil when the snapshot does not have the table.
extension Snapshot {
  /// The zones by printed name.
  ///
  /// - Parameter inUse: whether to take the elements in use for every zone, because another snapshot
  ///   does not give the zones' sizes.
  /// - Returns: the sizes; nil without zprint.
  func zoneSizes(inUse: Bool) -> SizesByName? {
    zprint.map { zprint in
      SizesByName(zprint.zones, isWhole: isWhole(.zprint), name: \.name) {
        inUse ? $0.used : $0.current ?? $0.used
      }
    }
  }

  /// The rows of the wired table by name, without breakdowns.
  var wiredSizes: SizesByName? {
    guard let zprint, zprint.zonesRow != nil || !zprint.wired.isEmpty else { return nil }
    return SizesByName(
      zprint.countedWired, isWhole: isWhole(.zprint), name: \.name, size: \.size)
  }

  /// The kexts' code by bundle id.
  var kextSizes: SizesByName? {
    kextstat.map { kextstat in
      SizesByName(kextstat.kexts, isWhole: isWhole(.kextstat), name: \.name, size: \.wired)
    }
  }

  /// The processes' footprints by a name of theirs, from one list.
  ///
  /// The footprint of an extract lists no process but the kernel: then they are unknown.
  func processSizes(
    from origin: UserFigure.Origin?, by name: (UserProcess) -> String = { $0.name }
  ) -> SizesByName? {
    origin.flatMap { UserProcesses(self, from: $0) }.flatMap { processSizes(from: $0, by: name) }
  }

  /// The footprints of a list of the snapshot's processes by a name of theirs.
  func processSizes(
    from list: UserProcesses, by name: (UserProcess) -> String = { $0.name }
  ) -> SizesByName? {
    guard !list.processes.isEmpty else { return nil }
    let isWhole = list.origin == .processes ? listsAllProcesses : !list.isLowerBound
    return SizesByName(list.processes, isWhole: isWhole, name: name, size: \.footprint)
  }

  /// The processes' own dirty memory by category, in the spelling up to macOS 26.
  var categorySizes: SizesByName? {
    guard let footprint, !footprint.userProcesses.isEmpty else { return nil }
    let isExamined = footprint.userProcesses.allSatisfy { $0.footprint != nil }
    return SizesByName(
      footprint.userCategories, isWhole: listsAllProcesses && isExamined,
      name: { CategoryName.classic($0.name) }, size: \.dirty)
  }

  /// Whether a process that footprint does not list did not run.
  ///
  /// A footprint of single processes lists neither the kernel nor launchd.
  private var listsAllProcesses: Bool {
    isWhole(.footprint)
      && footprint?.processes.contains { $0.isKernel || $0.pid == 1 } == true
  }

  /// Whether each row of a section was read, in all of its members.
  func isWhole(_ kind: SectionKind) -> Bool {
    let members = sections.filter { $0.kind == kind }
    return !members.isEmpty && members.allSatisfy { $0.outcome == .parsed } && !isIncomplete(kind)
  }
}
