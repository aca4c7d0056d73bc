public import AllocationBalance

/// Renders reports as JSON.
public enum JSONRenderer {
  /// One object over many lines, for people and files.
  ///
  /// - Throws: what the encoder throws; a report holds nothing that it cannot encode.
  public static func document(_ report: Report) throws -> String {
    try encode(ReportDocument(report), isPretty: true) + "\n"
  }

  /// The same object on one line, as JSON Lines want it.
  ///
  /// - Throws: what the encoder throws; a report holds nothing that it cannot encode.
  public static func line(_ report: Report) throws -> String {
    try encode(ReportDocument(report), isPretty: false) + "\n"
  }

  /// A comparison, one object over many lines.
  ///
  /// - Throws: what the encoder throws; a comparison holds nothing that it cannot encode.
  public static func document(_ comparison: Comparison) throws -> String {
    try encode(ComparisonDocument(comparison), isPretty: true) + "\n"
  }

  /// A comparison with clean boots taken off, one object over many lines.
  ///
  /// - Throws: what the encoder throws; a comparison holds nothing that it cannot encode.
  public static func document(_ baseline: BaselineComparison) throws -> String {
    try encode(BaselineDocument(baseline), isPretty: true) + "\n"
  }

  /// A trend, one object over many lines.
  ///
  /// - Throws: what the encoder throws; a trend holds nothing that it cannot encode.
  public static func document(_ trend: Trend) throws -> String {
    try encode(TrendDocument(trend), isPretty: true) + "\n"
  }

  static func encode(_ value: some Encodable, isPretty: Bool) throws -> String {
    try JSONTextEncoder.text(of: value, isPretty: isPretty)
  }
}
