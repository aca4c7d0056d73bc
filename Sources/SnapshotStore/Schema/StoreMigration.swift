internal import GRDB
internal import Platform

/// Brings a store to the version of this program.
struct StoreMigration {
  let path: String
  let isWritable: Bool
  let connection: StoreConnection

  /// Runs the migrations that the store lacks, each in a transaction of its own.
  func run(on store: any DatabaseWriter) throws {
    var version = try store.read { try check($0) }
    guard version < Schema.version else { return }
    guard isWritable else { throw StoreError(.older, path) }
    try adopt(store)
    while true {
      do {
        return try Self.migrator.migrate(store)
      } catch {
        // When another program migrates the store at the same time, the slower one fails.
        let reached = try store.read { try check($0) }
        guard reached > version else { throw error }
        version = reached
      }
    }
  }

  /// Runs the migrations; each one notes the version that it leads to.
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    for (index, migration) in Schema.migrations.enumerated() {
      migrator.registerMigration(migration.name, foreignKeyChecks: .immediate) { database in
        try database.execute(sql: migration.sql)
        try mark(database, version: index + 1)
      }
    }
    return migrator
  }()

  /// Marks a database as a store of a version.
  static func mark(_ database: Database, version: Int) throws {
    try database.execute(
      sql: """
        PRAGMA user_version = \(version); PRAGMA application_id = \(Schema.applicationID)
        """)
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

  /// Backs the store up, and notes in GRDB's table which migrations it has behind it.
  ///
  /// Stores of the versions 1 to 3 were made without GRDB's migrator and lack that table.
  private func adopt(_ store: any DatabaseWriter) throws {
    try store.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        let version = try check(database)
        guard version < Schema.version else { return .commit }
        try backUp(version: version)
        try database.execute(
          sql: """
            CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)
            """)
        for migration in Schema.migrations[..<version] {
          try database.execute(
            sql: "INSERT OR IGNORE INTO grdb_migrations VALUES (?)", arguments: [migration.name])
        }
        return .commit
      }
    }
  }

  /// Copies the store as it is to `PATH.backup-vN`; a backup that is there is never replaced.
  ///
  /// The connection that waits to change the store keeps others from doing so, but cannot copy: a
  /// second one does.
  private func backUp(version: Int) throws {
    let temporary: String
    do throws(SystemError) {
      temporary = try TemporaryPaths.create { () throws(SystemError) in
        ((), path: try OpenFile.temporary(beside: path).path)
      }.path
    } catch {
      throw StoreError(.failed, path, "no backup can be made: \(error)")
    }
    defer { StoreFile.discard(temporary) }
    let copy = try DatabaseQueue(path: temporary)
    try connection.readOnly(path).backup(to: copy)
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
