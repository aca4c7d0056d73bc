/// A fault that did not stop the archive from being read in part.
public struct ArchiveProblem: Sendable, Equatable {
  /// What kind of fault it is; further cases may be added.
  public enum Code: String, Sendable, CaseIterable {
    /// The gzip checksum does not match the bytes.
    case gzipChecksum
    /// The length that gzip recorded does not match the bytes.
    case gzipLength
    /// The compressed data is damaged.
    case gzipData
    /// Something that is neither gzip nor zeros follows the last gzip member.
    case gzipTrailingData
    /// Something follows the end mark of the tar, or the end of compressed data other than gzip.
    ///
    /// It may be the rest of the archive: damage that leaves zeros looks like an end mark.
    case trailingData
    /// The compression keeps no checksum, in this archive or at all: damage need not show.
    case unverified
    /// A path is in the archive more than once, with different content.
    case duplicateMember
    /// The data ends too early, or changed while it was read.
    case truncated
    /// Compressed data other than gzip is damaged.
    case compressedData
    /// A tar header is damaged; the entry that it described is lost.
    case tarHeader
    /// A member has no readable name and was passed over.
    case memberName
    /// The bytes of a member could not be read to their end.
    case memberDamaged
    /// libarchive found something odd in an entry that it could read.
    case warning
    /// A member has holes, so its bytes would not be in one piece.
    case sparse
    /// A file, a folder or the archive could not be read.
    case unreadable
    /// ``ArchiveLimits/memberBytes`` was met.
    case limitMemberBytes
    /// ``ArchiveLimits/totalBytes`` was met.
    case limitTotalBytes
    /// ``ArchiveLimits/entries`` was met.
    case limitEntries
    /// ``ArchiveLimits/compressionRatio`` was met.
    case limitRatio
    /// ``ArchiveLimits/nameBytes`` was met.
    case limitNameBytes
    /// More problems occurred than ``ArchiveLimits/problems`` allows to keep.
    case furtherProblems

    /// Whether the members are none the worse for it: everything that was there was read.
    public var isWarning: Bool { self == .warning || self == .unverified }
  }

  /// What kind of fault it is.
  public let code: Code
  /// What happened, in words; a C library's own message is kept.
  public let message: String
  /// The member in which it happened; nil when it concerns the archive or no member is known.
  public let member: String?

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - code: What kind of fault it is.
  ///   - message: What happened, in words.
  ///   - member: The member in which it happened.
  public init(code: Code, message: String, member: String? = nil) {
    self.code = code
    self.message = message
    self.member = member
  }
}
