internal import Platform

/// Why a file or folder could not be written.
public struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong.
  public enum Code: String, Sendable, CaseIterable {
    /// Something exists at the path, and replacing was not allowed.
    case alreadyExists
    /// Something other than a file or link exists at the path; it is never replaced.
    case notAFile
    /// The file cannot be created, written or moved to its place.
    case cannotBeWritten
    /// The folder cannot be created.
    case cannotBeMade
  }

  /// What went wrong.
  public let code: Code
  /// The path, as given.
  public let path: String
  /// The system's message; nil when there is none.
  public let detail: String?

  init(_ code: Code, path: String, detail: String? = nil) {
    self.code = code
    self.path = path
    self.detail = detail
  }

  init(_ code: Code, path: String, _ error: SystemError) {
    self.init(code, path: path, detail: error.description)
  }

  /// One sentence that begins with the path.
  public var description: String {
    let sentence =
      switch code {
      case .alreadyExists: "is already there"
      case .notAFile: "is not a file and will not be replaced"
      case .cannotBeWritten: "cannot be written"
      case .cannotBeMade: "cannot be made"
      }
    return "\(path) \(sentence)" + (detail.map { ": \($0)" } ?? "")
  }
}
