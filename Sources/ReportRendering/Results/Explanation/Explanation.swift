internal import AllocationBalance
public import MemoryAnalysis

/// What is known of a name that a report prints.
public struct Explanation: Presentable, Sendable {
  private let match: NameMatch
  private let name: String

  /// Creates an explanation.
  ///
  /// - Parameters:
  ///   - match: what was found.
  ///   - name: the name that was asked for.
  public init(_ match: NameMatch, of name: String) {
    self.match = match
    self.name = name
  }

  /// None: an explanation is prose.
  public static var tables: [TableShape] { [] }

  /// The explanation's JSON.
  public var contract: any Encodable {
    ExplanationDocument(query: name, foundBy: match.way, entry: match.entry)
  }

  /// What it is, what it means, and where that is from.
  public var document: Document {
    let entry = match.entry
    var document = Document()
    document.verdict = Verdict("\(entry.printedName): \(kind)")
    let way = match.way == .name ? [] : ["\(name): \(match.way.words)"]
    let facts = [
      Fact("allocated by", entry.allocatedBy.map { [$0] } ?? []),
      Fact("also", entry.aliases.isEmpty ? [] : [entry.printedAliases.joined(separator: ", ")]),
      Fact("caution", entry.cautions),
      Fact("known", entry.known.map { "\($0.what) (\($0.source))" }),
      Fact("sources", entry.sources),
    ]
    document.sections = [
      DocumentSection(
        "meaning", heading: "", isFirstScreen: true,
        contents: (way + [entry.title, entry.meaning]).map { .paragraph($0) }),
      DocumentSection(
        "details", heading: "", isFirstScreen: true,
        contents: [.facts(facts.filter { !$0.paragraphs.isEmpty })]),
    ]
    return document
  }

  private var kind: String {
    let entry = match.entry
    var facts = [entry.kind.words]
    if !entry.numbers.isEmpty { facts[0] += " " + entry.numbers.joined(separator: ", ") }
    if let subsystem = entry.subsystem { facts.append(subsystem) }
    if let since = entry.since { facts.append("since " + since) }
    if let until = entry.until { facts.append("until " + until) }
    return facts.joined(separator: ", ")
  }
}

/// The JSON of `explain`.
private struct ExplanationDocument: Encodable {
  let schemaVersion = 1
  let tool = ToolDocument()
  let query: String
  let foundBy: NameMatch.Way
  let entry: NameEntry
}

extension NameEntry.Kind {
  fileprivate var words: String {
    switch self {
    case .zone: "zone"
    case .zoneFamily: "zones"
    case .tag: "tag"
    case .counter: "counter"
    case .map: "kernel map"
    case .category: "footprint category"
    case .section: "section"
    case .term: "term"
    case .finding: "finding"
    }
  }
}

extension NameMatch.Way {
  fileprivate var words: String {
    switch self {
    case .name: "its name"
    case .alias: "another name for it"
    case .pattern: "one of this kind"
    case .truncated: "the beginning of its name, truncated by zprint"
    case .number: "its number"
    case .caseInsensitive: "its name in another case"
    }
  }
}
