/// A name that members of one kind of section have, as the last component of their path.
public struct MemberName: Sendable, Hashable {
  /// The name; `*` stands for any text, and is there at most once.
  public let pattern: String
  /// The name of the file that `extract` writes such a member to.
  public let fileName: String

  private let beginning: String
  /// What follows the `*`; nil without one.
  private let end: String?

  /// Creates a name.
  ///
  /// - Parameters:
  ///   - pattern: the name, or its beginning and its end with a `*` between them.
  ///   - fileName: what an extract calls the member; nil for the name itself.
  init(_ pattern: String, extractedAs fileName: String? = nil) {
    let parts = pattern.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
    self.pattern = pattern
    self.fileName = fileName ?? pattern
    beginning = String(parts[0])
    end = parts.count > 1 ? String(parts[1]) : nil
  }

  /// Whether the last component of a member's path is such a name.
  func matches(_ name: String) -> Bool {
    guard let end else { return name == beginning }
    return name.utf8.count >= beginning.utf8.count + end.utf8.count && name.hasPrefix(beginning)
      && name.hasSuffix(end)
  }

  static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension MemberName: ExpressibleByStringLiteral {
  /// The name that is written, under which `extract` writes it too.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}
