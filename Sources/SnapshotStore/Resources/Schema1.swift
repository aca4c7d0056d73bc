// swift-format-ignore-file: the text below is data.

/// The script that leads a store to version 1.
enum Schema1 {
  static let sql = #"""
    -- Version 1: the tables.
    --
    -- Sizes are bytes. NULL is unknown, never zero. A column x_tolerance says by how many bytes
    -- x_bytes may be off. Texts that repeat stand once, in name; x_id points there.

    CREATE TABLE name (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL UNIQUE
    );

    -- A machine: model and host name; without host name model and boot time; else one snapshot alone.
    CREATE TABLE machine (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      model TEXT,
      host_name TEXT,
      boot_seconds INTEGER
    );

    -- One archive's content. digest is the SHA-256 over its sections, whatever the file was called.
    CREATE TABLE snapshot (
      id INTEGER PRIMARY KEY,
      digest TEXT NOT NULL UNIQUE,
      machine_id INTEGER NOT NULL REFERENCES machine(id),
      path TEXT NOT NULL,
      archive_name TEXT,
      archive_model TEXT,
      archive_build TEXT,
      platform TEXT,
      model TEXT,
      build TEXT,
      os_version TEXT,
      captured_at TEXT,
      captured_at_local TEXT,
      captured_seconds INTEGER,
      boot_seconds INTEGER,
      kernel_bytes INTEGER,
      kernel_tolerance INTEGER,
      kernel_source TEXT,
      kernel_is_lower_bound INTEGER,
      user_bytes INTEGER,
      user_tolerance INTEGER,
      user_source TEXT,
      user_is_lower_bound INTEGER,
      kernel_share REAL,
      installed_bytes INTEGER,
      compressor_bytes INTEGER,
      file_backed_bytes INTEGER,
      free_bytes INTEGER,
      wired_bytes INTEGER,
      unexplained_bytes INTEGER,
      largest_zone_id INTEGER REFERENCES name(id),
      largest_zone_bytes INTEGER,
      critical_count INTEGER NOT NULL,
      warning_count INTEGER NOT NULL,
      info_count INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      compressed_bytes INTEGER,
      compressed_bytes_read INTEGER NOT NULL,
      uncompressed_bytes_read INTEGER NOT NULL,
      members_seen INTEGER NOT NULL
    );
    CREATE INDEX snapshot_by_machine ON snapshot(machine_id, captured_seconds);

    -- A file that was read. Without a snapshot it is a failure, and error says why.
    -- A file whose size and modification time are unchanged is not read again.
    CREATE TABLE archive_file (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      size_bytes INTEGER,
      modified_ns INTEGER,
      snapshot_id INTEGER REFERENCES snapshot(id) ON DELETE CASCADE,
      outcome TEXT NOT NULL,
      error TEXT
    );
    CREATE INDEX archive_file_by_snapshot ON archive_file(snapshot_id);

    -- What was wrong with the archive.
    CREATE TABLE problem (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      code TEXT NOT NULL,
      message TEXT NOT NULL,
      member TEXT,
      is_warning INTEGER NOT NULL,
      PRIMARY KEY (snapshot_id, ordinal)
    ) WITHOUT ROWID;

    -- The members that were read. content holds, as JSON, what has no table of its own.
    CREATE TABLE section (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,
      member_id INTEGER NOT NULL REFERENCES name(id),
      bytes INTEGER NOT NULL,
      rows INTEGER NOT NULL,
      unread_line_count INTEGER NOT NULL,
      is_whole INTEGER NOT NULL,
      failure TEXT,
      content TEXT,
      PRIMARY KEY (snapshot_id, ordinal)
    ) WITHOUT ROWID;

    CREATE TABLE unread_line (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      section INTEGER NOT NULL,
      line INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (snapshot_id, section, line)
    ) WITHOUT ROWID;

    -- zprint's zones. family: the name with the alias of its heap replaced.
    CREATE TABLE zone (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      name_id INTEGER NOT NULL REFERENCES name(id),
      family_id INTEGER NOT NULL REFERENCES name(id),
      is_truncated INTEGER NOT NULL,
      element_bytes INTEGER NOT NULL,
      current_bytes INTEGER,
      current_tolerance INTEGER,
      maximum_bytes INTEGER,
      maximum_tolerance INTEGER,
      in_use_count INTEGER NOT NULL,
      capacity_count INTEGER,
      flags INTEGER NOT NULL,
      collectable_bytes INTEGER,
      collectable_tolerance INTEGER,
      fragmented_bytes INTEGER,
      fragmented_tolerance INTEGER,
      lifetime_bytes INTEGER,
      lifetime_tolerance INTEGER,
      used_bytes INTEGER NOT NULL,
      used_tolerance INTEGER NOT NULL,
      line INTEGER NOT NULL,
      PRIMARY KEY (snapshot_id, ordinal)
    ) WITHOUT ROWID;

    -- zprint's wired table. kind: tag, kext, site, counter, breakdown (part of a zone, never added).
    CREATE TABLE wired (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      name_id INTEGER NOT NULL REFERENCES name(id),
      kind TEXT NOT NULL,
      tag INTEGER,
      load_tag INTEGER,
      size_bytes INTEGER NOT NULL,
      size_tolerance INTEGER NOT NULL,
      peak_bytes INTEGER,
      peak_tolerance INTEGER,
      line INTEGER NOT NULL,
      PRIMARY KEY (snapshot_id, ordinal)
    ) WITHOUT ROWID;

    -- zprint's maps: address space, not memory.
    CREATE TABLE kernel_map (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      name_id INTEGER NOT NULL REFERENCES name(id),
      size_bytes INTEGER NOT NULL,
      size_tolerance INTEGER NOT NULL,
      free_bytes INTEGER,
      free_tolerance INTEGER,
      largest_free_bytes INTEGER,
      largest_free_tolerance INTEGER,
      peak_bytes INTEGER,
      peak_tolerance INTEGER,
      line INTEGER NOT NULL,
      PRIMARY KEY (snapshot_id, ordinal)
    ) WITHOUT ROWID;

    -- zprint's zone views: live bytes that are part of a zone.
    CREATE TABLE zone_view (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      name_id INTEGER NOT NULL REFERENCES name(id),
      in_use_bytes INTEGER NOT NULL,
      in_use_tolerance INTEGER NOT NULL,
      line INTEGER NOT NULL,
      PRIMARY KEY (snapshot_id, ordinal)
    ) WITHOUT ROWID;

    -- kextstat's rows. wired_bytes is the image as loaded, not what the kext allocates.
    CREATE TABLE kext (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      name_id INTEGER NOT NULL REFERENCES name(id),
      version_id INTEGER NOT NULL REFERENCES name(id),
      uuid_id INTEGER REFERENCES name(id),
      load_index INTEGER,
      reference_count INTEGER,
      address INTEGER,
      size_bytes INTEGER,
      wired_bytes INTEGER,
      linked_id INTEGER NOT NULL REFERENCES name(id),
      is_third_party INTEGER NOT NULL,
      line INTEGER NOT NULL,
      PRIMARY KEY (snapshot_id, ordinal)
    ) WITHOUT ROWID;

    -- footprint's processes, kernel_task among them. dirty to regions are the row TOTAL of its own
    -- memory; swapped and wired are parts of dirty.
    CREATE TABLE process (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      name_id INTEGER NOT NULL REFERENCES name(id),
      pid INTEGER NOT NULL,
      is_translated INTEGER NOT NULL,
      page_bytes INTEGER,
      footprint_bytes INTEGER,
      footprint_tolerance INTEGER,
      peak_bytes INTEGER,
      peak_tolerance INTEGER,
      ledger_bytes INTEGER,
      ledger_tolerance INTEGER,
      dirty_bytes INTEGER,
      dirty_tolerance INTEGER,
      swapped_bytes INTEGER,
      swapped_tolerance INTEGER,
      clean_bytes INTEGER,
      clean_tolerance INTEGER,
      reclaimable_bytes INTEGER,
      reclaimable_tolerance INTEGER,
      wired_bytes INTEGER,
      wired_tolerance INTEGER,
      regions INTEGER,
      total_line INTEGER,
      errors TEXT,
      line INTEGER NOT NULL,
      PRIMARY KEY (snapshot_id, ordinal)
    ) WITHOUT ROWID;

    -- footprint's categories of kernel_task: zones and wired tags.
    CREATE TABLE kernel_category (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      name_id INTEGER NOT NULL REFERENCES name(id),
      detail TEXT,
      dirty_bytes INTEGER NOT NULL,
      dirty_tolerance INTEGER NOT NULL,
      swapped_bytes INTEGER,
      swapped_tolerance INTEGER,
      clean_bytes INTEGER NOT NULL,
      clean_tolerance INTEGER NOT NULL,
      reclaimable_bytes INTEGER NOT NULL,
      reclaimable_tolerance INTEGER NOT NULL,
      wired_bytes INTEGER,
      wired_tolerance INTEGER,
      regions INTEGER NOT NULL,
      line INTEGER NOT NULL,
      PRIMARY KEY (snapshot_id, ordinal)
    ) WITHOUT ROWID;

    -- The processes' own dirty memory by footprint's category, all processes but kernel_task together.
    CREATE TABLE user_category (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      name_id INTEGER NOT NULL REFERENCES name(id),
      dirty_bytes INTEGER NOT NULL,
      dirty_tolerance INTEGER NOT NULL,
      PRIMARY KEY (snapshot_id, ordinal)
    ) WITHOUT ROWID;

    -- Where the memory is, each byte counted once: of the rows only relation 'counted' is summed.
    CREATE TABLE ledger_entry (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      component_id INTEGER NOT NULL REFERENCES name(id),
      side TEXT NOT NULL,
      bytes INTEGER,
      tolerance INTEGER,
      relation TEXT NOT NULL,
      of_id INTEGER REFERENCES name(id),
      member_id INTEGER REFERENCES name(id),
      line INTEGER,
      note_id INTEGER REFERENCES name(id),
      PRIMARY KEY (snapshot_id, ordinal)
    ) WITHOUT ROWID;

    -- What the rules of the batch had to say.
    CREATE TABLE finding (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      rule_id INTEGER NOT NULL REFERENCES name(id),
      severity TEXT NOT NULL,
      subject_id INTEGER NOT NULL REFERENCES name(id),
      bytes INTEGER,
      title_id INTEGER NOT NULL REFERENCES name(id),
      detail TEXT NOT NULL,
      recommendation_id INTEGER NOT NULL REFERENCES name(id),
      PRIMARY KEY (snapshot_id, ordinal)
    ) WITHOUT ROWID;

    CREATE TABLE evidence (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      finding INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      member_id INTEGER NOT NULL REFERENCES name(id),
      line INTEGER,
      text TEXT NOT NULL,
      PRIMARY KEY (snapshot_id, finding, ordinal)
    ) WITHOUT ROWID;

    CREATE TABLE component_kind (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    );
    INSERT INTO component_kind VALUES (1, 'zone'), (2, 'wired'), (3, 'kext heap'), (4, 'kext image');

    -- Sizes by name, for questions over many snapshots: zones by family, wired rows but kexts',
    -- what kexts allocated, and the images of kexts that are not Apple's.
    CREATE TABLE component (
      snapshot_id INTEGER NOT NULL REFERENCES snapshot(id) ON DELETE CASCADE,
      kind INTEGER NOT NULL REFERENCES component_kind(id),
      name_id INTEGER NOT NULL REFERENCES name(id),
      bytes INTEGER NOT NULL,
      PRIMARY KEY (snapshot_id, kind, name_id)
    ) WITHOUT ROWID;

    """#
}
