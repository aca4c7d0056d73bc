/// The JSON Schemas (draft 2020-12) of what `JSONRenderer` writes, by the command that writes it.
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

extension ReportSchemaData {
  /// Definitions of the report's schema, for a schema that uses them too.
  ///
  /// A definition is a line of its own, or lines up to a closing brace at its own indent.
  static func definitions(_ names: String...) -> String {
    let lines = json.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "  \"$defs\": {") else { return "" }
    return names.compactMap { name in
      guard let first = lines[start...].firstIndex(where: { $0.hasPrefix("    \"\(name)\": {") })
      else { return nil }
      if let only = lines[first].lastIndex(of: "}") {
        return String(lines[first][...only].drop { $0 == " " })
      }
      let last = lines[first...].firstIndex { $0.hasPrefix("    }") } ?? first
      let inner = lines[(first + 1)..<last].joined(separator: "\n")
      return "\(lines[first].drop { $0 == " " })\n\(inner)\n    }"
    }.joined(separator: ",\n    ")
  }
}
