internal import AllocationBalance
internal import SysdiagnoseArchive

/// Translates the archive module's types for the balance, which does not import that module.
extension CapturedArchive {
  /// Creates the description of one capture.
  ///
  /// - Parameters:
  ///   - path: the path of the input.
  ///   - scan: the scan of the input.
  ///   - folder: the capture's folder in the input; nil when nothing was found.
  ///   - origin: the archive that the capture was extracted from; nil when no manifest tells.
  ///   - place: the number of the capture and their total; nil when it is the only one.
  init(
    path: String, scan: ArchiveScan, folder: String?, origin: ArchiveIdentity? = nil,
    place: (index: Int, count: Int)? = nil
  ) {
    self.init(path: path)
    let folderName = folder?.split(separator: "/").last.map(String.init)
    let own = folderName.flatMap { ArchiveIdentity(name: $0) } ?? origin
    // The input's name identifies its only capture, not one of several.
    let identity = place == nil ? own ?? scan.identity : own
    name = identity?.name ?? (place == nil ? scan.topFolder : folderName ?? scan.topFolder)
    captureIndex = place?.index
    captureCount = place?.count
    compressedBytes = scan.compressedBytes
    if let time = identity?.capturedAt {
      let isExact = time.offsetSeconds != nil
      capturedAt = isExact ? time.rfc3339 : nil
      capturedSeconds = isExact ? time.secondsSince1970 : nil
      capturedAtLocal = String(time.rfc3339.prefix(19))
    }
    platform = identity?.platform
    model = identity?.model
    build = identity?.build
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

  /// Creates the summary of an archive without a readable member.
  init(_ error: ArchiveError) {
    let problem = Problem(
      code: error.code.rawValue, message: error.description, member: error.member)
    self.init(
      outcome: .unreadable, compressedBytesRead: error.compressedBytesRead, problems: [problem])
  }
}
