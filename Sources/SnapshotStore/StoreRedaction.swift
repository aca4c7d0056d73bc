internal import AllocationBalance
internal import GRDB
internal import MemoryAnalysis

/// How the texts of a redacted store are redacted.
///
/// A store is redacted from its first snapshot on, or never. It has the table `redaction`, whose one
/// row tells two keys apart and says nothing about either.
public struct StoreRedaction: Sendable {
  /// Tells the key of the pseudonyms from others.
  let keyMark: String
  /// Replaces names in a text by their final pseudonyms.
  let rewrite: @Sendable (String) -> String

  /// Creates the redaction of a store.
  ///
  /// - Parameters:
  ///   - keyMark: a text that is the same for the same key, and from which the key cannot be told.
  ///   - rewrite: replaces names in a text by pseudonyms that are the same in every run with the key.
  public init(keyMark: String, rewrite: @escaping @Sendable (String) -> String) {
    self.keyMark = keyMark
    self.rewrite = rewrite
  }

  /// Marks a new store as redacted.
  func mark(_ database: Database) throws {
    try database.execute(
      sql: "CREATE TABLE redaction (key_mark TEXT NOT NULL) STRICT; ")
    try database.execute(
      sql: "INSERT INTO redaction (key_mark) VALUES (?)", arguments: [keyMark])
  }

  /// The mark of a store; nil when it is not redacted.
  static func keyMark(_ database: Database) throws -> String? {
    guard try database.tableExists("redaction") else { return nil }
    return try String.fetchOne(database, sql: "SELECT key_mark FROM redaction")
  }

  /// What a batch found in a file, without names in paths and messages.
  ///
  /// The texts of sections are redacted when they are read.
  func rewritten(_ file: ReadFile) -> ReadFile {
    ReadFile(
      file: rewritten(file.file),
      readings: file.readings.map { reading in
        ArchiveReading(
          file: rewritten(reading.file), outcome: reading.outcome,
          error: reading.error.map(rewrite),
          content: reading.content.map { ($0.report.rewritten(rewrite), $0.digest) })
      })
  }

  private func rewritten(_ file: FileState) -> FileState {
    FileState(
      path: rewrite(file.path), size: file.size, modifiedNanoseconds: file.modifiedNanoseconds)
  }
}

extension Report {
  fileprivate func rewritten(_ rewrite: (String) -> String) -> Report {
    let archive = snapshot.archive
    return at(path: rewrite(archive.path)).named(archive.name.map(rewrite))
  }
}

extension SnapshotStore {
  /// Whether the store at a path is redacted; false when it is no store.
  ///
  /// - Throws: `StoreError` when the store cannot be read.
  public static func isRedacted(_ path: String) throws(StoreError) -> Bool {
    guard isStore(path) else { return false }
    let store = try SnapshotStore(path, for: .reading)
    return try store.read { try StoreRedaction.keyMark($0) } != nil
  }

  /// Refuses to mix redacted texts with others, or the pseudonyms of two keys.
  func checkRedaction() throws(StoreError) {
    switch (try read { try StoreRedaction.keyMark($0) }, redaction?.keyMark) {
    case (nil, nil): break
    case (nil, _?): throw StoreError(.notRedacted, path)
    case (_?, nil): throw StoreError(.redacted, path)
    case (let old?, let new?): if old != new { throw StoreError(.otherKey, path) }
    }
  }
}
