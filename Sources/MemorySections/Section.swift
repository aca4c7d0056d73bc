/// A parsed member.
public struct Section: Sendable {
  /// The kind of section.
  public let kind: SectionKind
  /// The member's path in the archive.
  public let member: String
  /// How much of the member was parsed.
  public let coverage: Coverage
  /// The content; nil when nothing was readable.
  public let content: (any MemorySection)?

  /// The result of parsing.
  public var outcome: Outcome {
    if content == nil { return .unreadable }
    return coverage.isComplete && coverage.unreadLineCount == 0 ? .parsed : .partial
  }

  /// A result of parsing a section.
  public enum Outcome: String, Sendable, Codable {
    /// Every line was understood.
    case parsed
    /// Some lines were not understood, or the text is incomplete.
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
  /// Whether both come from the same member and have equal content.
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

  /// Decodes a section; its kind gives the type of the content.
  ///
  /// - Throws: the decoder's errors, also for an unregistered kind.
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
  /// - Throws: the encoder's errors.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(kind, forKey: .kind)
    try values.encode(member, forKey: .member)
    try values.encode(coverage, forKey: .coverage)
    if let content { try values.encode(content, forKey: .content) }
  }
}

/// How much of a member was parsed.
public struct Coverage: Sendable, Equatable, Codable {
  /// The number of bytes received.
  public internal(set) var bytes = 0
  /// The number of understood lines with data.
  public internal(set) var rows = 0
  /// The first lines that were not understood, up to `keptUnreadLines`.
  public internal(set) var unreadLines: [UnreadLine] = []
  /// The total number of lines that were not understood.
  public internal(set) var unreadLineCount = 0
  /// False when the member was cut short, damaged or over a limit.
  public internal(set) var isWhole = true
  /// Why the tool did not finish the text, in a few words; nil when nothing shows that.
  ///
  /// A member can be complete in the archive and still end early: the tool was stopped.
  public internal(set) var endReason: String?
  /// Why nothing was readable, in a few words; nil when something was.
  public internal(set) var failure: String?

  /// The most unread lines kept with their text.
  public static let keptUnreadLines = 20

  /// A line that the parser did not understand.
  public struct UnreadLine: Sendable, Hashable, Codable {
    /// The line's number in the member, from 1.
    public let line: Int
    /// The line's first 200 bytes.
    public let text: String

    /// Creates a line.
    public init(line: Int, text: String) {
      self.line = line
      self.text = text
    }
  }

  /// Whether the member is complete, and its text has a proper end.
  public var isComplete: Bool { isWhole && endReason == nil }

  /// Whether the next unread line is kept with its text.
  var keepsUnreadText: Bool { unreadLines.count < Self.keptUnreadLines }

  mutating func addUnread(_ line: Int, text: String) {
    if keepsUnreadText { unreadLines.append(UnreadLine(line: line, text: text)) }
    unreadLineCount += 1
  }

  /// Creates the coverage of a member; without arguments, of one that was not read.
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
