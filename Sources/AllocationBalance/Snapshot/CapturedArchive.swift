/// The archive of a snapshot: its location and its machine.
public struct CapturedArchive: Sendable, Hashable {
  /// The path as the user gave it; `-` for standard input.
  public var path: String
  /// The name of the top folder or of the archive; nil when neither is a sysdiagnose name.
  public var name: String?
  /// The archive's size in bytes; nil for a folder or standard input.
  public var compressedBytes: Int?
  /// The capture time: RFC 3339 with the machine's own offset; nil when either is unknown.
  public var capturedAt: String?
  /// The local capture time without an offset; old names have none.
  public var capturedAtLocal: String?
  /// The capture time in seconds since 1970; nil when the time or its offset is unknown.
  public var capturedSeconds: Int?
  /// `macOS`, `iOS`, `watchOS`, `tvOS`, `visionOS`; nil when unknown.
  public var platform: String?
  /// The machine's model, `MacBookPro18,3`; nil when unknown.
  public var model: String?
  /// The OS build, `23E224`; nil when unknown.
  public var build: String?
  /// The number of the capture in its input, from 1; nil when it is the only one.
  public var captureIndex: Int?
  /// The number of captures in the input; nil when there is only one.
  public var captureCount: Int?
  /// The SHA-256 over the texts of its sections, in hexadecimal; nil without sections.
  ///
  /// It is independent of the archive's name and compression.
  public var contentDigest: String?

  /// Creates the description of an archive with only a path.
  public init(path: String) {
    self.path = path
  }
}

/// How much of an archive was read, and its problems.
public struct ScanSummary: Sendable, Hashable {
  /// How the reading ended.
  public var outcome: Outcome
  /// Compressed bytes read from the archive.
  public var compressedBytesRead: Int
  /// Bytes after decompression.
  public var uncompressedBytesRead: Int
  /// The number of members seen.
  public var membersSeen: Int
  /// The number of members that are archives themselves; they are not read.
  public var archivesSeen = 0
  /// The problems, in reading order.
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
    /// Read completely, with checksum and length verified.
    case complete
    /// Stopped after the main sections; the rest was neither read nor verified.
    case stoppedEarly
    /// The archive ends too early.
    case truncated
    /// The archive is damaged.
    case corrupt
    /// A limit was met.
    case limited
    /// No member could be read.
    case unreadable
  }

  /// One problem.
  public struct Problem: Sendable, Hashable {
    /// A word for programs, such as `gzipChecksum`.
    public let code: String
    /// A sentence for people.
    public let message: String
    /// The affected member; nil for the archive as a whole.
    public let member: String?
    /// Whether nothing was lost.
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
