/// The one list of sections.
///
/// All code that iterates over sections uses this list: members are matched in its order, and
/// reports list sections in it. A new section needs its folder and a line here.
extension SectionKind: CaseIterable {
  /// All kinds, in report order.
  public static let allCases: [SectionKind] = [
    .zprint,
    .footprint,
    .kextstat,
    .vmStat,
    .sysctl,
    .swap,
    .collectionLog,
    .taskSummary,
    .systemVersion,
    .taskInfo,
    .spindump,
    .top,
    .jetsamPriority,
    .ps,
    .vmmap,
    .heap,
    .leaks,
    .panic,
    .jetsam,
    .kernelLog,
  ]
}
