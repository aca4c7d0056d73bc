-- The outliers of a fleet and the third-party kexts that they share, over the exported tables: what `sysbalance fleet` computes.
-- DuckDB and Spark SQL run it as it is, after the views of duckdb.sql. The thresholds are those of FleetThresholds.

-- The latest snapshot of each machine whose model and kernel are known.
CREATE OR REPLACE TEMPORARY VIEW fleet_known AS
  SELECT snapshot, machine, coalesce(host_name, machine) AS name, path, model, build, kernel_source, kernel_bytes,
    CAST(kernel_bytes AS DOUBLE) / nullif(CAST(kernel_bytes AS DOUBLE) + user_bytes, 0) AS kernel_share,
    concat_ws('|', model, coalesce(CAST(installed_bytes AS STRING), '?'), kernel_source, CAST(kernel_is_lower_bound AS STRING)) AS kind
  FROM latest_snapshots WHERE model IS NOT NULL AND kernel_bytes IS NOT NULL;

-- A machine is judged among those of its build, or where these are fewer than 8, of its model over all builds.
CREATE OR REPLACE TEMPORARY VIEW fleet_members AS
  WITH counted AS (
    SELECT *, count(*) OVER (PARTITION BY kind, build) AS of_build, count(*) OVER (PARTITION BY kind) AS of_kind FROM fleet_known)
  SELECT concat(kind, '|', build) AS family, TRUE AS is_judged, counted.* FROM counted WHERE build IS NOT NULL AND of_build >= 8
  UNION ALL
  SELECT kind, build IS NULL OR of_build < 8, counted.* FROM counted WHERE of_kind >= 8;

-- The kernel and its disjoint parts. Memory that processes wire is not the kernel's; what is set aside at boot does not leak.
CREATE OR REPLACE TEMPORARY VIEW fleet_parts AS
  SELECT snapshot, 'kernel' AS part, 'kernel' AS part_name, kernel_bytes AS bytes FROM fleet_known
  UNION ALL
  SELECT components.snapshot, components.kind, components.name, components.bytes
  FROM components JOIN fleet_known ON fleet_known.snapshot = components.snapshot
  WHERE kernel_source <> 'footprint.kernelTask' AND components.kind IN ('zone', 'wired', 'kext heap')
    AND NOT (components.kind = 'wired' AND (components.name = 'VM_KERN_MEMORY_MLOCK' OR components.name LIKE 'VM!_KERN!_COUNT!_%' ESCAPE '!'))
  UNION ALL
  SELECT kernel_categories.snapshot, 'category', kernel_categories.name, CAST(sum(dirty_bytes) AS BIGINT)
  FROM kernel_categories JOIN fleet_known ON fleet_known.snapshot = kernel_categories.snapshot
  WHERE kernel_source = 'footprint.kernelTask' GROUP BY kernel_categories.snapshot, kernel_categories.name;

-- Every member's size of every part of its group; a machine without the part has 0.
CREATE OR REPLACE TEMPORARY VIEW fleet_sizes AS
  WITH present AS (
    SELECT family, part, part_name FROM fleet_members JOIN fleet_parts ON fleet_parts.snapshot = fleet_members.snapshot
    GROUP BY family, part, part_name HAVING max(bytes) >= 1048576)
  SELECT fleet_members.family, fleet_members.snapshot, is_judged, present.part, present.part_name,
    CAST(coalesce(fleet_parts.bytes, 0) AS DOUBLE) AS bytes
  FROM fleet_members JOIN present ON present.family = fleet_members.family
  LEFT JOIN fleet_parts ON fleet_parts.snapshot = fleet_members.snapshot AND fleet_parts.part = present.part
    AND fleet_parts.part_name = present.part_name
  UNION ALL
  SELECT family, snapshot, is_judged, 'kernelShare', 'kernelShare', kernel_share FROM fleet_members WHERE kernel_share IS NOT NULL;

-- How far each size lies above the median, and in robust standard deviations.
CREATE OR REPLACE TEMPORARY VIEW fleet_deviations AS
  WITH medians AS (
    SELECT family, part, part_name, median(bytes) AS usual, count(*) AS machines FROM fleet_sizes GROUP BY family, part, part_name),
  spreads AS (
    SELECT fleet_sizes.family, fleet_sizes.part, fleet_sizes.part_name, max(usual) AS usual, max(machines) AS machines,
      1.4826 * median(abs(bytes - usual)) AS deviation
    FROM fleet_sizes JOIN medians ON medians.family = fleet_sizes.family AND medians.part = fleet_sizes.part
      AND medians.part_name = fleet_sizes.part_name
    GROUP BY fleet_sizes.family, fleet_sizes.part, fleet_sizes.part_name)
  SELECT fleet_sizes.family, snapshot, fleet_sizes.part, fleet_sizes.part_name, bytes, usual, machines, bytes - usual AS excess,
    (bytes - usual) / greatest(deviation, 0.05 * usual, CASE WHEN fleet_sizes.part = 'kernelShare' THEN 0.01 ELSE 16777216 END) AS z
  FROM fleet_sizes JOIN spreads ON spreads.family = fleet_sizes.family AND spreads.part = fleet_sizes.part
    AND spreads.part_name = fleet_sizes.part_name
  WHERE is_judged;

CREATE OR REPLACE TEMPORARY VIEW fleet_standing_out AS
  SELECT one.* FROM fleet_deviations AS one
  LEFT JOIN fleet_deviations AS whole ON whole.snapshot = one.snapshot AND whole.family = one.family AND whole.part = 'kernel'
  WHERE one.z >= 6 AND CASE
    WHEN one.part = 'kernelShare' THEN one.machines >= 8 AND one.excess >= 0.15 AND whole.excess >= 1610612736
    ELSE one.excess >= 1610612736
      AND one.bytes + 268435456 >= CASE WHEN one.part = 'kernel' THEN 2.5 ELSE 4.0 END * (one.usual + 268435456) END;

CREATE OR REPLACE TEMPORARY VIEW fleet_outliers AS
  SELECT name, path, max(whole.excess) AS kernel_excess
  FROM fleet_standing_out JOIN fleet_known ON fleet_known.snapshot = fleet_standing_out.snapshot
  JOIN fleet_deviations AS whole ON whole.snapshot = fleet_known.snapshot AND whole.part = 'kernel'
  GROUP BY name, path;

-- Fisher's exact test, one-sided, for each kext and version, times the number of tests (Bonferroni).
CREATE OR REPLACE TEMPORARY VIEW fleet_saying AS
  SELECT DISTINCT judged.snapshot, standing.snapshot IS NOT NULL AS is_outlier
  FROM (SELECT DISTINCT snapshot FROM fleet_members WHERE is_judged) AS judged
  JOIN sections ON sections.snapshot = judged.snapshot AND sections.kind = 'kextstat' AND sections.outcome <> 'unreadable'
  LEFT JOIN (SELECT DISTINCT snapshot FROM fleet_standing_out) AS standing ON standing.snapshot = judged.snapshot;

CREATE OR REPLACE TEMPORARY VIEW fleet_kext_counts AS
  WITH loaded AS (
    SELECT DISTINCT kexts.snapshot, kexts.name, kexts.version, is_outlier
    FROM kexts JOIN fleet_saying ON fleet_saying.snapshot = kexts.snapshot WHERE is_third_party),
  several AS (SELECT name FROM loaded GROUP BY name HAVING count(DISTINCT version) > 1),
  candidates AS (
    SELECT DISTINCT name, CAST(NULL AS STRING) AS version, snapshot, is_outlier FROM loaded
    UNION ALL
    SELECT name, version, snapshot, is_outlier FROM loaded WHERE name IN (SELECT name FROM several))
  SELECT name, version, sum(CASE WHEN is_outlier THEN 1 ELSE 0 END) AS outliers, sum(CASE WHEN is_outlier THEN 0 ELSE 1 END) AS others
  FROM candidates GROUP BY name, version HAVING count(*) >= 2;

CREATE OR REPLACE TEMPORARY VIEW fleet_factorials AS
  WITH numbers AS (SELECT row_number() OVER (ORDER BY snapshot) AS n FROM fleet_saying)
  SELECT n, sum(ln(n)) OVER (ORDER BY n) AS log_factorial FROM numbers
  UNION ALL SELECT 0, 0.0;

CREATE OR REPLACE TEMPORARY VIEW fleet_shared_kexts AS
  WITH sizes AS (
    SELECT sum(CASE WHEN is_outlier THEN 1 ELSE 0 END) AS group_size, count(*) AS all_size FROM fleet_saying),
  terms AS (
    SELECT kext.name, kext.version, kext.outliers, kext.others, group_size, all_size, kext.outliers + kext.others AS marked, k.n AS k
    FROM fleet_kext_counts AS kext CROSS JOIN sizes
    JOIN fleet_factorials AS k ON k.n >= kext.outliers AND k.n <= least(group_size, kext.outliers + kext.others)
    WHERE kext.outliers >= 2 AND all_size - (kext.outliers + kext.others) >= group_size - k.n),
  chances AS (
    SELECT name, version, outliers, others, sum(exp(
      f_marked.log_factorial - f_k.log_factorial - f_left.log_factorial
      + f_rest.log_factorial - f_drawn.log_factorial - f_undrawn.log_factorial
      - f_all.log_factorial + f_group.log_factorial + f_outside.log_factorial)) AS chance
    FROM terms
    JOIN fleet_factorials AS f_marked ON f_marked.n = marked
    JOIN fleet_factorials AS f_k ON f_k.n = k
    JOIN fleet_factorials AS f_left ON f_left.n = marked - k
    JOIN fleet_factorials AS f_rest ON f_rest.n = all_size - marked
    JOIN fleet_factorials AS f_drawn ON f_drawn.n = group_size - k
    JOIN fleet_factorials AS f_undrawn ON f_undrawn.n = all_size - marked - group_size + k
    JOIN fleet_factorials AS f_all ON f_all.n = all_size
    JOIN fleet_factorials AS f_group ON f_group.n = group_size
    JOIN fleet_factorials AS f_outside ON f_outside.n = all_size - group_size
    GROUP BY name, version, outliers, others),
  best AS (
    SELECT *, row_number() OVER (PARTITION BY name ORDER BY chance, outliers DESC, coalesce(version, '')) AS place FROM chances)
  SELECT name, version, outliers, others, least(1.0, chance * (SELECT count(*) FROM fleet_kext_counts)) AS chance
  FROM best WHERE place = 1;
