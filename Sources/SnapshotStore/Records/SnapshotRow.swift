internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// A snapshot as a whole, as it is written.
struct SnapshotRow: TableRow {
  let report: Report
  /// The digest of its sections.
  let digest: String

  static var table: String { "snapshot" }
  static var keys: String { "id, machine_id" }
  static let columns = """
    digest, path, archive_name, archive_model, archive_build, platform, model, build, os_version, \
    captured_at, captured_at_local, captured_seconds, boot_seconds, \
    kernel_bytes, kernel_tolerance, kernel_source, kernel_is_lower_bound, \
    user_bytes, user_tolerance, user_source, user_is_lower_bound, kernel_share, \
    installed_bytes, compressor_bytes, file_backed_bytes, free_bytes, wired_bytes, unexplained_bytes, \
    largest_zone_id, largest_zone_bytes, critical_count, warning_count, info_count, \
    outcome, compressed_bytes, compressed_bytes_read, uncompressed_bytes_read, members_seen
    """

  func fill(_ row: inout some RowSink) {
    let summary = SnapshotSummary(report)
    fillIdentity(&row, summary)
    fill(&row, report.balance)
    row.add(report.ledger.unexplained?.bytes)
    row.add(name: summary.largestZone)
    row.add(summary.largestZoneBytes)
    for severity in [Severity.critical, .warning, .info] {
      row.add(summary.findings[severity] ?? 0)
    }
    let scan = report.snapshot.scan
    row.add(asIs: scan.outcome.rawValue)
    row.add(report.snapshot.archive.compressedBytes)
    row.add(scan.compressedBytesRead)
    row.add(scan.uncompressedBytesRead)
    row.add(scan.membersSeen)
  }

  private func fillIdentity(_ row: inout some RowSink, _ summary: SnapshotSummary) {
    let archive = report.snapshot.archive
    row.add(asIs: digest)
    row.add(asIs: archive.path)
    row.add(asIs: archive.name)
    row.add(asIs: archive.model)
    row.add(asIs: archive.build)
    row.add(asIs: archive.platform)
    row.add(asIs: summary.model)
    row.add(asIs: summary.build)
    row.add(asIs: summary.osVersion)
    row.add(asIs: archive.capturedAt)
    row.add(asIs: archive.capturedAtLocal)
    row.add(archive.capturedSeconds)
    row.add(report.snapshot.bootTime?.seconds)
  }

  private func fill(_ row: inout some RowSink, _ balance: Balance) {
    row.add(balance.kernel?.quantity)
    row.add(asIs: balance.kernel?.origin.rawValue)
    row.add(balance.kernel?.isLowerBound)
    row.add(balance.user?.quantity)
    row.add(asIs: balance.user?.origin.rawValue)
    row.add(balance.user?.isLowerBound)
    row.add(balance.kernelShare)
    row.add(balance.installed?.bytes)
    row.add(balance.compressor?.bytes)
    row.add(balance.fileBacked?.bytes)
    row.add(balance.free?.bytes)
    row.add(balance.wired?.bytes)
  }
}
