/// One member, read.
public struct Section: Sendable {
  /// Which Apple tool wrote it.
  public let kind: SectionKind
  /// The member's path in the archive.
  public let member: String
  /// How much of it could be read.
  public let coverage: Coverage
  /// What it says; nil when nothing in it could be read.
  public let content: (any MemorySection)?

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
  public init(kind: SectionKind, member: String, coverage: Coverage, content: (any MemorySection)?)
  {
    self.kind = kind
    self.member = member
    self.coverage = coverage
    self.content = content
  }
}

extension Section: Equatable {
  /// Whether both were read from the same member and say the same.
  public static func == (left: Section, right: Section) -> Bool {
    guard left.kind == right.kind, left.member == right.member, left.coverage == right.coverage
    else { return false }
    return switch (left.content, right.content) {
    case (nil, nil): true
    case (let left?, let right?): left.says(theSameAs: right)
    default: false
    }
  }
}

extension Section: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind
    case member
    case coverage
    case content
  }

  /// Decodes a section; the content is decoded as what its kind says that it is.
  ///
  /// - Throws: what the decoder throws, for a kind that is not registered too.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try values.decode(SectionKind.self, forKey: .kind)
    func content<Content: MemorySection>(_: Content.Type) throws -> (any MemorySection)? {
      try values.decodeIfPresent(Content.self, forKey: .content)
    }
    self.init(
      kind: kind, member: try values.decode(String.self, forKey: .member),
      coverage: try values.decode(Coverage.self, forKey: .coverage),
      content: try content(kind.section))
  }

  /// Encodes the section.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(kind, forKey: .kind)
    try values.encode(member, forKey: .member)
    try values.encode(coverage, forKey: .coverage)
    if let content { try values.encode(content, forKey: .content) }
  }
}

/// How much of a member was read, and what was not.
public struct Coverage: Sendable, Equatable, Codable {
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
