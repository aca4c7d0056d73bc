internal import AllocationBalance
public import MemoryAnalysis

extension JSONRenderer {
  /// What is known of a name, as one object.
  ///
  /// - Throws: what the encoder throws; an entry holds nothing that it cannot encode.
  public static func explanation(_ match: NameMatch, of name: String) throws -> String {
    try encode(ExplanationDocument(match, of: name), isPretty: true)
  }
}

/// The JSON of `explain`.
private struct ExplanationDocument: Encodable {
  let schemaVersion = 1
  let query: String
  let foundBy: NameMatch.Way
  let entry: NameEntry

  init(_ match: NameMatch, of name: String) {
    query = name
    foundBy = match.way
    entry = match.entry
  }
}
