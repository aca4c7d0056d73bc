/// The archive that a snapshot was read from: where it lies, and what machine it tells of.
public struct CapturedArchive: Sendable, Hashable {
  /// The path as the user gave it; `-` for standard input.
  public var path: String
  /// The name of the archive's top folder, or of the archive; nil when neither is sysdiagnose's.
  public var name: String?
  /// The archive's size in bytes; nil for a folder or standard input.
  public var compressedBytes: Int?
  /// When it was captured: RFC 3339 with the machine's own offset.
  ///
  /// Nil when either is not known.
  public var capturedAt: String?
  /// The machine's local time of capture without an offset, which old names do not have.
  public var capturedAtLocal: String?
  /// When it was captured, in seconds since 1970; nil when the time or its offset is not known.
  public var capturedSeconds: Int?
  /// `macOS`, `iOS`, `watchOS`, `tvOS`, `visionOS`; nil when not known.
  public var platform: String?
  /// The machine's model, `MacBookPro18,3`; nil when not known.
  public var model: String?
  /// The OS build, `23E224`; nil when not known.
  public var build: String?
  /// Which capture of its input it is, from 1; nil when the input holds no other.
  public var captureIndex: Int?
  /// How many captures the input holds; nil when it is the only one.
  public var captureCount: Int?
  /// The SHA-256 over the texts of its sections, in hexadecimal; nil without sections.
  ///
  /// The same capture has the same digest, whatever the archive's name and compression.
  public var contentDigest: String?

  /// Creates the description of an archive of which only the path is known.
  public init(path: String) {
    self.path = path
  }
}

/// How far an archive was read, and what was wrong with it.
public struct ScanSummary: Sendable, Hashable {
  /// How the reading ended.
  public var outcome: Outcome
  /// Bytes of the archive that were read, as compressed.
  public var compressedBytesRead: Int
  /// Bytes that came out of decompression.
  public var uncompressedBytesRead: Int
  /// Members that were passed.
  public var membersSeen: Int
  /// Members that are archives themselves, which are not read.
  public var archivesSeen = 0
  /// What was wrong, in the order of reading.
  public var problems: [Problem]

  /// Creates a summary.
  public init(
    outcome: Outcome, compressedBytesRead: Int = 0, uncompressedBytesRead: Int = 0,
    membersSeen: Int = 0, problems: [Problem] = []
  ) {
    self.outcome = outcome
    self.compressedBytesRead = compressedBytesRead
    self.uncompressedBytesRead = uncompressedBytesRead
    self.membersSeen = membersSeen
    self.problems = problems
  }

  /// How the reading of an archive ended.
  public enum Outcome: String, Sendable, Codable {
    /// Read to its end, checksum and length verified.
    case complete
    /// Stopped after the main sections; the rest was neither read nor verified.
    case stoppedEarly
    /// The archive breaks off.
    case truncated
    /// The archive is damaged.
    case corrupt
    /// A limit was met.
    case limited
    /// Not a single member could be had.
    case unreadable
  }

  /// One thing that was wrong.
  public struct Problem: Sendable, Hashable {
    /// A word for programs, such as `gzipChecksum`.
    public let code: String
    /// A sentence for people.
    public let message: String
    /// The member that it concerns; nil for the archive as a whole.
    public let member: String?
    /// Whether nothing was lost by it.
    public let isWarning: Bool

    /// Creates a problem.
    public init(code: String, message: String, member: String? = nil, isWarning: Bool = false) {
      self.code = code
      self.message = message
      self.member = member
      self.isWarning = isWarning
    }
  }
}
