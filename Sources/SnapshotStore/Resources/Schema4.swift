// swift-format-ignore-file: the text below is data.

/// The script that leads a store to version 4.
enum Schema4 {
  static let sql = #"""
    -- Version 4: content is the JSON of the section itself, and a view shows every section; a process's
    -- peak and ledger footprint stand in lines of their own, which are NULL for older snapshots.

    ALTER TABLE process ADD COLUMN peak_line INTEGER;
    ALTER TABLE process ADD COLUMN ledger_line INTEGER;

    -- Before, an envelope stood around it: {"vmStat":{"_0":{…}}}, {"tasks":{"_0":[…]}}.
    UPDATE section SET content = (
      SELECT CASE key
        WHEN 'tasks' THEN json_object('tasks', json_extract(value, '$._0'))
        ELSE coalesce(json_extract(value, '$._0'), value)
      END
      FROM json_each(section.content))
    WHERE json_valid(content);

    -- The members that were read. content holds the whole section as JSON, but for the rows of zprint,
    -- footprint and kextstat, which have tables of their own.
    CREATE VIEW sections AS
      SELECT snapshot_id AS snapshot, kind, name.text AS member, bytes, rows, unread_line_count,
        is_whole, failure, content
      FROM section JOIN name ON name.id = member_id;

    """#
}
