// swift-format-ignore-file: the text below is data.

/// The script that leads a store to version 8.
enum Schema8 {
  static let sql = #"""
    -- Version 8: rows that are read with their snapshot, and seldom alone, stand in one list for each table,
    -- [[…],[…]], in the order of the columns behind ordinal. Views of the same names show them as rows.

    CREATE TABLE row_lists (
      snapshot_id INTEGER PRIMARY KEY REFERENCES snapshot(id) ON DELETE CASCADE,
      kernel_map TEXT,
      zone_view TEXT,
      kernel_category TEXT,
      user_category TEXT,
      listed_process TEXT,
      ledger_entry TEXT
    );

    INSERT INTO row_lists SELECT snapshot.id,
      (SELECT nullif(json_group_array(json_array(
        name_id, size_bytes, size_tolerance, free_bytes, free_tolerance, largest_free_bytes,
        largest_free_tolerance, peak_bytes, peak_tolerance, line)), '[]')
        FROM kernel_map WHERE snapshot_id = snapshot.id),
      (SELECT nullif(json_group_array(json_array(
        name_id, in_use_bytes, in_use_tolerance, line)), '[]')
        FROM zone_view WHERE snapshot_id = snapshot.id),
      (SELECT nullif(json_group_array(json_array(
        name_id, detail, dirty_bytes, dirty_tolerance, swapped_bytes, swapped_tolerance,
        clean_bytes, clean_tolerance, reclaimable_bytes, reclaimable_tolerance, wired_bytes,
        wired_tolerance, regions, line)), '[]')
        FROM kernel_category WHERE snapshot_id = snapshot.id),
      (SELECT nullif(json_group_array(json_array(
        name_id, dirty_bytes, dirty_tolerance)), '[]')
        FROM user_category WHERE snapshot_id = snapshot.id),
      (SELECT nullif(json_group_array(json_array(
        list, name_id, pid, footprint_line, footprint_bytes, footprint_tolerance, peak_bytes,
        peak_tolerance, compressed_bytes, compressed_tolerance, path_id, parent_pid,
        responsible_pid, coalition, line)), '[]')
        FROM listed_process WHERE snapshot_id = snapshot.id),
      (SELECT nullif(json_group_array(json_array(
        component_id, side, bytes, tolerance, relation, of_id, member_id, line, note_id)), '[]')
        FROM ledger_entry WHERE snapshot_id = snapshot.id)
    FROM snapshot;

    -- Where the kernel's figure is the sum of its categories, they are sizes by name.
    INSERT INTO component_kind VALUES (6, 'kernel category');
    INSERT INTO component
      SELECT snapshot_id, 6, name_id, CAST(total(dirty_bytes) AS INTEGER)
      FROM kernel_category JOIN snapshot ON snapshot.id = snapshot_id
      WHERE kernel_source = 'footprint.kernelTask' GROUP BY snapshot_id, name_id;

    DROP TABLE kernel_map;
    DROP TABLE zone_view;
    DROP TABLE kernel_category;
    DROP TABLE user_category;
    DROP TABLE listed_process;
    DROP TABLE ledger_entry;

    -- zprint's maps: address space, not memory.
    CREATE VIEW kernel_map AS SELECT snapshot_id, row.key AS ordinal,
      json_extract(row.value, '$[0]') AS name_id, json_extract(row.value, '$[1]') AS size_bytes,
      json_extract(row.value, '$[2]') AS size_tolerance, json_extract(row.value, '$[3]') AS free_bytes,
      json_extract(row.value, '$[4]') AS free_tolerance, json_extract(row.value, '$[5]') AS largest_free_bytes,
      json_extract(row.value, '$[6]') AS largest_free_tolerance, json_extract(row.value, '$[7]') AS peak_bytes,
      json_extract(row.value, '$[8]') AS peak_tolerance, json_extract(row.value, '$[9]') AS line
    FROM row_lists, json_each(row_lists.kernel_map) AS row;

    -- zprint's zone views: live bytes that are part of a zone.
    CREATE VIEW zone_view AS SELECT snapshot_id, row.key AS ordinal,
      json_extract(row.value, '$[0]') AS name_id, json_extract(row.value, '$[1]') AS in_use_bytes,
      json_extract(row.value, '$[2]') AS in_use_tolerance, json_extract(row.value, '$[3]') AS line
    FROM row_lists, json_each(row_lists.zone_view) AS row;

    -- footprint's categories of kernel_task: zones and wired tags.
    CREATE VIEW kernel_category AS SELECT snapshot_id, row.key AS ordinal,
      json_extract(row.value, '$[0]') AS name_id, json_extract(row.value, '$[1]') AS detail,
      json_extract(row.value, '$[2]') AS dirty_bytes, json_extract(row.value, '$[3]') AS dirty_tolerance,
      json_extract(row.value, '$[4]') AS swapped_bytes, json_extract(row.value, '$[5]') AS swapped_tolerance,
      json_extract(row.value, '$[6]') AS clean_bytes, json_extract(row.value, '$[7]') AS clean_tolerance,
      json_extract(row.value, '$[8]') AS reclaimable_bytes, json_extract(row.value, '$[9]') AS reclaimable_tolerance,
      json_extract(row.value, '$[10]') AS wired_bytes, json_extract(row.value, '$[11]') AS wired_tolerance,
      json_extract(row.value, '$[12]') AS regions, json_extract(row.value, '$[13]') AS line
    FROM row_lists, json_each(row_lists.kernel_category) AS row;

    -- The processes' own dirty memory by footprint's category, all processes but kernel_task together.
    CREATE VIEW user_category AS SELECT snapshot_id, row.key AS ordinal,
      json_extract(row.value, '$[0]') AS name_id, json_extract(row.value, '$[1]') AS dirty_bytes,
      json_extract(row.value, '$[2]') AS dirty_tolerance
    FROM row_lists, json_each(row_lists.user_category) AS row;

    -- The processes of taskinfo, spindump, top, jetsam_priority and ps, list by list; ordinal goes through all of them.
    CREATE VIEW listed_process AS SELECT snapshot_id, row.key AS ordinal,
      json_extract(row.value, '$[0]') AS list, json_extract(row.value, '$[1]') AS name_id,
      json_extract(row.value, '$[2]') AS pid, json_extract(row.value, '$[3]') AS footprint_line,
      json_extract(row.value, '$[4]') AS footprint_bytes, json_extract(row.value, '$[5]') AS footprint_tolerance,
      json_extract(row.value, '$[6]') AS peak_bytes, json_extract(row.value, '$[7]') AS peak_tolerance,
      json_extract(row.value, '$[8]') AS compressed_bytes, json_extract(row.value, '$[9]') AS compressed_tolerance,
      json_extract(row.value, '$[10]') AS path_id, json_extract(row.value, '$[11]') AS parent_pid,
      json_extract(row.value, '$[12]') AS responsible_pid, json_extract(row.value, '$[13]') AS coalition,
      json_extract(row.value, '$[14]') AS line
    FROM row_lists, json_each(row_lists.listed_process) AS row;

    -- Where the memory is, each byte counted once: of the rows only relation 'counted' is summed.
    CREATE VIEW ledger_entry AS SELECT snapshot_id, row.key AS ordinal,
      json_extract(row.value, '$[0]') AS component_id, json_extract(row.value, '$[1]') AS side,
      json_extract(row.value, '$[2]') AS bytes, json_extract(row.value, '$[3]') AS tolerance,
      json_extract(row.value, '$[4]') AS relation, json_extract(row.value, '$[5]') AS of_id,
      json_extract(row.value, '$[6]') AS member_id, json_extract(row.value, '$[7]') AS line,
      json_extract(row.value, '$[8]') AS note_id
    FROM row_lists, json_each(row_lists.ledger_entry) AS row;

    """#
}
