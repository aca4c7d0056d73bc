import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

extension Snapshot {
  /// Whether only zones are known of the kernel; kext images are then counted.
  fileprivate var zonesAreAll: Bool {
    Balance(self).kernel?.origin == .zones && kernelOutsideZones == nil && wiredOutsideZones == nil
  }
}

/// Properties of every archive's ledger.
struct LedgerTests {
  /// The components that entries may refer to without an entry of their own.
  static let sums: Set<String> = [
    LedgerComponent.wiredRows, LedgerComponent.unexplained, LedgerComponent.processes,
  ]

  @Test(
    "the counted entries plus the unexplained rest are the installed memory",
    arguments: ArchiveTexts.all)
  func wholeMachine(_ archive: ArchiveTexts) throws {
    let (truth, report) = (try archive.truth(), try archive.report())
    #expect((report.ledger.unexplained != nil) == (truth.installedBytes != nil))
    guard let unexplained = report.ledger.unexplained else { return }
    let counted = report.ledger.entries.filter { $0.relation == .counted }
    #expect(
      counted.compactMap(\.quantity?.bytes).reduce(unexplained.bytes, +) == truth.installedBytes)
    let tolerances = counted.compactMap(\.quantity?.tolerance).reduce(0, +)
    #expect(unexplained.tolerance == tolerances)
  }

  @Test("without any process the rest is that of the model", arguments: ArchiveTexts.all)
  func modelsRest(_ archive: ArchiveTexts) throws {
    let (truth, report) = (try archive.truth(), try archive.report())
    guard truth.balance.user == nil, let installed = truth.installedBytes,
      let kernel = truth.balance.kernel?.printedBytes, let pages = truth.vmStat?.pages
    else { return }
    let names = ["anonymous", "compressor", "file_backed", "free"]
    let machine = names.compactMap { pages[$0] }.reduce(0, +) * truth.pageSize
    #expect(report.ledger.unexplained?.bytes == installed - kernel - machine)
  }

  @Test(
    "the kernel's counted entries are its figure plus top's excess, byte for byte",
    arguments: ArchiveTexts.all)
  func kernelSide(_ archive: ArchiveTexts) throws {
    let report = try archive.report()
    let counted = report.ledger.entries.filter { $0.side == .kernel && $0.relation == .counted }
    #expect(
      counted.compactMap(\.quantity?.bytes).reduce(0, +)
        == (report.balance.kernel?.quantity.bytes ?? 0)
        + (report.snapshot.kernelOutsideZones?.bytes ?? 0)
        + (report.snapshot.wiredOutsideZones?.size.bytes ?? 0)
        + (report.balance.kernel == nil || report.snapshot.zonesAreAll
          ? report.snapshot.kextstat?.imageSize.bytes ?? 0 : 0))
  }

  /// The size of kernel_task in the models' top in MiB, minus the zones' TOTAL SIZE.
  @Test(
    "up to 10.10 top shows the kernel's memory beyond the zones",
    arguments: [
      ("seed-older-mac", 1520 * 1_048_576 - 726_412_624),
      ("seed-older-mac-clean", 452 * 1_048_576 - 190_207_376),
      ("seed-fresh-mac", 416 * 1_048_576 - 205_184_320),
      ("seed-fresh-mac-clean", 318 * 1_048_576 - 150_241_824),
      // No process list, or a release with a meaningless figure in top.
      ("osx-10.8-seed", nil), ("macos-26-after-panic", nil),
    ] as [(String, Int?)])
  func outsideZones(_ name: String, _ bytes: Int?) throws {
    let archive = try #require(ArchiveTexts.all.first { $0.name == name })
    let report = try archive.report()
    #expect(report.snapshot.kernelOutsideZones?.bytes == bytes)
    let entry = report.ledger.entries.first { $0.component == LedgerComponent.outsideZones }
    #expect(entry?.quantity?.bytes == bytes)
  }

  @Test("no line of the archive is counted twice", arguments: ArchiveTexts.all)
  func unique(_ archive: ArchiveTexts) throws {
    let counted = try archive.report().ledger.entries.filter { $0.relation == .counted }
    #expect(Set(counted.map(\.component)).count == counted.count)
    let lines = counted.filter { $0.side == .kernel }.compactMap(\.source)
    #expect(Set(lines).count == lines.count)
  }

  @Test("an uncounted entry names the component that it belongs to", arguments: ArchiveTexts.all)
  func relations(_ archive: ArchiveTexts) throws {
    let entries = try archive.report().ledger.entries
    let components = Set(entries.map(\.component)).union(Self.sums)
    for entry in entries {
      switch entry.relation {
      case .counted: break
      case .subset(let whole):
        #expect(components.contains(whole), "\(entry.component)")
        #expect(whole != entry.component)
      case .overlaps(let other):
        #expect(components.contains(other), "\(entry.component)")
        #expect(other != entry.component)
      }
    }
  }

  @Test("a size is never negative", arguments: ArchiveTexts.all)
  func sizes(_ archive: ArchiveTexts) throws {
    for entry in try archive.report().ledger.entries {
      #expect((entry.quantity?.bytes ?? 0) >= 0, "\(entry.component)")
      #expect((entry.quantity?.tolerance ?? 0) >= 0, "\(entry.component)")
    }
  }

  @Test(
    "with a wired table, MLOCK and kext images are in no sum",
    arguments: ArchiveTexts.withWiredTable)
  func notCounted(_ archive: ArchiveTexts) throws {
    let (truth, entries) = (try archive.truth(), try archive.report().ledger.entries)
    let mlock = try #require(entries.first { $0.component == "VM_KERN_MEMORY_MLOCK" })
    #expect(mlock.quantity?.bytes == truth.mlock?.printedBytes)
    #expect(mlock.side == .user)
    #expect(mlock.relation == .overlaps(with: LedgerComponent.processes))
    let images = entries.filter { $0.component == LedgerComponent.kextImages }
    #expect(
      images.map(\.quantity?.bytes) == [truth.kextImageBytes?.withoutKpi].filter { $0 != nil })
    #expect(images.allSatisfy { $0.relation == .overlaps(with: "VM_KERN_MEMORY_KEXT") })
  }

  @Test(
    "every row of the wired table except breakdowns is in the ledger once",
    arguments: ArchiveTexts.withWiredTable)
  func wiredRows(_ archive: ArchiveTexts) throws {
    let truth = try archive.truth()
    let entries = try archive.report().ledger.entries
    let rows = try #require(truth.wired)
    for row in rows.filter({ $0.kind != "breakdown" && $0.kind != "kext" }) {
      let found = entries.filter { $0.component == row.name && $0.side != .machine }
      #expect(found.map(\.quantity?.bytes) == [row.printedBytes], "\(row.name)")
    }
    for row in rows.filter({ $0.kind == "breakdown" }) {
      #expect(!entries.contains { $0.component == row.name }, "\(row.name)")
    }
    let kexts = rows.filter { $0.kind == "kext" }.map(\.printedBytes)
    let heap = entries.first { $0.component == LedgerComponent.kextHeap }
    #expect(heap?.quantity?.bytes == (kexts.isEmpty ? nil : kexts.reduce(0, +)))
    let parts = entries.filter { $0.relation == .subset(of: LedgerComponent.kextHeap) }
    #expect(parts.compactMap(\.quantity?.bytes).sorted() == kexts.sorted())
    #expect(
      entries.first { $0.component == "zones" }?.quantity?.bytes == truth.zonesRow?.printedBytes)
  }

  @Test("every counted size from one line refers to it")
  func sources() throws {
    for archive in ArchiveTexts.all {
      for entry in try archive.report().ledger.entries where entry.quantity?.line != nil {
        #expect(entry.source?.line == entry.quantity?.line, "\(archive.name) \(entry.component)")
      }
    }
  }
}
