internal import GRDB

/// A file that was read, with what came of it.
struct FileRecord: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "archive_file"

  let path: String
  /// Nil when the file must be read again in any case.
  let size: Int?
  let modifiedNanoseconds: Int?
  /// The snapshot that it gave; nil when it gave none.
  let snapshot: Int64?
  let outcome: String
  /// Why it gave none, or not all; nil when it was read whole.
  let error: String?

  enum CodingKeys: String, CodingKey {
    case path
    case size = "size_bytes"
    case modifiedNanoseconds = "modified_ns"
    case snapshot = "snapshot_id"
    case outcome, error
  }

  init(_ reading: ArchiveReading, snapshot: Int64?) {
    path = reading.file.path
    size = reading.file.size
    modifiedNanoseconds = reading.file.modifiedNanoseconds
    self.snapshot = snapshot
    outcome = reading.outcome
    error = reading.error
  }
}
