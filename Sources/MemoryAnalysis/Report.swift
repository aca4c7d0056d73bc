public import AllocationBalance

/// Everything that is said of one archive: what was read, and what follows from it.
public struct Report: Sendable {
  /// What was read.
  public private(set) var snapshot: Snapshot
  /// Kernel against user.
  public let balance: Balance
  /// Where the memory is, component by component.
  public let ledger: Ledger
  /// Why zprint's total and kernel_task differ; nil without zprint.
  public let reconciliation: Reconciliation?
  /// What the rules have to say of it.
  public let findings: FindingsReport

  /// Reads the names and the rules that are shipped, which the first report would have to wait for.
  public static func prepare() {
    _ = RuleSet.shipped
    _ = NameDictionary.standard
  }

  /// Draws up the report of a snapshot, judged by some rules.
  public init(_ snapshot: Snapshot, rules: RuleSet = .shipped) {
    self.snapshot = snapshot
    balance = Balance(snapshot)
    ledger = Ledger(snapshot, balance: balance, meaning: WiredTagNames.meaning)
    reconciliation = Reconciliation(snapshot)
    let subjects = ReportSubjects(snapshot: snapshot, balance: balance, ledger: ledger)
    findings = FindingsReport(rules, of: SubjectKind.ofReport, subjects: subjects.subjects)
  }

  /// The same report of the archive under another path.
  public func at(path: String) -> Report {
    var report = self
    report.snapshot.archive.path = path
    return report
  }
}
