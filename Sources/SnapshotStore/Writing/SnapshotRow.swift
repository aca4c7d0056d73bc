internal import AllocationBalance
internal import MemoryAnalysis
internal import GRDB
internal import MemorySections

/// The row of a snapshot as a whole.
enum SnapshotRow {
  private static let columns = [
    "id, digest, machine_id, path, archive_name, archive_model, archive_build, platform",
    "model, build, os_version, captured_at, captured_at_local, captured_seconds, boot_seconds",
    "kernel_bytes, kernel_tolerance, kernel_source, kernel_is_lower_bound",
    "user_bytes, user_tolerance, user_source, user_is_lower_bound, kernel_share",
    "installed_bytes, compressor_bytes, file_backed_bytes, free_bytes, wired_bytes",
    "unexplained_bytes, largest_zone_id, largest_zone_bytes",
    "critical_count, warning_count, info_count",
    "outcome, compressed_bytes, compressed_bytes_read, uncompressed_bytes_read, members_seen",
  ].joined(separator: ", ")

  /// Adds the row, with a new number when none is given.
  static func insert(
    _ report: Report, id: Int64?, _ digest: String, _ machine: Int64, _ names: NameWriter,
    into database: Database
  ) throws {
    let snapshot = report.snapshot
    let summary = SnapshotSummary(report)
    var values: [(any DatabaseValueConvertible)?] = [id, digest, machine]
    values += archive(snapshot)
    values += balance(report)
    values += [try names.id(summary.largestZone), summary.largestZoneBytes]
    values += [Severity.critical, .warning, .info].map { summary.findings[$0] ?? 0 }
    values += [
      snapshot.scan.outcome.rawValue, snapshot.archive.compressedBytes,
      snapshot.scan.compressedBytesRead, snapshot.scan.uncompressedBytesRead,
      snapshot.scan.membersSeen,
    ]
    try RowWriter(database, "snapshot", columns).add(values)
  }

  private static func archive(_ snapshot: Snapshot) -> [(any DatabaseValueConvertible)?] {
    let archive = snapshot.archive
    return [
      archive.path, archive.name, archive.model, archive.build, archive.platform, snapshot.model,
      snapshot.build, snapshot.osVersion, archive.capturedAt, archive.capturedAtLocal,
      archive.capturedSeconds, snapshot.bootTime?.seconds,
    ]
  }

  private static func balance(_ report: Report) -> [(any DatabaseValueConvertible)?] {
    let balance = report.balance
    let (kernel, user) = (balance.kernel, balance.user)
    return [
      kernel?.quantity.bytes, kernel?.quantity.tolerance, kernel?.origin.rawValue,
      kernel?.isLowerBound,
      user?.quantity.bytes, user?.quantity.tolerance, user?.origin.rawValue, user?.isLowerBound,
      balance.kernelShare, balance.installed?.bytes, balance.compressor?.bytes,
      balance.fileBacked?.bytes, balance.free?.bytes, balance.wired?.bytes,
      report.ledger.unexplained?.bytes,
    ]
  }
}
