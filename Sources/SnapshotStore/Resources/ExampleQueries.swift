// swift-format-ignore-file: the text below is data.

/// Ten questions to a store, as SQL with comments.
enum ExampleQueries {
  static let sql = #"""
    -- Ten questions to a store, each one statement. Run one with the sqlite3 shell, read-only:
    --   sqlite3 -readonly -header -column FILE.sqlite "SELECT …"

    -- 1. Which machines have a zone above a size? (here kalloc.1024 by family, 1 GiB)
    SELECT machine, host_name, captured_at, components.bytes
    FROM components JOIN snapshots USING (snapshot)
    WHERE kind = 'zone' AND name = 'data.kalloc.1024' AND components.bytes > 1024 * 1024 * 1024
    ORDER BY components.bytes DESC;

    -- 2. Where does the kernel hold more than a quarter of kernel and user together, as of each
    --    machine's latest archive?
    SELECT machine, build, kernel_bytes, user_bytes, round(kernel_share, 3) AS share
    FROM latest_snapshots WHERE kernel_share > 0.25 ORDER BY kernel_share DESC, machine;

    -- 3. Which zone is the largest, over all snapshots?
    SELECT machine, captured_at, largest_zone, largest_zone_bytes
    FROM snapshots WHERE largest_zone_bytes IS NOT NULL
    ORDER BY largest_zone_bytes DESC LIMIT 1;

    -- 4. How did a zone move on each machine, archive by archive?
    SELECT machine, captured_at, components.bytes,
      components.bytes - lag(components.bytes) OVER (
        PARTITION BY machine ORDER BY captured_seconds) AS growth
    FROM components JOIN snapshots USING (snapshot)
    WHERE kind = 'zone' AND name = 'data.kalloc.1024'
    ORDER BY machine, captured_seconds;

    -- 5. Which third-party kexts are loaded, on how many machines, in which versions?
    SELECT name, count(DISTINCT machine) AS machines, group_concat(DISTINCT version) AS versions
    FROM loaded_kexts JOIN snapshots USING (snapshot)
    WHERE is_third_party GROUP BY name ORDER BY machines DESC, name;

    -- 6. Which kexts allocated most for themselves?
    SELECT name, max(bytes) AS most_bytes FROM components
    WHERE kind = 'kext heap' GROUP BY name ORDER BY most_bytes DESC, name;

    -- 7. Which findings are there, and on how many snapshots?
    SELECT severity, rule, count(DISTINCT snapshot) AS snapshots FROM findings
    GROUP BY severity, rule ORDER BY snapshots DESC, severity, rule;

    -- 8. Which archives could not be read, in whole or in part?
    SELECT path, outcome, error FROM failures ORDER BY path;

    -- 9. Which processes have the largest footprints, all of one name together?
    SELECT machine, captured_at, name, sum(footprint_bytes) AS bytes
    FROM processes JOIN snapshots USING (snapshot)
    WHERE name <> 'kernel_task' AND footprint_bytes IS NOT NULL
    GROUP BY snapshot, machine, captured_at, name
    ORDER BY bytes DESC, machine, captured_at, name LIMIT 20;

    -- 10. What does each snapshot leave unexplained of its installed memory?
    SELECT machine, captured_at, installed_bytes, unexplained_bytes
    FROM snapshots WHERE unexplained_bytes IS NOT NULL
    ORDER BY abs(unexplained_bytes) DESC, machine, captured_at;

    """#
}
