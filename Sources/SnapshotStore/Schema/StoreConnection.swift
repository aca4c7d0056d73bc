internal import GRDB
internal import GRDBSQLite

/// How SQLite opens a store.
struct StoreConnection: Sendable {
  /// How long to wait for another program that writes, in seconds.
  var patience = SnapshotStore.patience
  /// Whether a transaction that finds the log long moves it into the store.
  ///
  /// That waits for the disk, twice.
  var movesLog = true
  /// What the SQLite library does to a connection before this program has it; a test puts another
  /// library's ways here.
  var library: @Sendable (Database) throws -> Void = { _ in }

  /// Opens a store that may be changed.
  ///
  /// A pool reads beside a write: a question does not wait for what is being kept.
  func writable(_ path: String) throws -> any DatabaseWriter {
    var configuration = configuration
    let mostPages = movesLog ? 1024 : 0
    configuration.prepareDatabase { database in
      // The last page of each table is changed by every group: a log of 8 MiB still spares writing it
      // some ten times, and the checkpoint when the store is closed, for which all wait, stays small.
      try database.execute(
        sql: """
          PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768;
          PRAGMA wal_autocheckpoint = \(mostPages)
          """)
    }
    return try DatabasePool(path: path, configuration: configuration)
  }

  /// Opens a store that is only read.
  func readOnly(_ path: String) throws -> DatabaseQueue {
    var configuration = configuration
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Opens an empty file that becomes a store.
  func empty(_ path: String) throws -> DatabaseQueue {
    var configuration = configuration
    configuration.journalMode = .wal
    configuration.prepareDatabase { database in
      // Half as many pages to write, in the log and in the store, as of SQLite's 4 KiB. The file is
      // synchronized once, when it is closed: before that no one knows it.
      try database.execute(sql: "PRAGMA page_size = 8192; PRAGMA synchronous = NORMAL")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .callback(Self.waiting(patience))
    // A change of this setting has every statement compiled again; `SnapshotStore.remove` changes it.
    configuration.foreignKeysEnabled = false
    configuration.label = "sysbalance.store"
    configuration.prepareDatabase { database in
      try library(database)
      try Self.removeLogAtEnd(database)
    }
    return configuration
  }

  /// Waits for another program that writes, a millisecond at a time.
  ///
  /// SQLite's own pauses grow to a tenth of a second. The processes of a batch write in turn, each for
  /// a few hundredths: they would wait longer than they write.
  private static func waiting(_ patience: Double) -> @Sendable (Int) -> Bool {
    { waits in
      guard Double(waits) < patience * 1000 else { return false }
      sqlite3_sleep(1)
      return true
    }
  }

  /// Removes the files beside the store when the last connection is closed.
  ///
  /// Apple's SQLite leaves them, and then the store cannot be opened in a folder that may not be
  /// written to.
  private static func removeLogAtEnd(_ database: Database) throws {
    var persists: CInt = 0
    let code = sqlite3_file_control(
      database.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &persists)
    guard code == SQLITE_OK || code == SQLITE_NOTFOUND else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }
}
