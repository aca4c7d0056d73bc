/// The key `redaction` of a JSON object: the number of replacements of each kind.
enum RedactionKey {
  /// The object with the key appended, in the object's own layout.
  static func added(to json: String, _ counts: [SecretKind: Int]) -> String {
    guard let brace = json.lastIndex(of: "}") else { return json }
    let isPretty = json.hasPrefix("{\n")
    var body = json[..<brace]
    while body.last?.isWhitespace == true { body.removeLast() }
    let comma = body.last == "{" ? "" : ","
    let (outer, inner, colon) = isPretty ? ("\n  ", "\n    ", " : ") : ("", "", ":")
    let entries = counts.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\(inner)\"\($0.key.rawValue)\"\(colon)\($0.value)" }.joined(separator: ",")
    let value = entries.isEmpty ? "{}" : "{\(entries)\(outer)}"
    return
      "\(body)\(comma)\(outer)\"redaction\"\(colon)\(value)\(isPretty ? "\n" : "")\(json[brace...])"
  }
}
