internal import AllocationBalance
internal import MemorySections

/// The rule subjects found in one archive.
struct ReportSubjects {
  let snapshot: Snapshot
  let balance: Balance
  let ledger: Ledger
  let details: [ProcessDetail]

  func subjects(_ kind: SubjectKind) -> SubjectSet {
    switch kind {
    case .machine: .known([machine()])
    case .zone: zones()
    case .wiredTag: wiredTags()
    case .kext: kexts()
    case .process: processes()
    case .examinedProcess: .known(details.map(examinedProcess))
    case .section: .known(SectionKind.main.map(section))
    case .panic: events(panics())
    case .jetsam:
      events(
        snapshot.jetsamEvents.map(jetsam) + snapshot.kernelLogs.compactMap(kernelLog))
    case .kernelGrowth, .zoneGrowth, .kextGrowth: .missing("two archives are needed")
    }
  }

  /// The source row of a size, shown as `text`; none for an unknown size.
  func evidence(_ kind: SectionKind, _ size: Quantity?, _ text: String) -> [Evidence] {
    snapshot.evidence(kind, size, text)
  }

  /// One sentence on why a section gives nothing.
  func absence(of kind: SectionKind) -> String {
    if let section = snapshot.sections.first(where: { $0.kind == kind }) {
      return "\(kind.rawValue) could not be read: \(section.coverage.failure ?? "no row in it")"
    }
    let reason = snapshot.missing.first { $0.kind == kind }?.reason.words
    return "\(kind.rawValue) is missing: \(reason ?? "not in this archive")"
  }

  /// Why a section may be incomplete; nil when it is complete.
  func gap(in kind: SectionKind) -> String? {
    guard let section = snapshot.section(kind), !section.coverage.isComplete else { return nil }
    return "\(kind.rawValue) is cut short, and nothing was found in what could be read"
  }

  /// Reports may be anywhere in an archive; only a completely read one can be said to have none.
  private func events(_ subjects: [Subject]) -> SubjectSet {
    let isWhole = snapshot.scan.outcome == .complete
    return .known(subjects, gap: isWhole ? nil : "the archive was not read to its end")
  }
}
