internal import Yams

/// A rules file: a YAML list of mappings.
struct RuleFile {
  let entries: [RuleEntry]

  /// Parses a file's text.
  ///
  /// - Throws: `RuleError` that says where the text is not YAML, or not a list of rules.
  init(_ text: String) throws(RuleError) {
    let root: Node?
    do {
      // The basic resolver leaves scalars untyped; each type test costs seven regular expressions.
      root = try Yams.compose(yaml: text, .basic)
    } catch {
      throw RuleError("not YAML: " + Self.sentence(error))
    }
    guard let root else { throw RuleError("no rules in it") }
    guard let nodes = root.sequence else { throw RuleError("not a list of rules") }
    var entries: [RuleEntry] = []
    for node in nodes {
      let entry = try RuleEntry(node)
      if entries.contains(where: { $0.id == entry.id }) {
        throw RuleError("rule \(entry.id): stands there twice")
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  /// The parser's own message spans many lines, with the text and a caret below it.
  private static func sentence(_ error: any Error) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
      .composer(_, let problem, let mark, _)?:
      "line \(mark.line), column \(mark.column): \(problem)"
    case .reader(let problem, _, _, _)?: problem
    case .duplicatedKeysInMapping(let names, let context)?:
      "line \(context.mark.line): \(names.joined(separator: ", ")) stands there twice"
    default: "it cannot be read"
    }
  }
}

/// One rule as written in a file: only the given keys.
struct RuleEntry {
  let id: String
  private let values: [String: Node]

  private static let keys: Set<String> = [
    "id", "for", "name", "except", "needs", "critical", "warning", "info", "title", "detail",
    "recommendation", "advice", "sources", "enabled",
  ]

  init(_ node: Node) throws(RuleError) {
    let line = node.mark.map { "line \($0.line)" } ?? "a rule"
    guard let mapping = node.mapping else { throw RuleError("\(line): not a rule") }
    var values: [String: Node] = [:]
    for (key, value) in mapping { values[key.scalar?.string ?? "?"] = value }
    guard let id = values["id"]?.scalar?.string, !id.isEmpty else {
      throw RuleError("\(line): a rule without an id")
    }
    if let key = values.keys.sorted().first(where: { !Self.keys.contains($0) }) {
      throw RuleError("rule \(id): unknown key \(key)")
    }
    self.id = id
    self.values = values
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  /// A text; nil when the key is absent.
  func text(_ key: String) throws(RuleError) -> String? {
    guard let node = values[key] else { return nil }
    guard let text = node.scalar?.string else { throw RuleError("\(key) takes a text") }
    return text
  }

  /// A list of texts, or a single text; nil when the key is absent.
  func list(_ key: String) throws(RuleError) -> [String]? {
    guard let node = values[key] else { return nil }
    if let text = node.scalar?.string { return [text] }
    guard let nodes = node.sequence else { throw RuleError("\(key) takes a list of texts") }
    var texts: [String] = []
    for node in nodes {
      guard let text = node.scalar?.string else { throw RuleError("\(key) takes a list of texts") }
      texts.append(text)
    }
    return texts
  }

  /// Alternatives of lists: `[a, b]` is one, `[[a], [b]]` are two; nil when the key is absent.
  func alternatives(_ key: String) throws(RuleError) -> [[String]]? {
    guard let nodes = values[key]?.sequence, nodes.first?.sequence != nil else {
      return try list(key).map { [$0] }
    }
    var all: [[String]] = []
    for node in nodes {
      let texts = node.sequence?.map { $0.scalar?.string } ?? [nil]
      guard !texts.isEmpty, !texts.contains(nil) else {
        throw RuleError("\(key) takes texts, or lists of texts")
      }
      all.append(texts.compactMap { $0 })
    }
    return all
  }

  /// Texts with the conditions of each (`when`, `then`); nil when the key is absent.
  func cases(_ key: String) throws(RuleError) -> [(when: [String], then: String)]? {
    guard let node = values[key] else { return nil }
    guard let nodes = node.sequence else { throw RuleError("\(key) takes a list of cases") }
    var all: [(when: [String], then: String)] = []
    for node in nodes {
      let conditions = node["when"]?.sequence?.compactMap { $0.scalar?.string } ?? []
      guard let text = node["then"]?.scalar?.string, !conditions.isEmpty, node.mapping?.count == 2
      else { throw RuleError("\(key) takes cases with when, a list of conditions, and then") }
      all.append((conditions, text))
    }
    return all
  }

  /// A flag; nil when the key is absent.
  func flag(_ key: String) throws(RuleError) -> Bool? {
    guard let node = values[key] else { return nil }
    switch node.scalar.map({ $0.style == .plain ? $0.string : "" }) {
    case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return true
    case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": return false
    default: throw RuleError("\(key) takes true or false")
    }
  }
}
