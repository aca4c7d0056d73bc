// swift-format-ignore-file: the text below is data.

/// The script that leads a store to version 7.
enum Schema7 {
  static let sql = #"""
    -- Version 7: sizes by name without an index of their own. Each archive changed pages all over it, which
    -- took as long as a table of rows.

    DROP INDEX component_by_name;
    DROP VIEW components;

    -- CROSS JOIN has SQLite go through the snapshots and find a name on each by the key of component.
    CREATE VIEW components AS
      SELECT component.snapshot_id AS snapshot, component_kind.name AS kind, name.text AS name, bytes
      FROM snapshot
      CROSS JOIN component ON component.snapshot_id = snapshot.id
      JOIN component_kind ON component_kind.id = component.kind
      JOIN name ON name.id = component.name_id;

    -- The machine of an archive without host name, by its boot time.
    CREATE INDEX machine_by_boot ON machine(model, boot_seconds) WHERE host_name IS NULL;

    """#
}
