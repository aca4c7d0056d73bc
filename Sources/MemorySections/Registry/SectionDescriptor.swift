/// All that is known of a kind of section before one is read.
public struct SectionDescriptor: Sendable {
  /// The kind that is described.
  public let kind: SectionKind
  /// What people call it: `vm_stat`.
  public let title: String
  /// What it tells, in a few words.
  public let summary: String
  /// What it tells, in a sentence or two.
  public let meaning: String
  /// How its figures may be misread.
  public let cautions: [String]
  /// Where the layout and the meaning of its figures are documented.
  public let sources: [String]
  /// Other words that lead to its explanation, apart from its tools and members.
  public let otherNames: [String]
  /// The Apple tools that print it, by the name of their program; none for a report or a log.
  public let tools: [String]
  /// The members that hold it.
  public let members: [MemberName]
  /// How many members of the kind are read of one archive.
  ///
  /// A member costs few bytes in an archive, and a section many in memory.
  public let mostMembers: Int
  /// Whether a balance is made from it, so that a report says why it is missing.
  public let isMain: Bool
  /// Whether it speaks of the kernel, so that `extract --kernel` takes it.
  public let speaksOfKernel: Bool
  /// Whether it is read by columns, so that redaction must not move what follows a name.
  public let keepsColumns: Bool

  init(
    kind: SectionKind, title: String, summary: String, meaning: String, cautions: [String] = [],
    sources: [String], otherNames: [String] = [], tools: [String] = [], members: [MemberName],
    mostMembers: Int = 4, isMain: Bool = false, speaksOfKernel: Bool = false,
    keepsColumns: Bool = false
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
  }
}

extension SectionDescriptor {
  /// The name of the file that `extract` writes a member to; nil when the member is not of this kind.
  public func fileName(ofMember path: String) -> String? {
    let name = MemberName.lastComponent(of: path)
    return members.first { $0.matches(name) }?.fileName
  }

  /// The name of the file that `extract` writes a text to that has no name to go by.
  public var usualFileName: String { members.first?.fileName ?? kind.rawValue }

  /// Every word that leads to the section's explanation, `title` first, none twice.
  ///
  /// A member that holds several sections is explained by the first. A `*` stands for any text.
  public var names: [String] {
    var names: [String] = []
    let members = members.map(\.pattern).filter { SectionCatalog.kind(ofMember: $0) == kind }
    for name in [title, kind.rawValue] + tools + members + otherNames
    where !names.contains(name) {
      names.append(name)
    }
    return names
  }
}
