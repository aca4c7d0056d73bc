// swift-format-ignore-file: the text below is data.

/// The script that leads a store to version 9.
enum Schema9 {
  static let sql = #"""
    -- Version 9: zones, wired rows and footprint's processes stand in lists, too. Sizes by name answer what
    -- is asked of many snapshots.

    ALTER TABLE row_lists ADD COLUMN zone TEXT;
    ALTER TABLE row_lists ADD COLUMN wired TEXT;
    ALTER TABLE row_lists ADD COLUMN process TEXT;

    UPDATE row_lists SET
      zone = (SELECT nullif(json_group_array(json_array(
        name_id, family_id, is_truncated, element_bytes, in_use_count, capacity_count, flags,
        current_bytes, current_tolerance, maximum_bytes, maximum_tolerance, collectable_bytes,
        collectable_tolerance, fragmented_bytes, fragmented_tolerance, lifetime_bytes,
        lifetime_tolerance, used_bytes, used_tolerance, line)), '[]')
        FROM zone WHERE snapshot_id = row_lists.snapshot_id),
      wired = (SELECT nullif(json_group_array(json_array(
        name_id, kind, tag, load_tag, size_bytes, size_tolerance, peak_bytes, peak_tolerance, line)), '[]')
        FROM wired WHERE snapshot_id = row_lists.snapshot_id),
      process = (SELECT nullif(json_group_array(json_array(
        name_id, pid, is_translated, page_bytes, footprint_bytes, footprint_tolerance, peak_bytes,
        peak_tolerance, ledger_bytes, ledger_tolerance, peak_line, ledger_line, regions, total_line,
        dirty_bytes, dirty_tolerance, swapped_bytes, swapped_tolerance, clean_bytes, clean_tolerance,
        reclaimable_bytes, reclaimable_tolerance, wired_bytes, wired_tolerance, errors, line)), '[]')
        FROM process WHERE snapshot_id = row_lists.snapshot_id);

    DROP TABLE zone;
    DROP TABLE wired;
    DROP TABLE process;

    -- zprint's zones. family: the name with the alias of its heap replaced.
    CREATE VIEW zone AS SELECT snapshot_id, row.key AS ordinal,
      json_extract(row.value, '$[0]') AS name_id, json_extract(row.value, '$[1]') AS family_id,
      json_extract(row.value, '$[2]') AS is_truncated, json_extract(row.value, '$[3]') AS element_bytes,
      json_extract(row.value, '$[4]') AS in_use_count, json_extract(row.value, '$[5]') AS capacity_count,
      json_extract(row.value, '$[6]') AS flags, json_extract(row.value, '$[7]') AS current_bytes,
      json_extract(row.value, '$[8]') AS current_tolerance,
      json_extract(row.value, '$[9]') AS maximum_bytes,
      json_extract(row.value, '$[10]') AS maximum_tolerance,
      json_extract(row.value, '$[11]') AS collectable_bytes,
      json_extract(row.value, '$[12]') AS collectable_tolerance,
      json_extract(row.value, '$[13]') AS fragmented_bytes,
      json_extract(row.value, '$[14]') AS fragmented_tolerance,
      json_extract(row.value, '$[15]') AS lifetime_bytes,
      json_extract(row.value, '$[16]') AS lifetime_tolerance,
      json_extract(row.value, '$[17]') AS used_bytes, json_extract(row.value, '$[18]') AS used_tolerance,
      json_extract(row.value, '$[19]') AS line
    FROM row_lists, json_each(row_lists.zone) AS row;

    -- zprint's wired table. kind: tag, kext, site, counter, breakdown (part of a zone, never added).
    CREATE VIEW wired AS SELECT snapshot_id, row.key AS ordinal,
      json_extract(row.value, '$[0]') AS name_id, json_extract(row.value, '$[1]') AS kind,
      json_extract(row.value, '$[2]') AS tag, json_extract(row.value, '$[3]') AS load_tag,
      json_extract(row.value, '$[4]') AS size_bytes, json_extract(row.value, '$[5]') AS size_tolerance,
      json_extract(row.value, '$[6]') AS peak_bytes, json_extract(row.value, '$[7]') AS peak_tolerance,
      json_extract(row.value, '$[8]') AS line
    FROM row_lists, json_each(row_lists.wired) AS row;

    -- footprint's processes, kernel_task among them. dirty to regions are the row TOTAL of its own
    -- memory; swapped and wired are parts of dirty.
    CREATE VIEW process AS SELECT snapshot_id, row.key AS ordinal,
      json_extract(row.value, '$[0]') AS name_id, json_extract(row.value, '$[1]') AS pid,
      json_extract(row.value, '$[2]') AS is_translated, json_extract(row.value, '$[3]') AS page_bytes,
      json_extract(row.value, '$[4]') AS footprint_bytes,
      json_extract(row.value, '$[5]') AS footprint_tolerance,
      json_extract(row.value, '$[6]') AS peak_bytes, json_extract(row.value, '$[7]') AS peak_tolerance,
      json_extract(row.value, '$[8]') AS ledger_bytes,
      json_extract(row.value, '$[9]') AS ledger_tolerance, json_extract(row.value, '$[10]') AS peak_line,
      json_extract(row.value, '$[11]') AS ledger_line, json_extract(row.value, '$[12]') AS regions,
      json_extract(row.value, '$[13]') AS total_line, json_extract(row.value, '$[14]') AS dirty_bytes,
      json_extract(row.value, '$[15]') AS dirty_tolerance,
      json_extract(row.value, '$[16]') AS swapped_bytes,
      json_extract(row.value, '$[17]') AS swapped_tolerance,
      json_extract(row.value, '$[18]') AS clean_bytes,
      json_extract(row.value, '$[19]') AS clean_tolerance,
      json_extract(row.value, '$[20]') AS reclaimable_bytes,
      json_extract(row.value, '$[21]') AS reclaimable_tolerance,
      json_extract(row.value, '$[22]') AS wired_bytes,
      json_extract(row.value, '$[23]') AS wired_tolerance, json_extract(row.value, '$[24]') AS errors,
      json_extract(row.value, '$[25]') AS line
    FROM row_lists, json_each(row_lists.process) AS row;

    """#
}
