/// Which member of an archive is which section.
///
/// Members are told by their last path component, wherever they stand: sysdiagnose has moved them
/// between folders over the years (`formats.md` §5).
public enum SectionCatalog {
  /// The section that a member is, nil for a member that says nothing of memory.
  public static func kind(ofMember path: String) -> SectionKind? {
    let name = lastComponent(of: path)
    return kinds[name] ?? reportKind(ofMember: name)
  }

  /// A reader for a member's text.
  ///
  /// - Parameters:
  ///   - kind: what `kind(ofMember:)` said of the member.
  ///   - path: the member's whole path, kept as the source of every number.
  /// - Returns: a new reader.
  public static func reader(for kind: SectionKind, member path: String) -> any SectionReading {
    switch kind {
    case .zprint: SectionReader(ZprintParser(), kind: kind, member: path)
    case .footprint: SectionReader(FootprintParser(), kind: kind, member: path)
    case .kextstat: SectionReader(KextstatParser(), kind: kind, member: path)
    case .vmStat: SectionReader(VMStatParser(), kind: kind, member: path)
    case .sysctl: SectionReader(SysctlParser(), kind: kind, member: path)
    case .collectionLog: SectionReader(CollectionLogParser(), kind: kind, member: path)
    case .taskSummary: SectionReader(TaskSummaryParser(), kind: kind, member: path)
    case .systemVersion: SectionReader(SystemVersionParser(), kind: kind, member: path)
    case .spindump: SectionReader(SpindumpParser(), kind: kind, member: path)
    case .top: SectionReader(TopParser(), kind: kind, member: path)
    case .panic: SectionReader(PanicParser(), kind: kind, member: path)
    case .jetsam: SectionReader(JetsamParser(), kind: kind, member: path)
    }
  }

  private static let kinds: [String: SectionKind] = [
    "zprint.txt": .zprint,
    "footprint-all.txt": .footprint,
    "footprint.txt": .footprint,
    "kextstat.txt": .kextstat,
    "vm_stat.txt": .vmStat,
    "sysctl.txt": .sysctl,
    "sysctl-a.txt": .sysctl,
    "sysdiagnose.log": .collectionLog,
    "taskSummary.csv": .taskSummary,
    "sw_vers.txt": .systemVersion,
    "SystemVersion.plist": .systemVersion,
    "spindump.txt": .spindump,
    "spindump-nosymbols.txt": .spindump,
    "top.txt": .top,
    "top.log": .top,
  ]

  private static func reportKind(ofMember name: String) -> SectionKind? {
    if name.hasSuffix(".panic") || (name.hasPrefix("panic-full-") && name.hasSuffix(".ips")) {
      return .panic
    }
    return name.hasPrefix("JetsamEvent-") && name.hasSuffix(".ips") ? .jetsam : nil
  }

  private static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
