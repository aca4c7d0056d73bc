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
  ///   - rewrite: gives the bytes that are read in the place of a line's, nil for the line itself.
  /// - Returns: a new reader.
  public static func reader(
    for kind: SectionKind, member path: String, rewrite: LineRewrite? = nil
  ) -> any SectionReading {
    func reader(_ parser: some SectionParser) -> any SectionReading {
      SectionReader(parser, kind: kind, member: path, rewrite: rewrite)
    }
    return switch kind {
    case .zprint: reader(ZprintParser())
    case .footprint: reader(FootprintParser())
    case .kextstat: reader(KextstatParser())
    case .vmStat: reader(VMStatParser())
    case .sysctl: reader(SysctlParser())
    case .collectionLog: reader(CollectionLogParser())
    case .taskSummary: reader(TaskSummaryParser())
    case .systemVersion: reader(SystemVersionParser())
    case .spindump: reader(SpindumpParser())
    case .top: reader(TopParser())
    case .panic: reader(PanicParser())
    case .jetsam: reader(JetsamParser())
    case .kernelLog: reader(KernelLogParser())
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

  /// A report or a log by the form of its name.
  ///
  /// A device's reports lie on the Mac that it was synced to as `.ips.synced` or `.ips.ca.synced`.
  private static func reportKind(ofMember name: String) -> SectionKind? {
    guard !name.hasPrefix(".") else { return nil }
    var stem = name[...]
    for mark in [".synced", ".ca"] where stem.hasSuffix(mark) { stem = stem.dropLast(mark.count) }
    if stem.hasSuffix(".panic") || (stem.hasPrefix("panic-") && stem.hasSuffix(".ips")) {
      return .panic
    }
    if stem.hasPrefix("JetsamEvent"), stem.hasSuffix(".ips") { return .jetsam }
    return isKernelLog(name) ? .kernelLog : nil
  }

  /// `system.log`, `kernel.log`, and the older ones beside them: `system.log.0`.
  private static func isKernelLog(_ name: String) -> Bool {
    for stem in ["system.log", "kernel.log"] where name.hasPrefix(stem) {
      let rest = name.dropFirst(stem.count)
      return rest.isEmpty || (rest.first == "." && Int(rest.dropFirst()) != nil)
    }
    return false
  }

  private static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
