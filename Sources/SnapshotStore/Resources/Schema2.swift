// swift-format-ignore-file: the text below is data.

/// The script that leads a store to version 2.
enum Schema2 {
  static let sql = #"""
    -- Version 2: an index for "which machines have X above N", and views with names for plain SQL.

    CREATE INDEX component_by_name ON component(kind, name_id, bytes, snapshot_id);

    CREATE VIEW snapshots AS
      SELECT snapshot.id AS snapshot, machine.key AS machine, machine.host_name,
        snapshot.model, snapshot.build, snapshot.os_version, captured_at, captured_seconds,
        snapshot.boot_seconds, kernel_bytes, user_bytes, kernel_share, installed_bytes,
        compressor_bytes, file_backed_bytes, free_bytes, wired_bytes, unexplained_bytes,
        largest_zone.text AS largest_zone, largest_zone_bytes,
        critical_count, warning_count, info_count, outcome, path
      FROM snapshot
      JOIN machine ON machine.id = machine_id
      LEFT JOIN name AS largest_zone ON largest_zone.id = largest_zone_id;

    -- The latest snapshot of each machine.
    CREATE VIEW latest_snapshots AS
      SELECT * FROM snapshots AS one
      WHERE snapshot = (
        SELECT other.id FROM snapshot AS other
        WHERE other.machine_id = (SELECT machine_id FROM snapshot WHERE id = one.snapshot)
        ORDER BY other.captured_seconds DESC, other.id DESC LIMIT 1);

    -- Archives that gave no snapshot, and those that were read in part.
    CREATE VIEW failures AS
      SELECT path, outcome, error, snapshot_id AS snapshot
      FROM archive_file WHERE error IS NOT NULL;

    CREATE VIEW components AS
      SELECT component.snapshot_id AS snapshot, component_kind.name AS kind, name.text AS name, bytes
      FROM component
      JOIN component_kind ON component_kind.id = component.kind
      JOIN name ON name.id = component.name_id;

    CREATE VIEW zones AS
      SELECT snapshot_id AS snapshot, name.text AS name, family.text AS family, element_bytes,
        current_bytes, maximum_bytes, in_use_count, used_bytes, collectable_bytes, fragmented_bytes,
        lifetime_bytes, line
      FROM zone
      JOIN name ON name.id = name_id
      JOIN name AS family ON family.id = family_id;

    CREATE VIEW wired_rows AS
      SELECT snapshot_id AS snapshot, name.text AS name, kind, tag, load_tag, size_bytes, peak_bytes,
        line
      FROM wired JOIN name ON name.id = name_id;

    CREATE VIEW loaded_kexts AS
      SELECT snapshot_id AS snapshot, name.text AS name, version.text AS version, uuid.text AS uuid,
        load_index, size_bytes, wired_bytes, is_third_party, line
      FROM kext
      JOIN name ON name.id = name_id
      JOIN name AS version ON version.id = version_id
      LEFT JOIN name AS uuid ON uuid.id = uuid_id;

    CREATE VIEW processes AS
      SELECT snapshot_id AS snapshot, name.text AS name, pid, footprint_bytes, peak_bytes,
        swapped_bytes, wired_bytes, line
      FROM process JOIN name ON name.id = name_id;

    CREATE VIEW user_categories AS
      SELECT snapshot_id AS snapshot, name.text AS name, dirty_bytes
      FROM user_category JOIN name ON name.id = name_id;

    CREATE VIEW ledger AS
      SELECT snapshot_id AS snapshot, component.text AS component, side, bytes, relation,
        other.text AS related_to, member.text AS member, line, note.text AS note
      FROM ledger_entry
      JOIN name AS component ON component.id = component_id
      LEFT JOIN name AS other ON other.id = of_id
      LEFT JOIN name AS member ON member.id = member_id
      LEFT JOIN name AS note ON note.id = note_id;

    CREATE VIEW findings AS
      SELECT snapshot_id AS snapshot, rule.text AS rule, severity, subject.text AS subject, bytes,
        title.text AS title, detail, recommendation.text AS recommendation
      FROM finding
      JOIN name AS rule ON rule.id = rule_id
      JOIN name AS subject ON subject.id = subject_id
      JOIN name AS title ON title.id = title_id
      JOIN name AS recommendation ON recommendation.id = recommendation_id;

    """#
}
