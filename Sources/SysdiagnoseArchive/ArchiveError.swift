/// The reason why an archive gave no members at all, or why one could not be written.
///
/// A fault found after the first member is no error: it is kept in ``ArchiveScan/problems``, so that
/// what was read before it is not lost.
public struct ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong, in a form that a caller can switch over.
  public enum Code: String, Sendable, CaseIterable {
    /// The path does not exist, may not be read, or reading it failed.
    case unreadable
    /// The bytes are no tar archive in any compression that is read here.
    case notAnArchive
    /// There is not a single byte, before or after decompression.
    case empty
    /// The input is neither a regular file nor a folder nor a pipe that something writes to: a device,
    /// a socket, or a file of the system's that never ends.
    case unsupported
    /// The compressed data ends before the first member.
    case truncated
    /// The compressed data is damaged before the first member.
    case corrupt
    /// libarchive could not be set up.
    case libarchive
    /// The archive could not be written.
    case writeFailed
    /// The file to be packed is shorter than it was said to be.
    case sourceChanged
  }

  /// What went wrong.
  public let code: Code
  /// The path of the archive as the caller gave it, or `standard input`.
  public let archive: String
  /// The member that was being worked on; nil when the archive as a whole failed.
  public let member: String?
  /// What the C library or the system said; nil when there is nothing to add.
  public let detail: String?

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - code: What went wrong.
  ///   - archive: The path of the archive as the caller gave it.
  ///   - member: The member that was being worked on, nil for the archive as a whole.
  ///   - detail: What the C library or the system said.
  public init(_ code: Code, archive: String, member: String? = nil, detail: String? = nil) {
    self.code = code
    self.archive = archive
    self.member = member
    self.detail = detail
  }

  /// One lower-case sentence that says what happened and where.
  public var description: String {
    let place = member.map { "\(archive), member \($0)" } ?? archive
    return "\(place): \(sentence)" + (detail.map { " (\($0))" } ?? "")
  }

  private var sentence: String {
    switch code {
    case .unreadable: "cannot be read"
    case .notAnArchive: "is not a tar archive"
    case .empty: "is empty"
    case .unsupported:
      "is not a regular file, a folder or a pipe with data; use - for standard input"
    case .truncated: "ends before its first member"
    case .corrupt: "is damaged before its first member"
    case .libarchive: "libarchive could not be set up"
    case .writeFailed: "cannot be written"
    case .sourceChanged: "became shorter while it was being packed"
    }
  }
}
