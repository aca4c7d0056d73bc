/// The store's tables and views, version by version.
public enum Schema {
  /// What leads a store from one version to the next.
  struct Migration {
    /// The name under which GRDB's migrator knows it.
    let name: String
    let sql: String
  }

  /// The migrations that lead from an empty database to the current version, in order.
  ///
  /// A migration is never changed once it has shipped: a change is a migration of its own.
  static var migrations: [Migration] {
    [
      Migration(name: "tables", sql: Schema1.sql),
      Migration(name: "views", sql: Schema2.sql),
      Migration(name: "fullest copies", sql: Schema3.sql),
      Migration(name: "plain sections", sql: Schema4.sql),
      Migration(name: "processes of any list", sql: Schema5.sql),
      Migration(name: "apps", sql: Schema6.sql),
      Migration(name: "sizes without an index", sql: Schema7.sql),
      Migration(name: "lists of rows", sql: Schema8.sql),
      Migration(name: "lists of zones", sql: Schema9.sql),
    ]
  }

  /// The version that this program writes, kept in `PRAGMA user_version`.
  public static var version: Int { migrations.count }

  /// Marks a database as a store of snapshots, in `PRAGMA application_id`: `SYSB`.
  static let applicationID = 0x5359_5342

  /// Ten questions to a store, as SQL with comments.
  public static var queries: String { ExampleQueries.sql }

  /// The whole schema with the ten questions, for people.
  public static var document: String {
    (migrations.map(\.sql) + [queries]).joined(separator: "\n")
  }
}
