/// The JSON Schema (draft 2020-12) of what `JSONRenderer` writes.
public enum ReportSchema {
  /// The schema's text, ended.
  public static var text: String {
    String(decoding: PackageResources.report_schema_json, as: UTF8.self)
  }
}
