/// What is wrong with a file of rules, in one sentence.
public struct RuleError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The sentence, without the file's name.
  public let description: String

  init(_ description: String) { self.description = description }

  /// The same with what it is about before it.
  func within(_ place: String) -> RuleError { RuleError("\(place): \(description)") }
}
