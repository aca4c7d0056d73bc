/// One table of an export: its columns, and the rows that a capture has in it.
///
/// `batch --tables`, `store export --tables`, `report --format rows` and the Spark job all write
/// these tables; `sysbalance schema --tables` prints their definition.
public struct ExportTable: Sendable {
  /// The name: `zones`.
  public let name: String
  /// What one row stands for.
  public let summary: String
  /// The columns, in the order of the values of a row.
  public let columns: [ExportColumn]
  /// How often a row is written.
  public let scope: Scope
  /// The rows of a capture.
  let rows: @Sendable (ExportedCapture) -> [[ExportValue]]

  /// Creates a table of a snapshot's rows.
  ///
  /// Two columns come first: `snapshot`, the digest that all tables share, and `ordinal`, the place
  /// of the row among the snapshot's rows.
  ///
  /// - Parameters:
  ///   - name: the table's name.
  ///   - summary: what one row stands for.
  ///   - items: the things of a capture that have a row each.
  ///   - fields: the other columns.
  init<Item>(
    _ name: String, _ summary: String, of items: @escaping @Sendable (ExportedCapture) -> [Item],
    _ fields: [ExportField<Item>]
  ) {
    self.name = name
    self.summary = summary
    scope = .snapshot
    let key = ExportField<Int>.text(
      "snapshot", "SHA-256 over the capture's sections, as contentDigest in JSON"
    ) { _ in nil }
    .required
    let place = ExportField<Int>.integer("ordinal", "the row's place, from 0") { $0 }.required
    columns = [key.column, place.column] + fields.map(\.column)
    rows = { capture in
      guard let snapshot = capture.snapshot else { return [] }
      return items(capture).enumerated().map { place, item in
        [.text(snapshot), .integer(place)] + fields.map { $0.value(item) }
      }
    }
  }

  /// Creates a table with one row at most for a capture.
  ///
  /// - Parameters:
  ///   - name: the table's name.
  ///   - summary: what one row stands for.
  ///   - scope: how often a row is written.
  ///   - item: the thing of a capture that has a row; nil when there is none.
  ///   - fields: all columns.
  init<Item>(
    _ name: String, _ summary: String, _ scope: Scope,
    of item: @escaping @Sendable (ExportedCapture) -> Item?, _ fields: [ExportField<Item>]
  ) {
    self.name = name
    self.summary = summary
    self.scope = scope
    columns = fields.map(\.column)
    rows = { capture in item(capture).map { item in [fields.map { $0.value(item) }] } ?? [] }
  }

  /// How often a row is written.
  public enum Scope: Sendable, Hashable {
    /// Once for each snapshot, however many archives hold it.
    case snapshot
    /// Once for each machine.
    case machine
    /// Once for each archive.
    case archive
  }

  /// All tables, in the order in which they are written.
  public static let all: [ExportTable] = [
    snapshots, machines, sections, zones, wired, kexts, kernelCategories, processes, ledger,
    findings, failures,
  ]
}
