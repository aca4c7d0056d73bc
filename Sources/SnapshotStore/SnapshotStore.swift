internal import GRDB
internal import Synchronization

/// Snapshots of many archives in one SQLite file.
///
/// The file is in WAL mode, so that several programs may use it at once. Archives are kept in
/// transactions, so that a program that is killed leaves whole archives only. `Schema.document`
/// tells what is in it.
public final class SnapshotStore: Sendable {
  /// The store's path.
  public let path: String
  let database: any DatabaseWriter
  /// How texts are redacted before they are kept; nil keeps them as they are.
  let redaction: StoreRedaction?

  /// Whether texts are redacted before they are kept.
  public var isRedacting: Bool { redaction != nil }
  /// The numbers of texts that are in the store for certain: no text is ever removed.
  let knownNames = Mutex(KnownNames())
  /// The texts of numbers that were read; no text is ever changed.
  let readNames = Mutex<[Int64: String]>([:])

  /// How a store is opened.
  public enum Access: Sendable {
    /// To read; the store must be there.
    case reading
    /// To change what is there; the store must be there.
    case changing
    /// To add archives; the store is made when there is none, readable by its owner alone.
    case adding
    /// To add archives on behalf of a program that has opened the store to add some itself: that one
    /// moves what was written from SQLite's log into the store.
    case addingForAnother
  }

  /// How long to wait for another program that writes, in seconds.
  public static let patience = 10.0

  /// Opens a store; one of an older version is brought up to date, with a backup beside it.
  ///
  /// - Parameters:
  ///   - path: the store.
  ///   - access: what is to be done with it.
  ///   - redaction: redacts what is added; nil adds texts as they are.
  ///   - patience: how long to wait for another program that writes, in seconds.
  /// - Throws: `StoreError` when it is not there, not a store, of a newer version or locked, or when
  ///   it is redacted in another way than what is to be added.
  public convenience init(
    _ path: String, for access: Access, redaction: StoreRedaction? = nil,
    patience: Double = SnapshotStore.patience
  ) throws(StoreError) {
    try self.init(
      path, for: access, redaction: redaction, by: StoreConnection(patience: patience))
  }

  init(
    _ path: String, for access: Access, redaction: StoreRedaction? = nil,
    by connection: StoreConnection
  ) throws(StoreError) {
    self.path = path
    self.redaction = redaction
    switch (StoreFile.kind(path), access) {
    case (.missing, .adding): try StoreMaking.make(path, connection, redaction)
    case (.missing, _): throw StoreError(.missing, path)
    case (.other, _): throw StoreError(.notAStore, path)
    case (.store, _): break
    }
    do {
      let isWritable = StoreFile.isWritable(path)
      if !isWritable, access != .reading { throw StoreError(.readOnly, path) }
      var connection = connection
      if access == .addingForAnother { connection.movesLog = false }
      database = try Self.open(path, isWritable: isWritable, connection)
      try StoreMigration(path: path, isWritable: isWritable, connection: connection)
        .run(on: database)
    } catch {
      throw StoreError(error, path)
    }
    if access == .adding || access == .addingForAnother { try checkRedaction() }
  }

  /// Whether the file at a path is a store, judged by its content.
  public static func isStore(_ path: String) -> Bool {
    StoreFile.kind(path) == .store
  }

  /// Closes the store, which cannot be used any more; a store that is let go is closed too.
  ///
  /// A program that ends at once closes it first: else files stay beside the store.
  ///
  /// - Throws: `StoreError` when another thread still uses it.
  public func close() throws(StoreError) {
    // GRDB closes readers last, and SQLite removes its files with a last connection that may write.
    (database as? DatabasePool)?.releaseMemory()
    do { try database.close() } catch { throw StoreError(error, path) }
  }

  /// Reads in one transaction, so that all of it is of one time.
  func read<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try database.read(work) } catch { throw StoreError(error, path) }
  }

  /// Writes in one transaction, which takes its place before it reads anything.
  ///
  /// SQLite does not look up what each row refers to: that takes a quarter of its time.
  func write<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.writeWithoutTransaction { try Self.transaction($0, work) }
    } catch {
      throw StoreError(error, path)
    }
  }

  /// Writes in one transaction that removes snapshots: their rows are removed with them.
  func remove<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA foreign_keys = ON")
        defer { try? database.execute(sql: "PRAGMA foreign_keys = OFF") }
        return try Self.transaction(database, work)
      }
    } catch {
      throw StoreError(error, path)
    }
  }

  private static func transaction<Value>(
    _ database: Database, _ work: (Database) throws -> Value
  ) throws -> Value {
    var value: Value?
    try database.inTransaction(.immediate) {
      value = try work(database)
      return .commit
    }
    guard let value else { throw DatabaseError(message: "the transaction did not run") }
    return value
  }

  /// Adds rows in one transaction; when `work` throws `NeedsRemoval`, it is run again in one that may
  /// remove.
  func add<Value>(
    _ work: (_ database: Database, _ mayRemove: Bool) throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try database.writeWithoutTransaction { database in
        try Self.transaction(database) { try work($0, false) }
      }
    } catch is NeedsRemoval {
      return try remove { try work($0, true) }
    } catch {
      throw StoreError(error, path)
    }
  }

  /// Rows must be removed before others can be added.
  struct NeedsRemoval: Error {}

  /// A store that may not be written to is opened as one that no one else writes to either, unless
  /// a log beside it says otherwise: SQLite cannot make the files that it needs for sharing.
  private static func open(
    _ path: String, isWritable: Bool, _ connection: StoreConnection
  ) throws -> any DatabaseWriter {
    guard !isWritable else { return try connection.writable(path) }
    return try connection.readOnly(StoreFile.hasLog(path) ? path : Self.immutableName(path))
  }

  private static func immutableName(_ path: String) -> String {
    let escaped = path.utf8.map { byte -> String in
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        "%" + String(byte, radix: 16, uppercase: true)
      default: String(decoding: [byte], as: UTF8.self)
      }
    }
    return "file:" + escaped.joined() + "?immutable=1"
  }
}
