import MemorySections
import Testing

/// Members are told by their last path component.
@Suite struct SectionCatalogTests {
  @Test(
    arguments: [
      ("zprint.txt", .zprint), ("top/zprint.txt", .zprint),
      ("top/System State 2015-03-11/zprint.txt", .zprint), ("./zprint.txt", .zprint),
      ("top/footprint-all.txt", .footprint), ("top/footprint.txt", .footprint),
      ("top/kextstat.txt", .kextstat), ("top/vm_stat.txt", .vmStat), ("top/sysctl.txt", .sysctl),
      ("top/sysctl-a.txt", .sysctl), ("top/sysdiagnose.log", .collectionLog),
      ("top/taskSummary.csv", .taskSummary), ("top/sw_vers.txt", .systemVersion),
      ("top/logs/SystemVersion.plist", .systemVersion), ("top/spindump.txt", .spindump),
      ("top/spindump-nosymbols.txt", .spindump), ("top/top.txt", .top), ("top/top.log", .top),
      ("top/crashes_and_spins/Kernel_2020-01-01-120000_mac.panic", .panic),
      ("top/crashes_and_spins/panic-full-2024-01-01-120000.0002.ips", .panic),
      ("top/crashes_and_spins/JetsamEvent-2024-01-01-120000.ips", .jetsam),
    ] as [(String, SectionKind)])
  func aMemberIsTold(_ path: String, _ kind: SectionKind) {
    #expect(SectionCatalog.kind(ofMember: path) == kind)
  }

  @Test(
    arguments: [
      "", "/", "top/ps.txt", "zprint.txt/other", "top/ZPRINT.TXT", "top/zprint.txt.gz",
      "top/._zprint.txt", "top/zprint", "top/panic-base-2024.ips", "top/panic-full-2024.txt",
      "top/JetsamEvent-2024.txt", "top/MyJetsamEvent-2024.ips",
    ])
  func anythingElseIsNone(_ path: String) {
    #expect(SectionCatalog.kind(ofMember: path) == nil)
  }
}
