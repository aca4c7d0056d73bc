/// The JSON Schemas (draft 2020-12) for the output of `JSONRenderer`, one for each command.
public enum ReportSchema: String, Sendable, CaseIterable {
  /// `report`, and each line of `batch`.
  case report
  /// `compare` of two archives.
  case compare
  /// `compare --baseline`.
  case baseline
  /// `trend`.
  case trend
  /// `fleet`.
  case fleet
  /// `list`.
  case list
  /// `explain`.
  case explain
  /// Any command but `report`, when it can produce nothing.
  case failure

  /// The schema's text, ended.
  public var text: String {
    switch self {
    case .report: ReportSchemaData.json
    case .compare: ComparisonSchemaData.json
    case .baseline: BaselineSchemaData.json
    case .trend: TrendSchemaData.json
    case .fleet: FleetSchemaData.json
    case .list: ListingSchemaData.json
    case .explain: ExplanationSchemaData.json
    case .failure: FailureSchemaData.json
    }
  }
}
