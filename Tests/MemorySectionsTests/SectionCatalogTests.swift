import MemorySections
import Testing

/// Members are recognized by their last path component.
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
      ("top/panic-base+socd-2024-01-01-120000.0002.ips", .panic),
      ("top/panic-full-2024-01-01-120000.0002.ips.synced", .panic),
      ("top/panic-full-2024-01-01-120000.0002.ips.ca.synced", .panic),
      ("top/Kernel_2013-10-25-170225_mac.panic.synced", .panic),
      ("top/JetsamEvent-2024-01-01-120000.ips.synced", .jetsam),
      ("top/JetsamEvent-2024-01-01-120000.ips.ca.synced", .jetsam),
      ("top/system.log", .kernelLog), ("top/logs/system.log.0", .kernelLog),
      ("top/kernel.log", .kernelLog),
      ("top/taskinfo.txt", .taskInfo), ("top/jetsam_priority.csv", .jetsamPriority),
      ("top/ps.txt", .ps), ("top/ps_thread.txt", .ps),
      ("top/crashes_and_spins/shutdown_stall_2026-01-01.shutdownStall", .spindump),
    ] as [(String, SectionKind)])
  func aMemberIsTold(_ path: String, _ kind: SectionKind) {
    #expect(SectionCatalog.kind(ofMember: path) == kind)
  }

  @Test(
    arguments: [
      "", "/", "top/ps.txt.gz", "top/mount.txt", "zprint.txt/other", "top/ZPRINT.TXT",
      "top/zprint.txt.gz",
      "top/._zprint.txt", "top/zprint", "top/panic-full-2024.txt", "top/panic.ips",
      "top/._panic-full-2024.ips",
      "top/system.log.gz", "top/system.log.0.gz", "top/mysystem.log", "top/panic-full-2024.synced",
      "top/JetsamEvent-2024.txt", "top/MyJetsamEvent-2024.ips",
    ])
  func anythingElseIsNone(_ path: String) {
    #expect(SectionCatalog.kind(ofMember: path) == nil)
  }
}
