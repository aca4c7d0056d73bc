public import MemorySections

/// What happened before the capture.
extension Snapshot {
  /// The panic reports with their members.
  public var panics: [(member: String, panic: Panic)] { all(Panic.self).map { ($0, $1) } }

  /// The panics, each once: one panic may leave `panic-full` beside `panic-base`.
  public var distinctPanics: [(member: String, panic: Panic)] {
    var seen: Set<[String]> = []
    return panics.filter { _, panic in
      guard let time = panic.time else { return true }
      return seen.insert([time, panic.message]).inserted
    }
  }

  /// The jetsam reports with their members.
  public var jetsamEvents: [(member: String, jetsam: Jetsam)] { all(Jetsam.self).map { ($0, $1) } }

  /// The kernel logs about an exhausted zone map, with their members.
  public var kernelLogs: [(member: String, log: KernelLog)] { all(KernelLog.self).map { ($0, $1) } }

  /// Whether the reports of events are all that says anything: a lone panic, a lone JetsamEvent.
  public var holdsOnlyEvents: Bool {
    let events: Set<SectionKind> = [.panic, .jetsam, .kernelLog]
    let kinds = Set(sections.filter { $0.content != nil }.map(\.kind))
    return !kinds.isEmpty && kinds.isSubset(of: events)
  }

  /// What the events agree on, where they are all there is; nil when they differ or say nothing.
  ///
  /// Beside a capture they say nothing of it: a panic may be of an older system.
  func agreedByEvents(_ ofPanic: (Panic) -> String?, _ ofJetsam: (Jetsam) -> String?) -> String? {
    guard holdsOnlyEvents else { return nil }
    let said =
      panics.compactMap { ofPanic($0.panic) } + jetsamEvents.compactMap { ofJetsam($0.jetsam) }
    return Set(said).count == 1 ? said.first : nil
  }
}
