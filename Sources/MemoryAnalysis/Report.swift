public import AllocationBalance

/// The report on one archive: the data and the conclusions.
public struct Report: Sendable {
  /// The data from the archive.
  public private(set) var snapshot: Snapshot
  /// The balance of kernel and user memory.
  public let balance: Balance
  /// The memory by component.
  public let ledger: Ledger
  /// The processes that vmmap, heap and leaks take apart; empty in most archives.
  public let details: [ProcessDetail]
  /// Why zprint's total differs from kernel_task; nil without zprint.
  public let reconciliation: Reconciliation?
  /// The findings of the rules.
  public let findings: FindingsReport

  /// Loads the names and the shipped rules ahead of the first report.
  public static func prepare() {
    _ = RuleSet.shipped
    _ = NameDictionary.standard
  }

  /// Creates the report of a snapshot and evaluates the rules.
  public init(_ snapshot: Snapshot, rules: RuleSet = .shipped) {
    self.snapshot = snapshot
    balance = Balance(snapshot)
    ledger = Ledger(snapshot, balance: balance, meaning: WiredTagNames.meaning)
    reconciliation = Reconciliation(snapshot)
    let details = snapshot.processDetails
    self.details = details
    let subjects = ReportSubjects(
      snapshot: snapshot, balance: balance, ledger: ledger, details: details)
    // Few archives hold such outputs: their rules are asked only where they do.
    let kinds = SubjectKind.ofReport.filter { $0 != .examinedProcess || !details.isEmpty }
    findings = FindingsReport(rules, of: kinds, subjects: subjects.subjects)
  }

  /// The same report for the archive at another path.
  public func at(path: String) -> Report {
    var report = self
    report.snapshot.archive.path = path
    return report
  }

  /// The same report for an archive of another name.
  public func named(_ name: String?) -> Report {
    var report = self
    report.snapshot.archive.name = name
    return report
  }
}
