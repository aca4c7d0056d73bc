/// One member, read.
public struct Section: Sendable, Equatable {
  /// Which Apple tool wrote it.
  public let kind: SectionKind
  /// The member's path in the archive.
  public let member: String
  /// How much of it could be read.
  public let coverage: Coverage
  /// What it says; nil when nothing in it could be read.
  public let content: SectionContent?

  /// How well the section was read.
  public var outcome: Outcome {
    if content == nil { return .unreadable }
    return coverage.isComplete && coverage.unreadLineCount == 0 ? .parsed : .partial
  }

  /// How well a section was read.
  public enum Outcome: String, Sendable, Codable {
    /// Every line was understood.
    case parsed
    /// Some lines were not understood, or the text does not go to its end.
    case partial
    /// No row was understood.
    case unreadable
  }

  /// Creates a section.
  public init(kind: SectionKind, member: String, coverage: Coverage, content: SectionContent?) {
    self.kind = kind
    self.member = member
    self.coverage = coverage
    self.content = content
  }
}

/// What a section says, by kind.
public enum SectionContent: Sendable, Equatable {
  case zprint(Zprint)
  case footprint(Footprint)
  case kextstat(Kextstat)
  case vmStat(VMStat)
  case sysctl(Sysctl)
  case tasks([CollectionTask])
  case systemVersion(SystemVersion)
  case spindump(Spindump)
  case top(TopMemory)
  case panic(Panic)
  case jetsam(Jetsam)
}

/// How much of a member was read, and what was not.
public struct Coverage: Sendable, Equatable {
  /// The member's bytes that came in.
  public internal(set) var bytes = 0
  /// Lines that held data and were understood.
  public internal(set) var rows = 0
  /// The first lines that were not understood, at most `keptUnreadLines`.
  public internal(set) var unreadLines: [UnreadLine] = []
  /// How many lines were not understood in all.
  public internal(set) var unreadLineCount = 0
  /// False when the member was cut short, damaged or over a limit.
  public internal(set) var isWhole = true
  /// Why the text is not one that its tool finished, in a few words; nil when nothing shows it.
  ///
  /// A member can be whole in the archive and still end in the middle: the tool was stopped.
  public internal(set) var endReason: String?
  /// Why nothing could be read, in a few words; nil when something could.
  public internal(set) var failure: String?

  /// How many unread lines are kept with their text.
  public static let keptUnreadLines = 20

  /// A line that the parser did not understand.
  public struct UnreadLine: Sendable, Hashable, Codable {
    /// Its number in the member, from 1.
    public let line: Int
    /// Its first 200 bytes.
    public let text: String

    /// Creates a line.
    public init(line: Int, text: String) {
      self.line = line
      self.text = text
    }
  }

  /// Whether the member is whole, and its text ends as its tool ends it.
  public var isComplete: Bool { isWhole && endReason == nil }

  /// Whether the next unread line is kept with its text.
  var keepsUnreadText: Bool { unreadLines.count < Self.keptUnreadLines }

  mutating func addUnread(_ line: Int, text: String) {
    if keepsUnreadText { unreadLines.append(UnreadLine(line: line, text: text)) }
    unreadLineCount += 1
  }

  /// Creates the coverage of a member; of one that nothing was read of, without arguments.
  public init(
    bytes: Int = 0, rows: Int = 0, unreadLines: [UnreadLine] = [], unreadLineCount: Int = 0,
    isWhole: Bool = true, endReason: String? = nil, failure: String? = nil
  ) {
    self.bytes = bytes
    self.rows = rows
    self.unreadLines = unreadLines
    self.unreadLineCount = unreadLineCount
    self.isWhole = isWhole
    self.endReason = endReason
    self.failure = failure
  }
}
