public import AllocationBalance
public import MemoryAnalysis
internal import GRDB
internal import Synchronization

/// Which snapshots of a store are meant; all, unless a part of it says otherwise.
public struct SnapshotFilter: Sendable, Hashable {
  /// A machine's key, host name or number.
  public var machine: String?
  /// A machine's model.
  public var model: String?
  /// An OS build.
  public var build: String?
  /// The first second, since 1970, at which a capture counts; one without a time does not.
  public var since: Int?
  /// The last second, since 1970, at which a capture counts; one without a time does not.
  public var until: Int?
  /// A kernel extension that is loaded.
  public var kext: KextSelection?

  /// Creates a filter.
  public init(
    machine: String? = nil, model: String? = nil, build: String? = nil, since: Int? = nil,
    until: Int? = nil, kext: KextSelection? = nil
  ) {
    self.machine = machine
    self.model = model
    self.build = build
    self.since = since
    self.until = until
    self.kext = kext
  }
}

/// A snapshot as a store lists it.
public struct StoredSnapshot: Sendable, Hashable {
  /// Its number in the store.
  public let id: Int64
  /// The key of its machine.
  public let machine: String
  /// The machine's host name; nil when not known.
  public let hostName: String?
  /// When it was captured, in seconds since 1970; nil when not known.
  public let capturedSeconds: Int?
  /// Its figures in one row.
  public let summary: SnapshotSummary
}

/// A machine as a store lists it.
public struct StoredMachine: Sendable, Hashable {
  /// Its number in the store.
  public let id: Int64
  /// Its name for readers: model and host name, or what stands for them.
  public let key: String
  /// How many snapshots there are of it.
  public let snapshots: Int
}

extension SnapshotStore {
  /// The snapshots that a filter lets through, by machine and time, of copies the fullest last.
  ///
  /// - Throws: `StoreError` when the store cannot be read.
  public func list(_ filter: SnapshotFilter = SnapshotFilter()) throws(StoreError)
    -> [StoredSnapshot]
  {
    try read { database in
      let (condition, arguments) = try Self.condition(filter, database)
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT snapshot.id, machine.key, machine.host_name, captured_seconds, path, captured_at,
            snapshot.model, build, os_version, kernel_bytes, user_bytes, kernel_share,
            installed_bytes, name.text, largest_zone_bytes, critical_count, warning_count,
            info_count, outcome, kernel_is_lower_bound, user_is_lower_bound
          FROM snapshot JOIN machine ON machine.id = machine_id
          LEFT JOIN name ON name.id = largest_zone_id
          \(condition)
          ORDER BY machine.key, captured_seconds, outcome = 'complete', members_seen, path
          """, arguments: arguments)
      var snapshots: [StoredSnapshot] = []
      while let row = try cursor.next() { snapshots.append(try Self.stored(row)) }
      return snapshots
    }
  }

  /// The machines that a filter lets through, by their keys, with how many of its snapshots.
  ///
  /// - Throws: `StoreError` when the store cannot be read.
  public func machines(_ filter: SnapshotFilter = SnapshotFilter()) throws(StoreError)
    -> [StoredMachine]
  {
    try read { database in
      let (condition, arguments) = try Self.condition(filter, database)
      return try Row.fetchAll(
        database,
        sql: """
          SELECT machine.id, machine.key, count(*)
          FROM snapshot JOIN machine ON machine.id = machine_id
          \(condition) GROUP BY machine.id ORDER BY machine.key
          """, arguments: arguments
      ).map {
        StoredMachine(
          id: try $0.decode(atIndex: 0), key: try $0.decode(atIndex: 1),
          snapshots: try $0.decode(atIndex: 2))
      }
    }
  }

  /// The snapshot of a number; nil when there is none.
  ///
  /// It equals what the archive gave, except for the processes' categories: only their totals are kept.
  ///
  /// - Throws: `StoreError` when the store cannot be read.
  public func snapshot(_ id: Int64) throws(StoreError) -> Snapshot? {
    try readSnapshots { try $0.snapshot(id) }
  }

  /// Gives the snapshots of some numbers one by one, those that are there.
  ///
  /// - Throws: `StoreError` when the store cannot be read.
  public func forEach(_ ids: [Int64], _ use: (Snapshot) -> Void) throws(StoreError) {
    try readSnapshots { reader in
      for id in ids {
        if let snapshot = try reader.snapshot(id) { use(snapshot) }
      }
    }
  }

  /// Reads snapshots in one transaction, with the texts that were read before.
  private func readSnapshots<Value>(
    _ work: (SnapshotReader) throws -> Value
  ) throws(StoreError) -> Value {
    try read { database in
      // Taken, so that adding to them copies nothing.
      let known = readNames.withLock { names in
        defer { names = [:] }
        return names.count < Self.mostKnownNames ? names : [:]
      }
      let reader = try SnapshotReader(database, knowing: known)
      let value = try work(reader)
      readNames.withLock { $0 = reader.knownNames }
      return value
    }
  }

  /// Removes snapshots, and what is known of their files: a batch over them reads them again.
  ///
  /// - Returns: how many of them were there.
  /// - Throws: `StoreError` when the store cannot be written.
  public func remove(_ ids: [Int64]) throws(StoreError) -> Int {
    try remove { database in
      let before = try Self.count(database)
      try SnapshotWriter.remove(ids, from: database)
      return before - (try Self.count(database))
    }
  }

  /// Reclaims the disk space of removed snapshots.
  ///
  /// - Throws: `StoreError` when the store cannot be written, or another program uses it.
  public func vacuum() throws(StoreError) {
    do {
      try database.vacuum()
      try database.writeWithoutTransaction { database in
        _ = try database.checkpoint(.truncate)
      }
    } catch {
      throw StoreError(error, path)
    }
  }

  private static func count(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM snapshot") ?? 0
  }

  static func condition(
    _ filter: SnapshotFilter, _ database: Database
  ) throws -> (String, StatementArguments) {
    var conditions: [String] = []
    var arguments: [(any DatabaseValueConvertible)?] = []
    if let machine = filter.machine {
      conditions.append("(machine.key = ? OR machine.host_name = ? OR machine.id = ?)")
      arguments += [machine, machine, Int64(machine)]
    }
    for (column, value) in [("snapshot.model", filter.model), ("build", filter.build)] {
      guard let value else { continue }
      conditions.append("\(column) = ?")
      arguments.append(value)
    }
    for (comparison, second) in [(">=", filter.since), ("<=", filter.until)] {
      guard let second else { continue }
      conditions.append("captured_seconds \(comparison) ?")
      arguments.append(second)
    }
    if let kext = filter.kext {
      let versions = try versions(of: kext, database)
      conditions.append(
        """
        EXISTS (SELECT 1 FROM kext WHERE kext.snapshot_id = snapshot.id
          AND kext.name_id = (SELECT id FROM name WHERE text = ?)
          AND kext.version_id IN (\(versions.map(String.init).joined(separator: ", "))))
        """)
      arguments.append(kext.name)
    }
    let text = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    return (text, StatementArguments(arguments))
  }

  /// The numbers of the versions that a selection holds.
  private static func versions(of kext: KextSelection, _ database: Database) throws -> [Int64] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT version.id, version.text FROM kext
        JOIN name AS version ON version.id = version_id
        WHERE name_id = (SELECT id FROM name WHERE text = ?)
        """, arguments: [kext.name]
    ).filter { kext.holds(version: try $0.decode(atIndex: 1)) }
      .map { try $0.decode(atIndex: 0) }
  }

  private static func stored(_ row: Row) throws -> StoredSnapshot {
    var summary = SnapshotSummary(
      path: try row.decode(atIndex: 4), outcome: try row.decode(atIndex: 18))
    summary.capturedAt = try row.decode(atIndex: 5)
    summary.model = try row.decode(atIndex: 6)
    summary.build = try row.decode(atIndex: 7)
    summary.osVersion = try row.decode(atIndex: 8)
    summary.kernelBytes = try row.decode(atIndex: 9)
    summary.userBytes = try row.decode(atIndex: 10)
    summary.kernelIsLowerBound = try row.decode(atIndex: 19)
    summary.userIsLowerBound = try row.decode(atIndex: 20)
    summary.kernelShare = try row.decode(atIndex: 11)
    summary.installedBytes = try row.decode(atIndex: 12)
    summary.largestZone = try row.decode(atIndex: 13)
    summary.largestZoneBytes = try row.decode(atIndex: 14)
    for (place, severity) in [(15, Severity.critical), (16, .warning), (17, .info)] {
      let count: Int = try row.decode(atIndex: place)
      if count > 0 { summary.findings[severity] = count }
    }
    return StoredSnapshot(
      id: try row.decode(atIndex: 0), machine: try row.decode(atIndex: 1),
      hostName: try row.decode(atIndex: 2), capturedSeconds: try row.decode(atIndex: 3),
      summary: summary)
  }
}
