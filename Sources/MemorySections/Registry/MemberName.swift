/// A name of members of one kind of section: the last component of their path.
public struct MemberName: Sendable, Hashable {
  /// The name; it may contain one `*` for any text.
  public let pattern: String
  /// The name of the file that `extract` writes for such a member.
  public let fileName: String

  /// Whether capital letters match small ones.
  let ignoresCase: Bool

  private let beginning: String
  /// The text after the `*`; nil without one.
  private let end: String?

  /// Creates a name.
  ///
  /// - Parameters:
  ///   - pattern: the name, with at most one `*`.
  ///   - fileName: the name of the extracted file; nil for the member's own name.
  ///   - ignoresCase: whether capital letters match small ones; the pattern is then in small ones.
  init(_ pattern: String, extractedAs fileName: String? = nil, ignoresCase: Bool = false) {
    let parts = pattern.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
    self.pattern = pattern
    self.fileName = fileName ?? pattern
    self.ignoresCase = ignoresCase
    beginning = String(parts[0])
    end = parts.count > 1 ? String(parts[1]) : nil
  }

  /// Whether only one name matches.
  var isExact: Bool { end == nil && !ignoresCase }

  /// Whether the last component of a member's path matches.
  func matches(_ member: String) -> Bool {
    let name = ignoresCase ? member.lowercased() : member
    guard let end else { return name == beginning }
    return name.utf8.count >= beginning.utf8.count + end.utf8.count && name.hasPrefix(beginning)
      && name.hasSuffix(end)
  }

  /// The last component of a path; the path itself when it has none.
  package static func lastComponent(of path: String) -> String {
    let (bytes, slash) = (path.utf8, UInt8(ascii: "/"))
    guard let last = bytes.lastIndex(where: { $0 != slash }) else { return path }
    let start = bytes[..<last].lastIndex(of: slash).map(bytes.index(after:))
    return String(path[(start ?? path.startIndex)...last])
  }
}

extension MemberName {
  /// The names of a tool's output for one process: `heap.txt`, `heap-70940.txt`, `heap_app.txt`.
  static func ofTool(_ tool: String) -> [MemberName] {
    ["", "-*", "_*", " *", ".*"].map { rest in
      MemberName(
        "\(tool)\(rest).txt", extractedAs: "\(tool)\(rest.isEmpty ? "" : "-1").txt",
        ignoresCase: true)
    }
  }
}

extension MemberName: ExpressibleByStringLiteral {
  /// A name that `extract` keeps.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}
