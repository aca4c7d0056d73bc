internal import AllocationBalance
public import MemoryAnalysis
internal import GRDB
internal import Synchronization

/// The path, size and modification time of an archive's file or folder: enough to detect a change.
public struct FileState: Sendable, Hashable {
  /// Its absolute path, links resolved.
  public let path: String
  /// Its size in bytes; nil for a folder, whose own size shows no change below it.
  public let size: Int?
  /// When it was last modified, in nanoseconds since 1970; nil for a folder.
  public let modifiedNanoseconds: Int?

  /// Creates the state of a file; without size and time, the file is always read again.
  public init(path: String, size: Int? = nil, modifiedNanoseconds: Int? = nil) {
    self.path = path
    self.size = size
    self.modifiedNanoseconds = modifiedNanoseconds
  }
}

/// What a batch found in an archive, or in one of the captures that it holds.
public struct ArchiveReading: Sendable {
  /// The file, as it was before and after the reading.
  ///
  /// For one of several captures, the path is the archive's, a slash, and the capture's number and name.
  public let file: FileState
  /// How the reading ended.
  public let outcome: String
  /// What went wrong; nil when the archive was read whole.
  public let error: String?
  /// What it says, with the digest of its sections; nil when it says nothing that can be kept.
  public let content: (report: Report, digest: String)?

  /// Creates what was found.
  public init(
    file: FileState, outcome: String, error: String?, content: (report: Report, digest: String)?
  ) {
    self.file = file
    self.outcome = outcome
    self.error = error
    self.content = content
  }
}

/// A file that a batch read, with what it found in each of its captures.
public struct ReadFile: Sendable {
  /// The file, as it was before and after the reading.
  public let file: FileState
  /// What was found, one for each capture.
  public let readings: [ArchiveReading]

  /// Creates a file that was read.
  public init(file: FileState, readings: [ArchiveReading]) {
    self.file = file
    self.readings = readings
  }
}

/// What a store knows of a file.
public struct StoredFile: Sendable, Hashable, Codable {
  /// How its reading ended.
  public let outcome: String
  /// What went wrong; nil when it was read whole.
  public let error: String?
  /// The snapshot that it gave; nil when it gave none.
  public let snapshot: Int64?
  /// The severest finding on that snapshot; nil without findings.
  public let worst: Severity?
}

extension SnapshotStore {
  /// What is known of a file that has not been changed since it was read, for each of its captures.
  ///
  /// - Returns: nothing when the file must be read.
  /// - Throws: `StoreError` when the store cannot be read.
  public func unchanged(_ file: FileState) throws(StoreError) -> [StoredFile] {
    guard let size = file.size, let modified = file.modifiedNanoseconds else { return [] }
    return try read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT archive_file.outcome, error, snapshot_id, critical_count, warning_count, info_count
          FROM archive_file LEFT JOIN snapshot ON snapshot.id = snapshot_id
          WHERE (archive_file.path = ?1 OR archive_file.path > ?1 || '/'
            AND archive_file.path < ?1 || '0') AND size_bytes = ?2 AND modified_ns = ?3
            AND archive_file.outcome <> ?4
          ORDER BY archive_file.id
          """)
      return try Row.fetchAll(
        statement, arguments: [file.path, size, modified, Self.begunOutcome]
      ).map { row in
        StoredFile(
          outcome: try row.decode(atIndex: 0), error: try row.decode(atIndex: 1),
          snapshot: try row.decode(atIndex: 2),
          worst: try Self.worst(
            critical: row.decode(atIndex: 3), warning: row.decode(atIndex: 4),
            info: row.decode(atIndex: 5)))
      }
    }
  }

  /// Keeps what was found in an archive of one capture: all of it, or on an error none.
  ///
  /// - Returns: the snapshot's number; nil when there is none.
  /// - Throws: `StoreError` when the store cannot be written.
  @discardableResult
  public func keep(_ reading: ArchiveReading) throws(StoreError) -> Int64? {
    try keep([reading], of: reading.file).first ?? nil
  }

  /// Keeps what was found in each capture of an archive: all of it, or on an error none.
  ///
  /// - Parameters:
  ///   - readings: what was found, one for each capture.
  ///   - file: the archive; what was known of captures that it no longer holds is forgotten.
  /// - Returns: the number of each snapshot; nil for a reading without one.
  /// - Throws: `StoreError` when the store cannot be written.
  @discardableResult
  public func keep(
    _ readings: [ArchiveReading], of file: FileState
  ) throws(StoreError) -> [Int64?] {
    try keep([ReadFile(file: file, readings: readings)]).first ?? []
  }

  /// Keeps what was found in files, all of it in one transaction: on an error none.
  ///
  /// - Returns: for each file the number of each snapshot; nil for a reading without one.
  /// - Throws: `StoreError` when the store cannot be written.
  @discardableResult
  public func keep(_ files: [ReadFile]) throws(StoreError) -> [[Int64?]] {
    var prepared: [PreparedFile] = []
    for file in files { prepared.append(try self.prepared(file)) }
    return try keep(prepared)
  }

  /// Prepares what was found in a file, so that a transaction does nothing but write it.
  ///
  /// - Throws: `StoreError` when a section cannot be encoded.
  public func prepared(_ file: ReadFile) throws(StoreError) -> PreparedFile {
    let file = redaction?.rewritten(file) ?? file
    let rewrite = redaction?.rewrite
    do {
      return try knownNames.withLock { known in
        let isFull = known.count > Self.mostKnownNames
        let names = NameFinder(knowing: isFull ? KnownNames() : known, rewrite: rewrite)
        // Taken, so that adding to it copies nothing.
        known = KnownNames()
        defer { known = names.known }
        return try PreparedFile(file, names)
      }
    } catch {
      throw StoreError(error, path)
    }
  }

  /// Keeps prepared files, all of them in one transaction: on an error none.
  ///
  /// Content that is there already is not kept twice: it is told as of a sound archive rather than
  /// a damaged one, then of the path that sorts first, so that the order of reading does not matter.
  ///
  /// - Returns: for each file the number of each snapshot; nil for a reading without one.
  /// - Throws: `StoreError` when the store cannot be written.
  @discardableResult
  public func keep(_ files: [PreparedFile]) throws(StoreError) -> [[Int64?]] {
    let (snapshots, names) = try add { database, mayRemove in
      let rows = try RowWriter(database, mayRemove: mayRemove)
      let snapshots = try files.map { file in
        try Self.forget(file.file, in: database)
        return try file.readings.map { try Self.keep($0, by: rows) }
      }
      return (snapshots, rows.names.added)
    }
    // What a failed transaction added is not known.
    knownNames.withLock { known in
      for (text, id) in names { known.add(text, id) }
    }
    return snapshots
  }

  /// How many texts are remembered between transactions; archives may hold any number of them.
  static let mostKnownNames = 200_000

  /// Forgets what was known of a file and of its captures.
  private static func forget(_ file: FileState, in database: Database) throws {
    guard file.size != nil else { return }
    // Nothing but captures lies below the path of a file.
    let statement = try database.cachedStatement(
      sql: """
        DELETE FROM archive_file WHERE path = ?1 OR path > ?1 || '/' AND path < ?1 || '0'
        """)
    try statement.execute(arguments: [file.path])
  }

  private static func keep(_ reading: PreparedReading, by rows: RowWriter) throws -> Int64? {
    let snapshot = try reading.snapshot.map { try Self.keep($0, by: rows) }
    try FileRecord(reading, snapshot: snapshot).keep(in: rows.database)
    return snapshot
  }

  private static func keep(_ snapshot: PreparedSnapshot, by rows: RowWriter) throws -> Int64 {
    let find = try rows.database.cachedStatement(
      sql: "SELECT id, outcome, path FROM snapshot WHERE digest = ?")
    let known = try Row.fetchOne(find, arguments: [snapshot.digest])
    if let known, rank(known[1], known[2]) < rank(snapshot.outcome, snapshot.path) {
      return known[0]
    }
    return try SnapshotWriter.write(snapshot, replacing: known?[0], by: rows)
  }

  private static func rank(_ outcome: String, _ path: String) -> (Int, String) {
    (outcome == ScanSummary.Outcome.complete.rawValue ? 0 : 1, path)
  }

  static func worst(critical: Int?, warning: Int?, info: Int?) -> Severity? {
    if let critical, critical > 0 { return .critical }
    if let warning, warning > 0 { return .warning }
    return info.flatMap { $0 > 0 ? .info : nil }
  }
}
