public import AllocationBalance
internal import MemoryAnalysis
public import MemorySections

/// The members of an archive, the section that each is, and what is missing.
public struct ArchiveListing: Presentable, Sendable {
  /// One member.
  public struct Member: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, Codable {
      case file, folder, link, other
    }

    /// The path in the archive.
    public let path: String
    /// What it is.
    public let kind: Kind
    /// Bytes; nil when not known, and for what is no file.
    public let bytes: Int?
    /// The section that it is; nil when it is none.
    public let section: SectionKind?

    /// Creates a member.
    public init(path: String, kind: Kind, bytes: Int?, section: SectionKind?) {
      self.path = path
      self.kind = kind
      self.bytes = bytes
      self.section = section
    }
  }

  /// What is kept of paths at most: an archive may name a million members by a megabyte each.
  private static let keptPathBytes = 256 << 20

  private let archive: String
  private var members: [Member] = []
  private var missing: [(section: MissingSection, capture: String?)] = []
  private var pathBytes = 0
  /// How many members are counted but not listed.
  private var leftOut = 0

  /// Begins the listing of an archive.
  public init(archive: String) {
    self.archive = archive
  }

  /// Lists one more member.
  public mutating func add(_ member: Member) {
    pathBytes += member.path.utf8.count  // checked: names that were read
    guard pathBytes <= Self.keptPathBytes else {
      leftOut += 1
      return
    }
    members.append(member)
  }

  /// Lists a section that was not found.
  ///
  /// - Parameters:
  ///   - missing: the section.
  ///   - capture: the name of the capture that lacks it; nil when the archive holds no other.
  public mutating func add(_ missing: MissingSection, ofCapture capture: String? = nil) {
    self.missing.append((missing, capture))
  }

  private static let memberShape = TableShape(
    "members", of: "members",
    [
      .bytes("bytes", "bytes"), Column(.word, "kind", "kind"),
      Column(.word, "section", "section"), Column(.word, "path", "path"),
    ])
  private static let missingShape = TableShape(
    "missing", of: "sections",
    [
      Column(.word, "section", "section"), Column(.text, "reason", "why it is missing"),
      Column(.source, "source", "source"),
    ])

  /// The members, and what is missing.
  public static var tables: [TableShape] { [memberShape, missingShape] }

  /// The archive's path, which leads every CSV row.
  public static var keyName: String? { "archivePath" }

  /// The listing's JSON.
  public var contract: any Encodable {
    ArchiveListingDocument(
      archive: archive,
      members: members.map {
        ArchiveListingDocument.Entry(
          path: $0.path, kind: $0.kind, bytes: $0.bytes, section: $0.section)
      },
      missing: missing.map { missing, capture in
        ArchiveListingDocument.Missing(
          section: missing.kind, reason: missing.reason,
          source: missing.source.map { SourceDocument(member: $0.member, line: $0.line) },
          capture: capture)
      }, membersLeftOut: leftOut > 0 ? leftOut : nil)
  }

  /// The members in the archive's order, then what is missing.
  public var document: Document {
    let rows = members.map { member -> Table.Row in
      Table.Row([
        member.kind == .file ? .size(member.bytes, form: .exact) : .empty,
        .name(member.kind.rawValue), member.section.map { .name($0.rawValue) } ?? .empty,
        .name(member.path),
      ])
    }
    let absent = missing.map { missing, capture in
      let words = [missing.words, capture.map { "in \($0)" }].compactMap { $0 }
      return Table.Row([
        .name(missing.kind.rawValue), .text(words.joined(separator: ", ")), .source(missing.source),
      ])
    }
    var document = Document()
    if leftOut > 0 {
      document.warnings = ["\(SizeText.counted(leftOut, "member")) not listed: names too long."]
    }
    document.sections = [
      DocumentSection(
        "members", heading: "", contents: [.table(table(Self.memberShape, rows))]),
      DocumentSection(
        "missing", heading: "Missing", contents: [.table(table(Self.missingShape, absent))]),
    ]
    return document
  }

  private func table(_ shape: TableShape, _ rows: [Table.Row]) -> Table {
    Table(shape, rows, key: .text(archive), isWhole: true)
  }
}

/// The JSON of a listing.
private struct ArchiveListingDocument: Encodable {
  let schemaVersion = 1
  let tool = ToolDocument()
  let archive: String
  let members: [Entry]
  let missing: [Missing]
  let membersLeftOut: Int?

  struct Entry: Encodable {
    let path: String
    let kind: ArchiveListing.Member.Kind
    let bytes: Int?
    let section: SectionKind?
  }

  struct Missing: Encodable {
    let section: SectionKind
    let reason: MissingSection.Reason
    let source: SourceDocument?
    let capture: String?
  }
}
