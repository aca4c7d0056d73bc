/// A result that can be shown: as a document to readers, as a contract to programs.
///
/// A new result conforms to this and has every format; a new format renders `document` and serves
/// every result.
public protocol Presentable {
  /// The tables that CSV can be made of, the one without `--table` first; empty when there are none.
  static var tables: [TableShape] { get }
  /// The name of the first CSV column, which tells several results apart; nil when none does.
  static var keyName: String? { get }
  /// The result for readers.
  var document: Document { get }
  /// The result for programs: the JSON, key by key.
  var contract: any Encodable { get }
  /// Whether results have rows in exported tables.
  static var isExported: Bool { get }
  /// The capture whose rows are exported; nil when there is none.
  var exported: ExportedCapture? { get }
}

extension Presentable {
  /// Nothing tells several results apart.
  public static var keyName: String? { nil }

  /// No result is exported.
  public static var isExported: Bool { false }

  /// Nothing is exported.
  public var exported: ExportedCapture? { nil }
}
