/// The store's tables and views, version by version.
public enum Schema {
  /// The scripts that lead from an empty database to the current version, in order.
  ///
  /// A script is never changed once it has shipped: a change is a script of its own.
  static var scripts: [String] { [Schema1.sql, Schema2.sql, Schema3.sql] }

  /// The version that this program writes, kept in `PRAGMA user_version`.
  public static let version = 3

  /// Marks a database as a store of snapshots, in `PRAGMA application_id`: `SYSB`.
  static let applicationID = 0x5359_5342

  /// Ten questions to a store, as SQL with comments.
  public static var queries: String { ExampleQueries.sql }

  /// The whole schema with the ten questions, for people.
  public static var document: String {
    (scripts + [queries]).joined(separator: "\n")
  }
}
