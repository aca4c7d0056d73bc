/// The static description of a kind of section.
public struct SectionDescriptor: Sendable {
  /// The described kind.
  public let kind: SectionKind
  /// The common name: `vm_stat`.
  public let title: String
  /// The content in a few words.
  public let summary: String
  /// The content in a sentence or two.
  public let meaning: String
  /// How its figures may be misread.
  public let cautions: [String]
  /// Where the layout and the meaning of its figures are documented.
  public let sources: [String]
  /// Other words that find its explanation, in addition to its tools and members.
  public let otherNames: [String]
  /// The Apple tools that print it, by program name; empty for a report or a log.
  public let tools: [String]
  /// The names of members that hold it.
  public let members: [MemberName]
  /// The most members of the kind read from one archive.
  ///
  /// A member costs few bytes in an archive, but a section costs much memory.
  public let mostMembers: Int
  /// Whether the balance uses it; a report then says why it is missing.
  public let isMain: Bool
  /// Whether it is about the kernel; `extract --kernel` then takes it.
  public let speaksOfKernel: Bool
  /// Whether it is parsed by columns; redaction must then keep them aligned.
  public let keepsColumns: Bool
  /// Whether the text decides which section of this sort a member is; the name only finds it.
  public let isToldByText: Bool

  init(
    kind: SectionKind, title: String, summary: String, meaning: String, cautions: [String] = [],
    sources: [String], otherNames: [String] = [], tools: [String] = [], members: [MemberName],
    mostMembers: Int = 4, isMain: Bool = false, speaksOfKernel: Bool = false,
    keepsColumns: Bool = false, isToldByText: Bool = false
  ) {
    self.kind = kind
    self.title = title
    self.summary = summary
    self.meaning = meaning
    self.cautions = cautions
    self.sources = sources
    self.otherNames = otherNames
    self.tools = tools
    self.members = members
    self.mostMembers = mostMembers
    self.isMain = isMain
    self.speaksOfKernel = speaksOfKernel
    self.keepsColumns = keepsColumns
    self.isToldByText = isToldByText
  }
}

extension SectionDescriptor {
  /// The name of the file that `extract` writes for a member; nil when it is of another kind.
  public func fileName(ofMember path: String) -> String? {
    let name = MemberName.lastComponent(of: path)
    return members.first { $0.matches(name) }?.fileName
  }

  /// The name of the file that `extract` writes for a text with an uninformative name.
  public var usualFileName: String { members.first?.fileName ?? kind.rawValue }

  /// Every word that finds the section's explanation, `title` first, without duplicates.
  ///
  /// A member that holds several sections is explained by the first. A `*` stands for any text.
  public var names: [String] {
    var names: [String] = []
    // A name with a blank differs from another one only by it.
    let members = members.map(\.pattern).filter {
      SectionCatalog.kind(ofMember: $0) == kind && !$0.contains(" ")
    }
    for name in [title, kind.rawValue] + tools + members + otherNames
    where !names.contains(name) {
      names.append(name)
    }
    return names
  }
}
