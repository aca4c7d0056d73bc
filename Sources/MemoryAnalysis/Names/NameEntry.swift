internal import MemorySections

/// What is known of a name that Apple's memory tools print.
///
/// In `name` and `aliases` a `#` stands for a number and a `*` for any text.
public struct NameEntry: Sendable, Hashable, Codable {
  /// The name as the newest release prints it.
  public let name: String

  /// What sort of thing bears the name.
  public let kind: Kind

  /// What it is, in a few words.
  public let title: String

  /// What it is, in a sentence or two.
  public let meaning: String

  /// The numbers that zprint prints for a tag; some were used twice.
  public let numbers: [String]

  /// The same thing under the names of other releases or tools.
  public let aliases: [String]

  /// The part of the system that it belongs to.
  public let subsystem: String?

  /// Who takes memory there, as far as that is known.
  public let allocatedBy: String?

  /// The first macOS release that has it; nil when it is old or not known.
  public let since: String?

  /// The last macOS release that has it.
  public let until: String?

  /// How the figure may be misread.
  public let cautions: [String]

  /// Public reports of trouble with it.
  public let known: [KnownProblem]

  /// Where all this is from.
  public let sources: [String]

  /// What bears a name.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A kernel zone.
    case zone
    /// Zones that differ by size or bucket only.
    case zoneFamily
    /// A tag of wired memory.
    case tag
    /// A count of the wired table or the maps table.
    case counter
    /// A kernel map: addresses, not memory.
    case map
    /// A category of footprint.
    case category
    /// A member of the archive.
    case section
    /// A word that reports use.
    case term
  }

  /// A public report of trouble with what bears a name.
  public struct KnownProblem: Sendable, Hashable, Codable {
    /// What was seen.
    public let what: String

    /// Where it is reported.
    public let source: String
  }

  /// Decodes an entry; lists that are missing are empty.
  ///
  /// - Throws: what the decoder throws when a required value is missing.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decode(String.self, forKey: .name)
    kind = try values.decode(Kind.self, forKey: .kind)
    title = try values.decode(String.self, forKey: .title)
    meaning = try values.decode(String.self, forKey: .meaning)
    numbers = try values.decodeIfPresent([String].self, forKey: .numbers) ?? []
    aliases = try values.decodeIfPresent([String].self, forKey: .aliases) ?? []
    subsystem = try values.decodeIfPresent(String.self, forKey: .subsystem)
    allocatedBy = try values.decodeIfPresent(String.self, forKey: .allocatedBy)
    since = try values.decodeIfPresent(String.self, forKey: .since)
    until = try values.decodeIfPresent(String.self, forKey: .until)
    cautions = try values.decodeIfPresent([String].self, forKey: .cautions) ?? []
    known = try values.decodeIfPresent([KnownProblem].self, forKey: .known) ?? []
    sources = try values.decode([String].self, forKey: .sources)
  }
}

extension NameEntry {
  /// What a section's descriptor says of it.
  init(_ section: SectionDescriptor) {
    name = section.title
    kind = .section
    title = section.summary
    meaning = section.meaning
    numbers = []
    aliases = Array(section.names.dropFirst())
    subsystem = "archive"
    allocatedBy = nil
    since = nil
    until = nil
    cautions = section.cautions
    known = []
    sources = section.sources
  }
}
