internal import MemorySections

/// An entry for a name printed by Apple's memory tools.
///
/// In `name` and `aliases`, `#` stands for a number and `*` for any text.
public struct NameEntry: Sendable, Hashable, Codable {
  /// The name in the newest release.
  public let name: String

  /// The kind of thing.
  public let kind: Kind

  /// A description in a few words.
  public let title: String

  /// A description in a sentence or two.
  public let meaning: String

  /// The numbers that zprint prints for a tag; releases reused some.
  public let numbers: [String]

  /// The names in other releases or tools.
  public let aliases: [String]

  /// The subsystem of the kernel or the OS.
  public let subsystem: String?

  /// The code that allocates this memory, if known.
  public let allocatedBy: String?

  /// The first macOS release with the name; nil when it is old or unknown.
  public let since: String?

  /// The last macOS release with the name.
  public let until: String?

  /// How the figure may be misread.
  public let cautions: [String]

  /// Public reports of problems with it.
  public let known: [KnownProblem]

  /// The sources of this entry.
  public let sources: [String]

  /// A kind of named thing.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A kernel zone.
    case zone
    /// Zones that differ only by size or bucket.
    case zoneFamily
    /// A tag of wired memory.
    case tag
    /// A counter of the wired table or the maps table.
    case counter
    /// A kernel map: address space, not memory.
    case map
    /// A category of footprint.
    case category
    /// A member of the archive.
    case section
    /// A term used in reports.
    case term
    /// A finding, by the id of its rule.
    case finding
  }

  /// A public report of a problem.
  public struct KnownProblem: Sendable, Hashable, Codable {
    /// The observation.
    public let what: String

    /// The location of the report.
    public let source: String
  }

  /// Decodes an entry; missing lists are empty.
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
  /// An entry from a section's descriptor.
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

extension NameEntry {
  /// An entry from the rule that a finding comes from.
  init(_ rule: Rule) {
    name = rule.id
    kind = .finding
    title = rule.title
    meaning = rule.recommendation
    numbers = []
    aliases = []
    subsystem = nil
    allocatedBy = nil
    since = nil
    until = nil
    cautions = ["`sysbalance rules explain \(rule.id)` shows when it is reported"]
    known = []
    sources = rule.sources
  }
}
