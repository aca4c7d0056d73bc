internal import Platform

/// The object that stands in place of a result when a command fails.
///
/// ```json
/// {"exitCode":2,"failure":"rules.yaml: cannot be read","schemaVersion":1,"tool":{…}}
/// ```
public struct CommandFailureDocument: Encodable {
  let exitCode: Int
  let failure: String
  let schemaVersion = 1
  let tool = ToolDocument()

  /// Creates the object.
  ///
  /// - Parameters:
  ///   - failure: what went wrong, in one sentence.
  ///   - exitCode: the code that the program ends with.
  public init(_ failure: String, exitCode: Int) {
    self.failure = failure
    self.exitCode = exitCode
  }

  /// The object on one line, ended.
  public var line: String {
    // Nothing in it can fail to encode.
    let bytes = try? JSONTextEncoder.bytes(of: self, isPretty: false, end: "\n")
    return String(decoding: bytes ?? [], as: UTF8.self)
  }
}
