internal import AllocationBalance
internal import MemorySections

/// What one archive knows of the things that rules are about.
struct ReportSubjects {
  let snapshot: Snapshot
  let balance: Balance
  let ledger: Ledger

  func subjects(_ kind: SubjectKind) -> SubjectSet {
    switch kind {
    case .machine: .known([machine()])
    case .zone: zones()
    case .wiredTag: wiredTags()
    case .kext: kexts()
    case .process: processes()
    case .section: .known(SectionKind.main.map(section))
    case .panic: events(snapshot.panics.map(panic))
    case .jetsam:
      events(
        snapshot.jetsamEvents.map(jetsam) + snapshot.kernelLogs.compactMap(kernelLog))
    case .kernelGrowth, .zoneGrowth, .kextGrowth: .missing("two archives are needed")
    }
  }

  /// The row that a size was read from, shown as `text`; none for a size that is not known.
  func evidence(_ kind: SectionKind, _ size: Quantity?, _ text: String) -> [Evidence] {
    snapshot.evidence(kind, size, text)
  }

  /// Why nothing is known from a section, in one sentence.
  func absence(of kind: SectionKind) -> String {
    if let section = snapshot.sections.first(where: { $0.kind == kind }) {
      return "\(kind.rawValue) could not be read: \(section.coverage.failure ?? "no row in it")"
    }
    let reason = snapshot.missing.first { $0.kind == kind }?.reason.words
    return "\(kind.rawValue) is missing: \(reason ?? "not in this archive")"
  }

  /// Why a section may hold more than could be read; nil when it is whole.
  func gap(in kind: SectionKind) -> String? {
    guard let section = snapshot.section(kind), !section.coverage.isComplete else { return nil }
    return "\(kind.rawValue) is cut short, and nothing was found in what could be read"
  }

  /// Reports may lie anywhere in an archive, so that only a whole one can be said to hold none.
  private func events(_ subjects: [Subject]) -> SubjectSet {
    let isWhole = snapshot.scan.outcome == .complete
    return .known(subjects, gap: isWhole ? nil : "the archive was not read to its end")
  }
}
