internal import AllocationBalance
internal import SysdiagnoseArchive

/// Translates what the archive module says for the balance, which does not import that module.
extension CapturedArchive {
  init(path: String, scan: ArchiveScan) {
    self.init(path: path)
    name = scan.identity?.name ?? scan.topFolder
    compressedBytes = scan.compressedBytes
    if let time = scan.identity?.capturedAt {
      let isExact = time.offsetSeconds != nil
      capturedAt = isExact ? time.rfc3339 : nil
      capturedSeconds = isExact ? time.secondsSince1970 : nil
      capturedAtLocal = String(time.rfc3339.prefix(19))
    }
    platform = scan.identity?.platform
    model = scan.identity?.model
    build = scan.identity?.build
  }
}

extension ScanSummary {
  init(_ scan: ArchiveScan) {
    let outcome: Outcome =
      switch scan.outcome {
      case .complete: .complete
      case .stoppedEarly: .stoppedEarly
      case .truncated: .truncated
      case .corrupt: .corrupt
      case .limited: .limited
      }
    self.init(
      outcome: outcome, compressedBytesRead: scan.compressedBytesRead,
      uncompressedBytesRead: scan.uncompressedBytesRead, membersSeen: scan.membersSeen,
      problems: scan.problems.map {
        Problem(
          code: $0.code.rawValue, message: $0.message, member: $0.member,
          isWarning: $0.code.isWarning)
      })
  }

  /// Creates the summary of an archive of which no member could be read.
  init(_ error: ArchiveError) {
    let problem = Problem(
      code: error.code.rawValue, message: error.description, member: error.member)
    self.init(outcome: .unreadable, problems: [problem])
  }
}
