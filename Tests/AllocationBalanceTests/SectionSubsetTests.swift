import AllocationBalance
import Foundation
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

/// Real archives hold any subset of the sections; the ledger must be right for each.
struct SectionSubsetTests {
  /// A machine of `TestArchives` by the layout of its zprint.
  static let machines: [(generation: String, name: String)] = [
    ("C", "osx-10.10-zwaste"), ("F", "10.13.0"), ("G", "macos-10.13.6-g"),
    ("I", "macos-26-healthy"),
  ]

  /// The kinds used by the balance.
  static let kinds: [SectionKind] = [
    .zprint, .footprint, .kextstat, .vmStat, .sysctl, .spindump, .top, .taskInfo, .jetsamPriority,
  ]

  /// A text of each kind, for machines without it.
  private static let substitutes: [SectionKind: String] = [
    .top: """
    PhysMem: 7000M used (1500M wired, 400M compressor), 1192M unused.
    PID    COMMAND      %CPU TIME     #TH   MEM
    0      kernel_task  3.1  01:12:09 180/8 1620M+
    1      launchd      0.1  00:12:09 3     24M

    """,
    .spindump: """
    Memory size:      8.00 GB
    Time Since Boot:  88927s
    Process:          kernel_task [0]
    Footprint:        200.00 MB
    Process:          launchd [1]
    Footprint:        23.00 MB

    """,
    .taskInfo: """
    process: "kernel_task" [0] [unique ID: 0]
    virtual bytes: 74.61 GB; phys_footprint bytes: 64.00 kB; phys_footprint lifetime maximum bytes: 60.86 MB
    process: "launchd" [1] [unique ID: 1]
    virtual bytes: 4.13 GB; phys_footprint bytes: 22.00 MB; phys_footprint lifetime maximum bytes: 25.00 MB

    """,
    .jetsamPriority: "name,pid,footprint\nlaunchd,1,21504\n",
    .kextstat: """
    Index Refs Address            Size       Wired      Name (Version) <Linked Against>
        2    0 0xffffff7f80768000 0x3000     0x3000     com.example.driver.Widget (1.0) <1>

    """,
    .vmStat: """
    Mach Virtual Memory Statistics: (page size of 4096 bytes)
    Pages free: 1000.
    Pages wired down: 400000.
    File-backed pages: 20000.
    Anonymous pages: 30000.
    Pages occupied by compressor: 500.

    """,
    .sysctl: "hw.memsize: 8589934592\n",
    .taskSummary: "\"/usr/bin/footprint -a\",\"exited with status 0\",1.5,180\n",
    .footprint: FootprintText(
      processes: [
        .init(name: "kernel_task", bytes: 900_000_000), .init(name: "Finder", bytes: 50_000_000),
      ],
      summary: 950_000_000
    ).text,
  ]

  @Test(
    "every subset of the sections counts every known byte once, and the rest is unexplained",
    arguments: machines.map(\.name))
  func subsets(_ name: String) throws {
    let sections = try Self.kinds.map { try section($0, of: name) }
    let zprint = Snapshot(
      archive: CapturedArchive(path: name), scan: ScanSummary(outcome: .complete),
      sections: sections
    ).zprint
    let letter = try #require(Self.machines.first { $0.name == name }).generation
    #expect(zprint?.generation.description.contains(letter) == true)
    var count = 0
    for subset in 0..<(1 << sections.count) {
      let chosen = sections.indices.filter { subset >> $0 & 1 == 1 }.map { sections[$0] }
      check(chosen, "\(name): \(chosen.map(\.kind.rawValue))")
      count += 1
    }
    print("\(name): \(count) subsets of \(sections.count) sections")
    #expect(count == 512)
  }

  /// 10.13.0: the project has no archive of it.
  private static let zprintF = ZprintText(
    zones: [("kalloc.1024", 400_000), ("vnodes", 100_000)],
    wired: [
      ("VM_KERN_MEMORY_IOKIT", 3, 300_000), ("VM_KERN_MEMORY_MLOCK", 24, 1_000),
      ("VM_KERN_MEMORY_KEXT", 6, 20_000), ("com.example.driver.Widget", 90, 5_000),
    ], isOld: true)

  private func section(_ kind: SectionKind, of name: String) throws -> Section {
    if name == "10.13.0", kind == .zprint { return read(Self.zprintF.text, as: kind) }
    let name = name == "10.13.0" ? "macos-10.13.6-g" : name
    let archive = try #require(ArchiveTexts.all.first { $0.name == name })
    let sections = try archive.report().snapshot.sections
    if let found = sections.first(where: { $0.kind == kind && $0.content != nil }) { return found }
    return read(try #require(Self.substitutes[kind]), as: kind)
  }

  private func read(_ text: String, as kind: SectionKind) -> Section {
    let reader = SectionCatalog.reader(for: kind, member: "top/\(kind.rawValue)")
    Array(text.utf8).withUnsafeBytes { reader.read($0.bytes) }
    return reader.finish(isWhole: true)
  }

  private func check(_ sections: [Section], _ what: String) {
    let snapshot = Snapshot(
      archive: CapturedArchive(path: "made"), scan: ScanSummary(outcome: .complete),
      sections: sections)
    // No rule is asked: findings take most of a report's time.
    let balance = Balance(snapshot)
    let ledger = Ledger(snapshot, balance: balance)
    let entries = ledger.entries
    let counted = entries.filter(\.isCounted)
    let sum = counted.compactMap(\.quantity?.bytes).reduce(0, +)
    // Counted plus unexplained is the installed memory; without it nothing is unexplained.
    #expect((ledger.unexplained == nil) == (balance.installed == nil), "\(what)")
    if let unexplained = ledger.unexplained, let installed = balance.installed {
      #expect(sum + unexplained.bytes == installed.bytes, "\(what)")
    }
    checkKnownBytes(snapshot, balance, counted, what)
    checkSchema(entries, balance, what)
  }

  /// Checks that every byte known to a section is counted, in any component.
  private func checkKnownBytes(
    _ snapshot: Snapshot, _ balance: Balance, _ counted: [LedgerEntry], _ what: String
  ) {
    let kernel = counted.filter { $0.side == .kernel }.compactMap(\.quantity?.bytes).reduce(0, +)
    let wired = balance.wired?.bytes ?? 0
    switch balance.kernel?.origin {
    case .wiredTable, .kernelTask: #expect(kernel == balance.kernel?.quantity.bytes, "\(what)")
    case .vmStatWired, .topWired: #expect(kernel == wired, "\(what)")
    case .zones:
      let zones = balance.kernel?.quantity.bytes ?? 0
      if let outside = snapshot.kernelOutsideZones {
        #expect(kernel == zones + outside.bytes, "\(what)")
      } else if wired > zones {
        #expect(kernel == wired, "\(what)")
      } else {
        #expect(kernel == zones + (snapshot.kextstat?.imageSize.bytes ?? 0), "\(what)")
      }
    case nil: #expect(kernel == snapshot.kextstat?.imageSize.bytes ?? 0, "\(what)")
    }
    for (component, size) in [
      (LedgerComponent.free, balance.free), (LedgerComponent.compressor, balance.compressor),
      (LedgerComponent.fileBacked, balance.fileBacked),
    ] {
      let entry = counted.first { $0.component == component }
      #expect(entry?.quantity?.bytes == size?.bytes, "\(what): \(component)")
    }
    let users = counted.filter { $0.side == .user }
    checkUser(snapshot, balance, counted, what)
    #expect(users.isEmpty == (balance.user == nil && snapshot.vmStat?.size(.anonymous) == nil))
    if snapshot.zprint != nil || snapshot.vmStat?.size(.wired) != nil {
      #expect(balance.kernel != nil, "\(what)")
    }
  }

  /// Checks that the footprints come from the best list, kernel_task left out, and none twice.
  private func checkUser(
    _ snapshot: Snapshot, _ balance: Balance, _ counted: [LedgerEntry], _ what: String
  ) {
    let lists: [(SectionKind, UserFigure.Origin, Int)] = [
      (.taskInfo, .taskInfo, 22 << 20), (.spindump, .spindump, 23 << 20), (.top, .top, 24 << 20),
      (.jetsamPriority, .jetsamPriority, 21 << 20),
    ]
    guard snapshot.section(.footprint) == nil else {
      #expect(balance.user?.origin == .processes, "\(what)")
      return
    }
    // A spindump or a top of the archive itself may list no process.
    let best = lists.first { kind, origin, _ in
      UserProcesses(snapshot, from: origin) != nil && snapshot.section(kind) != nil
    }
    #expect(balance.user?.origin == best?.1, "\(what)")
    #expect(balance.user?.quantity.bytes == best?.2, "\(what)")
    guard let best else { return }
    let stored = snapshot.vmStat?.size(.storedInCompressor)?.bytes ?? 0
    let processes = counted.first { $0.component == LedgerComponent.processes }?.quantity
    #expect(processes?.bytes == max(best.2 - stored, 0), "\(what)")
    #expect(!counted.contains { $0.component == LedgerComponent.anonymous }, "\(what)")
  }

  /// Checks the shipped schema's rules for balance and ledger.
  private func checkSchema(_ entries: [LedgerEntry], _ balance: Balance, _ what: String) {
    let components = Set(entries.map(\.component)).union(LedgerTests.sums)
      // A component with a row only if a table has it.
      .union(["VM_KERN_MEMORY_KEXT", LedgerComponent.compressor, "VM_KERN_COUNT_BOOT_STOLEN"])
    let counted = entries.filter(\.isCounted).map(\.component)
    #expect(Set(counted).count == counted.count, "\(what)")
    for entry in entries {
      #expect(!entry.component.isEmpty && entry.note != "", "\(what)")
      #expect((entry.quantity?.bytes ?? 0) >= 0, "\(what): \(entry.component)")
      #expect(entry.source == nil || entry.quantity != nil, "\(what): \(entry.component)")
      switch entry.relation {
      case .counted: break
      case .subset(let whole), .overlaps(let whole):
        #expect(components.contains(whole) && whole != entry.component, "\(what): \(whole)")
      }
    }
    if let share = balance.kernelShare { #expect((0...1).contains(share), "\(what)") }
  }
}
