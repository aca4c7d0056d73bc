internal import Platform

/// The definition of the exported tables, for programs that read them.
///
/// ```json
/// {
///   "schemaVersion": 1,
///   "tables": [
///     {
///       "columns": [ { "meaning": "…", "name": "snapshot", "nullable": false, "type": "text" } ],
///       "name": "zones",
///       "rows": "one zone of zprint"
///     }
///   ],
///   "tool": { "name": "sysbalance", "version": "0.1.0" }
/// }
/// ```
public enum ExportSchema {
  /// The version; a column may be added without a new one.
  public static let version = 1

  /// The definition as JSON, ended.
  public static var json: String {
    // Nothing in it can fail to encode.
    let bytes = try? JSONTextEncoder.bytes(of: Definition(), isPretty: true, end: "\n")
    return String(decoding: bytes ?? [], as: UTF8.self)
  }

  private struct Definition: Encodable {
    let schemaVersion = ExportSchema.version
    let tables = ExportTable.all.map(TableDefinition.init)
    let tool = ToolDocument()
  }

  private struct TableDefinition: Encodable {
    let columns: [ColumnDefinition]
    let name: String
    let rows: String

    init(_ table: ExportTable) {
      columns = table.columns.map(ColumnDefinition.init)
      name = table.name
      rows = table.summary
    }
  }

  private struct ColumnDefinition: Encodable {
    let meaning: String
    let name: String
    let nullable: Bool
    let type: ExportType

    init(_ column: ExportColumn) {
      meaning = column.meaning
      name = column.name
      nullable = column.isNullable
      type = column.type
    }
  }
}
