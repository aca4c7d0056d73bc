/// A command that can produce nothing, and why.
public struct Failure: Presentable, Sendable {
  private let reason: String

  /// Creates the result of a command that gave up, with the reason in one sentence.
  public init(_ reason: String) {
    self.reason = reason
  }

  /// None: there is only a sentence.
  public static var tables: [TableShape] { [] }

  /// The reason as an object.
  public var contract: any Encodable { FailureDocument(failure: reason) }

  /// The reason.
  public var document: Document {
    var document = Document()
    document.verdict = Verdict(reason)
    return document
  }
}

/// The JSON of a failure.
private struct FailureDocument: Encodable {
  let schemaVersion = 1
  let tool = ToolDocument()
  let failure: String
}
