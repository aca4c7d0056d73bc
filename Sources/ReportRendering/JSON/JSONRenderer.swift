internal import AllocationBalance
public import MemoryAnalysis

/// Renders reports as JSON.
public enum JSONRenderer {
  /// One object over many lines, for people and files.
  ///
  /// - Throws: what the encoder throws; a report holds nothing that it cannot encode.
  public static func document(_ report: Report) throws -> String {
    try encode(ReportDocument(report), isPretty: true)
  }

  /// The same object on one line, as JSON Lines want it.
  ///
  /// - Throws: what the encoder throws; a report holds nothing that it cannot encode.
  public static func line(_ report: Report) throws -> String {
    try encode(ReportDocument(report), isPretty: false)
  }

  /// The UTF-8 of a report's document, or of its line: a report of a megabyte then does not stand in
  /// memory twice.
  ///
  /// - Throws: what the encoder throws; a report holds nothing that it cannot encode.
  public static func bytes(of report: Report, isPretty: Bool) throws -> [UInt8] {
    try JSONTextEncoder.bytes(of: ReportDocument(report), isPretty: isPretty, end: "\n")
  }

  /// A comparison, one object over many lines.
  ///
  /// - Throws: what the encoder throws; a comparison holds nothing that it cannot encode.
  public static func document(_ comparison: Comparison) throws -> String {
    try encode(ComparisonDocument(comparison), isPretty: true)
  }

  /// A comparison with clean boots taken off, one object over many lines.
  ///
  /// - Throws: what the encoder throws; a comparison holds nothing that it cannot encode.
  public static func document(_ baseline: BaselineComparison) throws -> String {
    try encode(BaselineDocument(baseline), isPretty: true)
  }

  /// A trend, one object over many lines.
  ///
  /// - Throws: what the encoder throws; a trend holds nothing that it cannot encode.
  public static func document(_ trend: Trend) throws -> String {
    try encode(TrendDocument(trend), isPretty: true)
  }

  /// The text of a value, ended by a line break.
  static func encode(_ value: some Encodable, isPretty: Bool) throws -> String {
    String(
      decoding: try JSONTextEncoder.bytes(of: value, isPretty: isPretty, end: "\n"), as: UTF8.self)
  }
}
