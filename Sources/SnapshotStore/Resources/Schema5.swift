// swift-format-ignore-file: the text below is data.

/// The script that leads a store to version 5.
enum Schema5 {
  static let sql = #"""
    -- Version 5: the processes of taskinfo, spindump, top, jetsam_priority and ps, kernel_task among them.

    -- list is the word of the section, or jetsamEvent where the footprints are those of a JetsamEvent.
    CREATE TABLE listed_process (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      list TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      name_id INTEGER NOT NULL REFERENCES name(id),
      pid INTEGER,
      footprint_bytes INTEGER,
      footprint_tolerance INTEGER,
      footprint_line INTEGER,
      peak_bytes INTEGER,
      peak_tolerance INTEGER,
      compressed_bytes INTEGER,
      compressed_tolerance INTEGER,
      path_id INTEGER REFERENCES name(id),
      parent_pid INTEGER,
      responsible_pid INTEGER,
      coalition INTEGER,
      line INTEGER NOT NULL,
      PRIMARY KEY (snapshot_id, list, ordinal)
    ) WITHOUT ROWID;

    DROP VIEW processes;

    -- The processes of the list that gives the snapshot's user_bytes: footprint where there is one.
    CREATE VIEW processes AS
      SELECT snapshot_id AS snapshot, name.text AS name, pid, footprint_bytes, peak_bytes,
        swapped_bytes, wired_bytes, line, 'footprint.processes' AS source
      FROM process JOIN name ON name.id = name_id
      UNION ALL
      SELECT snapshot_id, name.text, pid, footprint_bytes, peak_bytes,
        listed_process.compressed_bytes, NULL, line, list
      FROM listed_process
      JOIN name ON name.id = name_id
      JOIN snapshot ON snapshot.id = snapshot_id AND user_source = list;

    """#
}
