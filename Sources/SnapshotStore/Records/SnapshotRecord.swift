internal import AllocationBalance
internal import GRDB

/// What a snapshot is made of beside its sections, as it is read.
///
/// The rest of its columns follows from the sections; `SnapshotRow` writes all of them.
struct SnapshotRecord: Decodable, FetchableRecord, TableRecord {
  static let databaseTableName = SnapshotRow.table

  let digest: String
  let path: String
  let archiveName: String?
  let archiveModel: String?
  let archiveBuild: String?
  let platform: String?
  let capturedAt: String?
  let capturedAtLocal: String?
  let capturedSeconds: Int?
  let outcome: String
  let compressedBytes: Int?
  let compressedBytesRead: Int
  let uncompressedBytesRead: Int
  let membersSeen: Int

  enum CodingKeys: String, CodingKey {
    case digest, path
    case archiveName = "archive_name"
    case archiveModel = "archive_model"
    case archiveBuild = "archive_build"
    case platform
    case capturedAt = "captured_at"
    case capturedAtLocal = "captured_at_local"
    case capturedSeconds = "captured_seconds"
    case outcome
    case compressedBytes = "compressed_bytes"
    case compressedBytesRead = "compressed_bytes_read"
    case uncompressedBytesRead = "uncompressed_bytes_read"
    case membersSeen = "members_seen"
  }
}

extension SnapshotRecord {
  /// The archive that the snapshot was read from.
  var archive: CapturedArchive {
    var archive = CapturedArchive(path: path)
    archive.name = archiveName
    archive.compressedBytes = compressedBytes
    archive.capturedAt = capturedAt
    archive.capturedAtLocal = capturedAtLocal
    archive.capturedSeconds = capturedSeconds
    archive.platform = platform
    archive.model = archiveModel
    archive.build = archiveBuild
    archive.contentDigest = digest
    return archive
  }

  /// How far the archive was read, with what was wrong.
  func scan(_ problems: [ScanSummary.Problem]) -> ScanSummary {
    ScanSummary(
      outcome: ScanSummary.Outcome(rawValue: outcome) ?? .unreadable,
      compressedBytesRead: compressedBytesRead, uncompressedBytesRead: uncompressedBytesRead,
      membersSeen: membersSeen, problems: problems)
  }
}
