/// A JSON value of a truth file, printed with sorted keys.
enum JSONText {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSONText])
  case object([String: JSONText])

  /// An integer, or null.
  init(_ value: Int?) { self = value.map { .int($0) } ?? .null }
  /// A text, or null.
  init(_ value: String?) { self = value.map { .string($0) } ?? .null }

  /// On one line, without blanks.
  var line: String {
    switch self {
    case .array(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }
        .map { Self.quoted($0.key) + ":" + $0.value.line }.joined(separator: ",") + "}"
    default: scalar
    }
  }

  /// One line per value, indented by two blanks per level.
  var indented: String { indented(by: "") + "\n" }

  private func indented(by margin: String) -> String {
    let deeper = margin + "  "
    switch self {
    case .array(let values) where !values.isEmpty:
      let lines = values.map { deeper + $0.indented(by: deeper) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(margin)]"
    case .object(let members) where !members.isEmpty:
      let lines = members.sorted { $0.key < $1.key }.map {
        deeper + Self.quoted($0.key) + ": " + $0.value.indented(by: deeper)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(margin)}"
    default: return line
    }
  }

  /// An object with one line for each key and each list element: a third of the size.
  var rows: String {
    guard case .object(let members) = self else { return line + "\n" }
    let parts = members.sorted { $0.key < $1.key }.map { key, value in
      "  " + Self.quoted(key) + ": " + value.row
    }
    return "{\n" + parts.joined(separator: ",\n") + "\n}\n"
  }

  private var row: String {
    switch self {
    case .array(let values):
      guard case .object = values.first else { return line }
      return "[\n    " + values.map(\.line).joined(separator: ",\n    ") + "\n  ]"
    case .object(let members) where members.values.contains(where: \.isContainer):
      let lines = members.sorted { $0.key < $1.key }.map {
        Self.quoted($0.key) + ": " + $0.value.line
      }
      return "{\n    " + lines.joined(separator: ",\n    ") + "\n  }"
    default: return line
    }
  }

  private var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }

  private var scalar: String {
    switch self {
    case .bool(let value): value ? "true" : "false"
    case .int(let value): "\(value)"
    case .double(let value): "\(value)"
    case .string(let value): Self.quoted(value)
    case .null, .array, .object: "null"
    }
  }

  /// A string with its quotes; control characters are escaped.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case ..." ":
        quoted +=
          scalar == " " ? " " : "\\u" + String(scalar.value, radix: 16).zeros(4)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .int(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(nilLiteral: ()) { self = .null }
  init(dictionaryLiteral elements: (String, JSONText)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
  init(arrayLiteral elements: JSONText...) { self = .array(elements) }
}
