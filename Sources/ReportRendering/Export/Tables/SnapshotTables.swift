internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The snapshots, the machines that they are of, and what could not be read.
extension ExportTable {
  static let snapshots = ExportTable(
    "snapshots", "one capture that says something of memory", .snapshot, of: \.ofMemory,
    [
      .text("snapshot", "SHA-256 over the capture's sections; the key of every table") {
        $0.snapshot
      }.required,
      .text("machine", "the key of its machine", \.machine).required,
      .text("host_name", "the machine's host name") { $0.report.snapshot.sysctl?.hostName },
      .text("path", "the archive's path, or the name given to a stream") {
        $0.report.snapshot.archive.path
      }.required,
      .text("archive_name", "the name of its top folder") { $0.report.snapshot.archive.name },
      .text("platform", "macOS, iOS, watchOS, tvOS or visionOS") {
        $0.report.snapshot.platform
      },
      .text("model", "the machine's model") { $0.report.snapshot.model },
      .text("build", "the OS build") { $0.report.snapshot.build },
      .text("os_version", "the OS version") { $0.report.snapshot.osVersion },
      .text("captured_at", "RFC 3339 with the machine's own offset") {
        $0.report.snapshot.archive.capturedAt
      },
      .text("captured_at_local", "the machine's local time, without an offset") {
        $0.report.snapshot.archive.capturedAtLocal
      },
      .integer("captured_seconds", "seconds since 1970") {
        $0.report.snapshot.archive.capturedSeconds
      },
      .integer("boot_seconds", "when the machine was booted, in seconds since 1970") {
        $0.report.snapshot.bootTime?.seconds
      },
    ] + figures)

  private static let figures: [ExportField<ExportedCapture>] = [
    .integer("kernel_bytes", "kernel memory") { $0.report.balance.kernel?.quantity.bytes },
    .integer("kernel_tolerance", "by how much kernel_bytes may be off") {
      $0.report.balance.kernel?.quantity.tolerance
    },
    .text("kernel_source", "where kernel_bytes comes from") {
      $0.report.balance.kernel?.origin.rawValue
    },
    .boolean("kernel_is_lower_bound", "whether kernel memory is at least so much") {
      $0.report.balance.kernel?.isLowerBound
    },
    .integer("user_bytes", "process memory") { $0.report.balance.user?.quantity.bytes },
    .integer("user_tolerance", "by how much user_bytes may be off") {
      $0.report.balance.user?.quantity.tolerance
    },
    .text("user_source", "where user_bytes comes from") {
      $0.report.balance.user?.origin.rawValue
    },
    .boolean("user_is_lower_bound", "whether process memory is at least so much") {
      $0.report.balance.user?.isLowerBound
    },
    .real("kernel_share", "kernel / (kernel + user)") { $0.report.balance.kernelShare },
    .integer("installed_bytes", "installed memory") { $0.report.balance.installed?.bytes },
    .integer("compressor_bytes", "the compressor's own pages") {
      $0.report.balance.compressor?.bytes
    },
    .integer("file_backed_bytes", "file-backed pages") { $0.report.balance.fileBacked?.bytes },
    .integer("free_bytes", "free pages") { $0.report.balance.free?.bytes },
    .integer("wired_bytes", "the kernel's own count of wired pages") {
      $0.report.balance.wired?.bytes
    },
    .integer("unexplained_bytes", "installed memory less the counted ledger entries") {
      $0.report.ledger.unexplained?.bytes
    },
    .text("largest_zone", "the name of the largest zone") {
      SnapshotSummary($0.report).largestZone
    },
    .integer("largest_zone_bytes", "its size") { SnapshotSummary($0.report).largestZoneBytes },
    .integer("critical_count", "critical findings") { $0.report.findings.count(.critical) }
      .required,
    .integer("warning_count", "warnings") { $0.report.findings.count(.warning) }.required,
    .integer("info_count", "findings of severity info") { $0.report.findings.count(.info) }
      .required,
    .text("outcome", "complete, stoppedEarly, truncated, corrupt or limited") {
      $0.report.snapshot.scan.outcome.rawValue
    }.required,
    .integer("compressed_bytes_read", "bytes read from the archive") {
      $0.report.snapshot.scan.compressedBytesRead
    }.required,
    .integer("uncompressed_bytes_read", "bytes after decompression") {
      $0.report.snapshot.scan.uncompressedBytesRead
    }.required,
    .integer("members_seen", "members of the archive") { $0.report.snapshot.scan.membersSeen }
      .required,
  ]

  static let machines = ExportTable(
    "machines", "one machine, once however many snapshots are of it",
    .machine, of: \.ofMemory,
    [
      .text("machine", "its key: model and host name, else model and boot time", \.machine)
        .required,
      .text("model", "its model") { $0.report.snapshot.model },
      .text("host_name", "its host name") { $0.report.snapshot.sysctl?.hostName },
    ])

  static let failures = ExportTable(
    "failures", "one archive that gave no snapshot, or was read in part", .archive,
    of: \.failure, failureFields)

  static let failureFields: [ExportField<ExportedFailure>] = [
    .text("path", "the archive's path; of one of several captures with its number and name") {
      $0.path
    }.required,
    .text("outcome", "how the reading ended") { $0.outcome }.required,
    .text("error", "what went wrong") { $0.error }.required,
    .text("snapshot", "the snapshot that it gave all the same") { $0.snapshot },
  ]
}

extension FindingsReport {
  fileprivate func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}
