internal import GRDB
internal import Platform

/// Brings a store to the version of this program.
struct Migration {
  let path: String
  let isWritable: Bool

  /// Runs the scripts that the store lacks, all in one transaction.
  ///
  /// Another program that does the same at once waits, and then finds nothing left to do.
  func run(on store: any DatabaseWriter) throws {
    let version = try store.read { try check($0) }
    guard version < Schema.version else { return }
    guard isWritable else { throw StoreError(.older, path) }
    try store.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        let version = try check(database)
        if version < Schema.version {
          try backUp(version: version)
          try Self.apply(from: version, to: Schema.version, on: database)
        }
        return .commit
      }
    }
  }

  /// Runs the scripts behind one version up to another.
  static func apply(from old: Int, to new: Int, on database: Database) throws {
    for script in Schema.scripts[old..<new] { try database.execute(sql: script) }
    try database.execute(
      sql: "PRAGMA user_version = \(new); PRAGMA application_id = \(Schema.applicationID)")
  }

  /// The store's version.
  private func check(_ database: Database) throws -> Int {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version > 0 else { throw StoreError(.notAStore, path) }
    guard version <= Schema.version else {
      throw StoreError(
        .newer, path, "version \(version); this program knows up to \(Schema.version)")
    }
    return version
  }

  /// Copies the store as it is to `PATH.backup-vN`; a backup that is there is never replaced.
  ///
  /// The connection that waits to change the store keeps others from doing so, but cannot copy: a
  /// second one does.
  private func backUp(version: Int) throws {
    let temporary: String
    do throws(SystemError) {
      temporary = try OpenFile.temporary(beside: path).path
    } catch {
      throw StoreError(.failed, path, "no backup can be made: \(error)")
    }
    defer { StoreFile.discard(temporary) }
    var configuration = Configuration()
    configuration.readonly = true
    let copy = try DatabaseQueue(path: temporary)
    try DatabaseQueue(path: path, configuration: configuration).backup(to: copy)
    try copy.close()
    let name = "\(path).backup-v\(version)"
    let names = [name] + (2...99).map { "\(name)-\($0)" }
    var failure: SystemError?
    for name in names {
      do throws(SystemError) {
        return try FilePath.link(temporary, as: name)
      } catch {
        failure = error
      }
    }
    throw StoreError(
      .failed, path, "no backup can be made: \(failure.map { $0.description } ?? "no name is free")"
    )
  }
}
