/// The result of reading an archive.
public struct ArchiveScan: Sendable, Equatable {
  /// How the scan ended.
  public enum Outcome: String, Sendable, CaseIterable {
    /// Everything was read; a gzip archive's checksum and length match.
    case complete
    /// The caller or a sink stopped the scan; the rest was neither read nor verified.
    case stoppedEarly
    /// A limit was met; the rest was not read.
    case limited
    /// The data ends too early.
    case truncated
    /// The data is damaged; any delivered byte may be wrong.
    case corrupt
  }

  /// How the scan ended; the worst outcome that occurred.
  ///
  /// A folder with unreadable parts is still `complete`, with problems of the code
  /// ``ArchiveProblem/Code/unreadable``: the delivered bytes are not in doubt.
  public let outcome: Outcome
  /// The size of the archive file in bytes; nil for a folder and for standard input.
  public let compressedBytes: Int?
  /// The bytes read from the archive; for a folder, from its files.
  public let compressedBytesRead: Int
  /// The bytes after decompression, with tar headers; for a folder, the bytes of its files.
  public let uncompressedBytesRead: Int
  /// The number of members with a readable header.
  public let membersSeen: Int
  /// The problems in order; their number is limited.
  public let problems: [ArchiveProblem]
  /// The first path component shared by all members; nil when there is none.
  public let topFolder: String?
  /// The identity in the name of the top folder, or else of the file.
  ///
  /// Nil when neither is a sysdiagnose name.
  public let identity: ArchiveIdentity?

  /// Creates a scan; public for tests of code that builds on it.
  ///
  /// - Parameters:
  ///   - outcome: How the scan ended.
  ///   - compressedBytes: The size of the archive file in bytes; nil when there is none.
  ///   - compressedBytesRead: The bytes read from the archive.
  ///   - uncompressedBytesRead: The bytes after decompression.
  ///   - membersSeen: The number of members with a readable header.
  ///   - problems: The problems, in order.
  ///   - topFolder: The first path component shared by all members.
  ///   - identity: The identity in the archive's name.
  public init(
    outcome: Outcome, compressedBytes: Int?, compressedBytesRead: Int, uncompressedBytesRead: Int,
    membersSeen: Int, problems: [ArchiveProblem], topFolder: String?, identity: ArchiveIdentity?
  ) {
    self.outcome = outcome
    self.compressedBytes = compressedBytes
    self.compressedBytesRead = compressedBytesRead
    self.uncompressedBytesRead = uncompressedBytesRead
    self.membersSeen = membersSeen
    self.problems = problems
    self.topFolder = topFolder
    self.identity = identity
  }
}
