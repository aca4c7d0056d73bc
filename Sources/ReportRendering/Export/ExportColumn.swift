/// A column of an exported table.
public struct ExportColumn: Sendable, Hashable {
  /// The name: `current_bytes`.
  public let name: String
  /// What its values are.
  public let type: ExportType
  /// Whether a value may be missing, which means unknown.
  public internal(set) var isNullable: Bool
  /// What it says, in a few words.
  public let meaning: String
}

/// A type of an exported column.
public enum ExportType: String, Sendable, Encodable {
  /// Unicode text.
  case text
  /// A signed number of 64 bits.
  case integer
  /// A fraction.
  case real
  /// True or false.
  case boolean
}

/// A value of an exported row.
enum ExportValue: Sendable, Hashable {
  case text(String)
  case integer(Int)
  case real(Double)
  case boolean(Bool)
  /// Unknown, never zero.
  case unknown
}

/// A column together with the way to its value.
struct ExportField<Row>: Sendable {
  var column: ExportColumn
  let value: @Sendable (Row) -> ExportValue

  /// The same field; every row has a value.
  var required: ExportField {
    var field = self
    field.column.isNullable = false
    return field
  }

  private init(
    _ name: String, _ type: ExportType, _ meaning: String,
    _ value: @escaping @Sendable (Row) -> ExportValue
  ) {
    column = ExportColumn(name: name, type: type, isNullable: true, meaning: meaning)
    self.value = value
  }

  /// A column of texts.
  static func text(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> String?
  ) -> ExportField {
    ExportField(name, .text, meaning) { row in value(row).map(ExportValue.text) ?? .unknown }
  }

  /// A column of whole numbers.
  static func integer(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Int?
  ) -> ExportField {
    ExportField(name, .integer, meaning) { row in value(row).map(ExportValue.integer) ?? .unknown }
  }

  /// A column of fractions.
  static func real(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Double?
  ) -> ExportField {
    ExportField(name, .real, meaning) { row in value(row).map(ExportValue.real) ?? .unknown }
  }

  /// A column of truths.
  static func boolean(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Bool?
  ) -> ExportField {
    ExportField(name, .boolean, meaning) { row in value(row).map(ExportValue.boolean) ?? .unknown }
  }
}
