// swift-format-ignore-file: the text below is data.

/// The script that leads a store to version 6.
enum Schema6 {
  static let sql = #"""
    -- Version 6: the footprints of apps among the sizes by name, of apps of 1 MiB or more. Snapshots that
    -- were kept before have none.

    INSERT INTO component_kind VALUES (5, 'app');

    """#
}
