/// What became of reading an archive.
public struct ArchiveScan: Sendable, Equatable {
  /// How the scan ended.
  public enum Outcome: String, Sendable, CaseIterable {
    /// Everything was read; of a gzip archive the checksum and the length were right.
    case complete
    /// The caller or a sink wanted no more; the rest was neither read nor verified.
    case stoppedEarly
    /// A limit was met; the rest was not read.
    case limited
    /// The data ends too early.
    case truncated
    /// The data is damaged; any byte that was delivered may be wrong.
    case corrupt
  }

  /// How the scan ended; the worst that occurred.
  ///
  /// A folder whose parts could not all be read is `complete` with problems of the code
  /// ``ArchiveProblem/Code/unreadable``: nothing that was delivered is in doubt.
  public let outcome: Outcome
  /// The size of the archive file in bytes; nil for a folder and for standard input.
  public let compressedBytes: Int?
  /// The bytes taken from the archive; for a folder, from its files.
  public let compressedBytesRead: Int
  /// The bytes after decompression, tar headers included; for a folder, those of the files read.
  public let uncompressedBytesRead: Int
  /// The members whose header could be read.
  public let membersSeen: Int
  /// What went wrong on the way, in order; the number kept is limited.
  public let problems: [ArchiveProblem]
  /// The first path component that all members seen share; nil when there is none.
  public let topFolder: String?
  /// What the name of the top folder, or else of the file, tells; nil when neither is the name of a
  /// sysdiagnose.
  public let identity: ArchiveIdentity?

  /// Creates a scan from what is known; the reader does so, and so can tests of what builds on it.
  ///
  /// - Parameters:
  ///   - outcome: How the scan ended.
  ///   - compressedBytes: The size of the archive file in bytes, nil when there is none.
  ///   - compressedBytesRead: The bytes taken from the archive.
  ///   - uncompressedBytesRead: The bytes after decompression.
  ///   - membersSeen: The members whose header could be read.
  ///   - problems: What went wrong, in order.
  ///   - topFolder: The first path component that all members share.
  ///   - identity: What the archive's name tells.
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
