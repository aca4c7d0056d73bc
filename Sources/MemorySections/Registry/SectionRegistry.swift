/// The one list of sections.
///
/// Everything that goes through the sections goes through this list: members are matched in its
/// order, reports name sections in it. A new section is its folder and a line here.
extension SectionKind: CaseIterable {
  /// All kinds, in the order in which reports name them.
  public static let allCases: [SectionKind] = [
    .zprint,
    .footprint,
    .kextstat,
    .vmStat,
    .sysctl,
    .collectionLog,
    .taskSummary,
    .systemVersion,
    .spindump,
    .top,
    .panic,
    .jetsam,
    .kernelLog,
  ]
}
