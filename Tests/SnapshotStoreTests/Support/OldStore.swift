import GRDB

@testable import SnapshotStore

/// Stores as older versions of the program made them: by the scripts, without GRDB's migrator.
enum OldStore {
  /// The versions that were shipped before the migrator.
  static let versions = [1, 2, 3]

  /// Makes a store, and fills it.
  static func make(
    _ path: String, version: Int, fill: (Database) throws -> Void = { _ in }
  ) throws {
    var configuration = Configuration()
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { database in
      for migration in Schema.migrations[..<version] { try database.execute(sql: migration.sql) }
      try StoreMigration.mark(database, version: version)
      try fill(database)
    }
    try queue.close()
  }

  /// Adds a snapshot with sections, each with the JSON that versions 1 to 3 kept.
  static func addSnapshot(_ database: Database, _ sections: [(kind: String, json: String?)]) throws
  {
    try database.execute(
      sql: """
        INSERT INTO machine (id, key) VALUES (1, 'Mac16,1 old.example');
        INSERT INTO name (id, text) VALUES (1, 'top/member'), (2, 'vm pages'), (3, 'launchd');
        INSERT INTO snapshot (id, digest, machine_id, path, critical_count, warning_count,
          info_count, outcome, compressed_bytes_read, uncompressed_bytes_read, members_seen)
        VALUES (1, 'd', 1, '/old.tar.gz', 0, 0, 0, 'complete', 1, 2, 3);
        INSERT INTO zone (snapshot_id, ordinal, name_id, family_id, is_truncated, element_bytes,
          current_bytes, current_tolerance, in_use_count, flags, used_bytes, used_tolerance, line)
        VALUES (1, 0, 2, 2, 0, 32, 4096, 1023, 7, 0, 224, 0, 12);
        INSERT INTO process (snapshot_id, ordinal, name_id, pid, is_translated, footprint_bytes,
          footprint_tolerance, peak_bytes, peak_tolerance, line)
        VALUES (1, 0, 3, 1, 0, 8192, 512, 16384, 512, 40);
        """)
    for (place, section) in sections.enumerated() {
      try database.execute(
        sql: "INSERT INTO section VALUES (1, ?, ?, 1, 100, 10, 0, 1, ?, ?)",
        arguments: [
          place, section.kind, section.json == nil ? "nothing in it" : nil, section.json,
        ])
    }
  }
}
