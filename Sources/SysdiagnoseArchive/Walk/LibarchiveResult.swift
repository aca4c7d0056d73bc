import CArchive

/// libarchive's graded return codes, mapped in this one place.
enum LibarchiveResult: Equatable {
  /// `ARCHIVE_OK`.
  case ok
  /// `ARCHIVE_EOF`: no more entries, or no more data of this entry.
  case end
  /// `ARCHIVE_RETRY`: this attempt failed; the next may succeed.
  case retry
  /// `ARCHIVE_WARN`: it worked, but something is odd.
  case warning
  /// `ARCHIVE_FAILED`: this entry is lost; the archive is not.
  case failed
  /// `ARCHIVE_FATAL`: nothing more can be read.
  case fatal

  init(code: Int32) {
    switch code {
    case ARCHIVE_OK: self = .ok
    case ARCHIVE_EOF: self = .end
    case ARCHIVE_RETRY: self = .retry
    case ARCHIVE_WARN: self = .warning
    case ARCHIVE_FAILED: self = .failed
    default: self = .fatal
    }
  }
}
