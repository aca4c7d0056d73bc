/// The reason why an archive gave no members at all, or could not be written.
///
/// A fault found after the first member is not an error. It goes into ``ArchiveScan/problems``, and
/// the members before it stay usable.
public struct ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong, as a value to switch over.
  public enum Code: String, Sendable, CaseIterable {
    /// The path does not exist, may not be read, or reading it failed.
    case unreadable
    /// The bytes are not a tar archive in any supported compression.
    case notAnArchive
    /// The input has no bytes, before or after decompression.
    case empty
    /// The input is a device, a socket, or a system file that never ends.
    ///
    /// Only a regular file, a folder, or a pipe with a writer can be read.
    case unsupported
    /// The compressed data ends before the first member.
    case truncated
    /// The compressed data is damaged before the first member.
    case corrupt
    /// libarchive could not be set up.
    case libarchive
    /// Reading took longer than it may.
    case timeLimit
    /// Reading needed more memory than it may.
    case memoryLimit
    /// The process that read the archive ended, for example by a trap.
    case readerEnded
    /// No process could be started to read the archive.
    case noReader
    /// The archive could not be written.
    case writeFailed
    /// The file to pack is shorter than its stated size.
    case sourceChanged
    /// The archive has more names of people and machines than redaction can replace.
    case tooManyNames
  }

  /// What went wrong.
  public let code: Code
  /// The path of the archive as the caller gave it, or `standard input`.
  public let archive: String
  /// The current member; nil when the archive as a whole failed.
  public let member: String?
  /// The message of the C library or the system; nil when there is none.
  public let detail: String?
  /// The bytes that were read from the archive until then.
  public let compressedBytesRead: Int

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - code: What went wrong.
  ///   - archive: The path of the archive as the caller gave it.
  ///   - member: The current member; nil for the archive as a whole.
  ///   - detail: The message of the C library or the system.
  ///   - compressedBytesRead: The bytes that were read from the archive until then.
  public init(
    _ code: Code, archive: String, member: String? = nil, detail: String? = nil,
    compressedBytesRead: Int = 0
  ) {
    self.code = code
    self.archive = archive
    self.member = member
    self.detail = detail
    self.compressedBytesRead = compressedBytesRead
  }

  /// The same error after some bytes of the archive.
  func after(_ bytes: Int) -> ArchiveError {
    ArchiveError(
      code, archive: archive, member: member, detail: detail, compressedBytesRead: bytes)
  }

  /// One lower-case sentence: what happened, and where.
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
    case .timeLimit: "reading took longer than the limit"
    case .memoryLimit: "reading needed more memory than the limit"
    case .readerEnded: "the process that read it has failed"
    case .noReader: "no process could be started to read it"
    case .writeFailed: "cannot be written"
    case .sourceChanged: "became shorter while it was being packed"
    case .tooManyNames: "has more names of people and machines than redaction can replace"
    }
  }
}
