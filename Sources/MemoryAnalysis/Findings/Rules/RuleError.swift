/// A fault in a rules file, in one sentence.
public struct RuleError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The sentence, without the file's name.
  public let description: String

  init(_ description: String) { self.description = description }

  /// The error with its place prepended.
  func within(_ place: String) -> RuleError { RuleError("\(place): \(description)") }
}
