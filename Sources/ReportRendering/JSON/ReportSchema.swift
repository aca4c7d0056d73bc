/// The JSON Schema (draft 2020-12) of what `JSONRenderer` writes.
public enum ReportSchema {
  /// The schema's text, ended.
  public static var text: String { ReportSchemaData.json }
}
