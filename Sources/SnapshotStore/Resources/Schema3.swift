// swift-format-ignore-file: the text below is data.

/// The script that leads a store to version 3.
enum Schema3 {
  static let sql = #"""
    -- Version 3: of copies of one capture, a machine's latest snapshot is the one that says most.

    DROP VIEW latest_snapshots;

    -- The latest snapshot of each machine.
    CREATE VIEW latest_snapshots AS
      SELECT * FROM snapshots AS one
      WHERE snapshot = (
        SELECT other.id FROM snapshot AS other
        WHERE other.machine_id = (SELECT machine_id FROM snapshot WHERE id = one.snapshot)
        ORDER BY other.captured_seconds DESC, other.outcome = 'complete' DESC,
          other.members_seen DESC, other.id DESC LIMIT 1);

    """#
}
