/// Maps members of an archive to sections.
///
/// Members are recognized by their last path component, in any folder: sysdiagnose has moved them
/// between folders over the years (<doc:ArchiveLayout>).
public enum SectionCatalog {
  /// The section that a member is, nil for a member that says nothing of memory.
  ///
  /// Where a member holds several it is the first.
  public static func kind(ofMember path: String) -> SectionKind? {
    kinds(ofMember: path).first
  }

  /// All sections that a member holds, in the order of the registry.
  ///
  /// The first is read wherever the member is there; the others may be a line of it that is not there.
  public static func kinds(ofMember path: String) -> [SectionKind] {
    let name = MemberName.lastComponent(of: path)
    return kinds[name] ?? patterns.filter { $0.name.matches(name) }.map(\.kind)
  }

  /// A kind, then every other kind that the same members hold.
  public static func kinds(readWith kind: SectionKind) -> [SectionKind] {
    [kind] + (companions[kind] ?? [])
  }

  /// The kind of a member whose name only finds it; nil when its text is of none of these kinds.
  public static func kindToldByText(_ head: TextHead) -> SectionKind? {
    SectionKind.allCases.first { $0.descriptor.isToldByText && $0.section.recognizes(head) }
  }

  /// The kind of a text, judged by its beginning; nil when it has nothing about memory.
  ///
  /// It tries each section of the registry in order.
  public static func kind(of head: TextHead) -> SectionKind? {
    SectionKind.allCases.first { $0.section.recognizes(head) }
  }

  /// A reader for a member's text.
  ///
  /// - Parameters:
  ///   - kind: the result of `kind(ofMember:)` for the member.
  ///   - path: the member's whole path, kept as the source of every number.
  ///   - rewrite: returns the bytes to parse instead of a line's; nil for the line itself.
  ///   - budget: the memory for rows, shared by all readers of an archive.
  /// - Returns: a new reader.
  public static func reader(
    for kind: SectionKind, member path: String, rewrite: LineRewrite? = nil,
    budget: MemoryBudget = MemoryBudget()
  ) -> any SectionReading {
    func reader<Parser: SectionParser>(_: Parser.Type) -> any SectionReading {
      SectionReader(Parser(), kind: kind, member: path, rewrite: rewrite, budget: budget)
    }
    return reader(kind.parser)
  }

  /// The kinds of names without a wildcard.
  private static let kinds: [String: [SectionKind]] = {
    let pairs = SectionKind.allCases.flatMap { kind in
      kind.descriptor.members.filter(\.isExact).map { ($0.pattern, [kind]) }
    }
    return Dictionary(pairs, uniquingKeysWith: +)
  }()

  /// For each kind the others that the same members hold.
  private static let companions: [SectionKind: [SectionKind]] = Dictionary(
    uniqueKeysWithValues: SectionKind.allCases.map { kind in
      let names = Set(kind.descriptor.members)
      let others = SectionKind.allCases.filter {
        $0 != kind && !names.isDisjoint(with: $0.descriptor.members)
      }
      return (kind, others)
    })

  private static let patterns: [(name: MemberName, kind: SectionKind)] =
    SectionKind.allCases.flatMap { kind in
      kind.descriptor.members.filter { !$0.isExact }.map { ($0, kind) }
    }
}
