internal import AllocationBalance
public import MemoryAnalysis
internal import MemorySections

/// A report as a document.
extension Report: Presentable {
  /// The tables of a report, the ledger first.
  public static var tables: [TableShape] {
    [
      ReportTables.ledger, ReportTables.balance, ReportTables.findings, ReportTables.holders,
      ReportTables.apps, ReportTables.sections, ReportTables.zones, ReportTables.wired,
      ReportTables.kernelTask, ReportTables.kexts, ReportTables.processes, ReportTables.events,
      ReportTables.reconciliation,
      ReportTables.regionTypes, ReportTables.mallocZones, ReportTables.classes,
      ReportTables.agreement,
    ]
  }

  /// An archive has rows in exported tables.
  public static var isExported: Bool { true }

  /// The archive's capture, without what went wrong on the way.
  public var exported: ExportedCapture? { ExportedCapture(self, error: nil) }

  /// The archive's path, which leads every CSV row.
  public static var keyName: String? { "archivePath" }

  /// The report's JSON.
  public var contract: any Encodable { ReportDocument(self) }

  /// The answer first, then what it rests on.
  public var document: Document {
    let pages = ReportPages(report: self)
    var document = Document()
    document.warnings = pages.warnings
    document.verdict = pages.verdict
    document.subject = pages.subject
    // Where nothing else is known, a process's memory comes first.
    let inside = pages.processDetails
    let first = pages.isOnlyOfProcesses ? inside : []
    let last = pages.isOnlyOfProcesses ? [] : inside
    document.sections = [pages.findings, pages.events].compactMap { $0 } + first
    document.sections += [
      pages.balanceSection, pages.machine, pages.kernelHolders, pages.userHolders,
    ].compactMap { $0 }
    document.sections += last
    document.sections += [
      pages.sections, pages.ledger, pages.zones, pages.wired, pages.kernelTask, pages.kexts,
      pages.processes, pages.reconciliation,
    ].compactMap { $0 }
    document.foot = [Document.units]
    return document
  }
}

extension Document {
  /// What a size's unit and tolerance mean.
  static let units =
    "Sizes are binary: 1 KB is 1024 bytes, 1 MB is 1024 KB, 1 GB is 1024 MB. ± is the rounding of "
    + "Apple's tools, ≥ a lower bound."
}

/// Builds the sections of a report's document.
struct ReportPages {
  let report: Report

  var snapshot: Snapshot { report.snapshot }
  var balance: Balance { report.balance }

  /// A table of this report, its rows led by the archive's path.
  func table(
    _ shape: TableShape, _ rows: [[Cell]], audience: Table.Audience = .everyone,
    isWhole: Bool = false
  ) -> Table {
    table(shape, rows.map { Table.Row($0) }, audience: audience, isWhole: isWhole)
  }

  /// A table of this report, its rows led by the archive's path.
  func table(
    _ shape: TableShape, _ rows: [Table.Row], audience: Table.Audience = .everyone,
    isWhole: Bool = false
  ) -> Table {
    Table(
      shape, rows, key: .text(snapshot.archive.path), audience: audience, isWhole: isWhole)
  }

  /// Where a row of a section stands.
  func source(_ kind: SectionKind, line: Int) -> Cell {
    .source(snapshot.section(kind).map { Source(member: $0.member, line: line) })
  }
}
