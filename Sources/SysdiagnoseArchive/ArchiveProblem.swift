/// A fault that left part of the archive readable.
public struct ArchiveProblem: Sendable, Equatable {
  /// The kind of fault; more cases may be added.
  public enum Code: String, Sendable, CaseIterable {
    /// The gzip checksum does not match the bytes.
    case gzipChecksum
    /// The length that gzip recorded does not match the bytes.
    case gzipLength
    /// The compressed data is damaged.
    case gzipData
    /// Data that is neither gzip nor zeros follows the last gzip member.
    case gzipTrailingData
    /// Data follows the end mark of the tar, or the end of compressed data other than gzip.
    ///
    /// It may be the rest of the archive: damage that leaves zeros looks like an end mark.
    case trailingData
    /// The compression has no checksum, in this archive or in general, and cannot reveal damage.
    case unverified
    /// A path occurs more than once, with different content.
    case duplicateMember
    /// The data ends too early, or changed while being read.
    case truncated
    /// Compressed data other than gzip is damaged.
    case compressedData
    /// A tar header is damaged; its entry is lost.
    case tarHeader
    /// A member has no readable name and was skipped.
    case memberName
    /// The member could not be read completely.
    case memberDamaged
    /// libarchive found something odd in an entry that it could read.
    case warning
    /// A member is sparse; its bytes are not contiguous.
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

    /// Whether the members are unaffected: everything in the archive was read.
    public var isWarning: Bool { self == .warning || self == .unverified }
  }

  /// The kind of fault.
  public let code: Code
  /// What happened, in words, with the C library's own message.
  public let message: String
  /// The affected member; nil when the archive is affected or no member is known.
  public let member: String?

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - code: The kind of fault.
  ///   - message: What happened, in words.
  ///   - member: The affected member.
  public init(code: Code, message: String, member: String? = nil) {
    self.code = code
    self.message = message
    self.member = member
  }
}
