import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

/// The source of each side; two sources are never added.
struct BalanceTests {
  /// The zprint of a case in the table.
  enum ZprintCase: String, Sendable, CaseIterable {
    case missing, wired, zonesOnly, redacted

    var text: ZprintText? {
      switch self {
      case .missing: nil
      case .wired: Samples.wired
      case .zonesOnly: ZprintText(zones: Samples.zones)
      case .redacted: ZprintText(zones: [("a", nil), ("b", nil)])
      }
    }
  }

  /// The footprint of a case in the table.
  enum FootprintCase: String, Sendable, CaseIterable {
    case missing, whole, withoutKernel

    var text: FootprintText? {
      switch self {
      case .missing: nil
      case .whole: Samples.footprint
      case .withoutKernel:
        FootprintText(processes: Array(Samples.footprint.processes.dropFirst()))
      }
    }
  }

  struct Combination: Sendable, CustomTestStringConvertible {
    let zprint: ZprintCase
    let footprint: FootprintCase
    let origin: KernelFigure.Origin?
    var bytes: Int?
    var isLowerBound: Bool?
    var testDescription: String { "zprint \(zprint), footprint \(footprint)" }
  }

  private static let kib = 1024

  /// Expected figures.
  ///
  /// The wired table minus MLOCK is 1676 K, kernel_task is 1600 K, the zones are 1000 K. 512
  /// elements of 1 K in each of two redacted zones are 1024 K.
  static let combinations = [
    Combination(
      zprint: .wired, footprint: .missing, origin: .wiredTable, bytes: 1676 * kib,
      isLowerBound: false),
    Combination(
      zprint: .wired, footprint: .whole, origin: .wiredTable, bytes: 1676 * kib,
      isLowerBound: false),
    Combination(
      zprint: .wired, footprint: .withoutKernel, origin: .wiredTable, bytes: 1676 * kib,
      isLowerBound: false),
    Combination(
      zprint: .zonesOnly, footprint: .missing, origin: .zones, bytes: 1000 * kib,
      isLowerBound: true),
    Combination(
      zprint: .zonesOnly, footprint: .whole, origin: .kernelTask, bytes: 1600 * kib,
      isLowerBound: false),
    Combination(
      zprint: .zonesOnly, footprint: .withoutKernel, origin: .zones, bytes: 1000 * kib,
      isLowerBound: true),
    Combination(
      zprint: .redacted, footprint: .missing, origin: .zones, bytes: 1024 * kib,
      isLowerBound: true),
    Combination(
      zprint: .redacted, footprint: .whole, origin: .kernelTask, bytes: 1600 * kib,
      isLowerBound: false),
    Combination(
      zprint: .redacted, footprint: .withoutKernel, origin: .zones, bytes: 1024 * kib,
      isLowerBound: true),
    Combination(
      zprint: .missing, footprint: .whole, origin: .kernelTask, bytes: 1600 * kib,
      isLowerBound: false),
    Combination(
      zprint: .missing, footprint: .withoutKernel, origin: .vmStatWired, bytes: 9999 * 4096,
      isLowerBound: false),
    Combination(
      zprint: .missing, footprint: .missing, origin: .vmStatWired, bytes: 9999 * 4096,
      isLowerBound: false),
  ]

  @Test("the table has every combination once")
  func tableIsWhole() {
    let pairs = Set(Self.combinations.map(\.testDescription))
    #expect(pairs.count == Self.combinations.count)
    #expect(pairs.count == ZprintCase.allCases.count * FootprintCase.allCases.count)
  }

  @Test("the kernel's figure comes from the best available section", arguments: combinations)
  func kernel(_ expected: Combination) {
    // vm_stat's wired pages are the last source; kextstat is not a source.
    var made = HandMade().withKexts().withPages(free: 10, wired: 9999)
    if let zprint = expected.zprint.text { made = made.with(zprint) }
    if let footprint = expected.footprint.text { made = made.with(footprint) }
    let kernel = made.report.balance.kernel
    #expect(kernel?.origin == expected.origin)
    #expect(kernel?.quantity.bytes == expected.bytes)
    #expect(kernel?.isLowerBound == expected.isLowerBound)
  }

  @Test("without MLOCK nothing is subtracted")
  func noMlock() {
    var zprint = Samples.wired
    zprint.wired?.removeAll { $0.name == "VM_KERN_MEMORY_MLOCK" }
    #expect(HandMade().with(zprint).report.balance.kernel?.quantity.bytes == 1676 << 10)
  }

  @Test("a printed total above the rows replaces the unreadable ones")
  func unreadRows() {
    var zprint = Samples.wired
    // The rows and the zones are 1740 K = 1.70 MiB; the total says 3.00.
    zprint.oddWiredLines = ["something that is no row"]
    zprint.total = ("3.00", "4.00")
    let kernel = HandMade().with(zprint).report.balance.kernel
    #expect(kernel?.quantity.bytes == (3 << 20) - (64 << 10))
  }

  @Test(
    "a printed total that matches the rows within rounding changes nothing",
    arguments: [
      "1.70", "1.60", "0.00",
    ])
  func printedTotal(_ total: String) {
    var zprint = Samples.wired
    zprint.total = (total, "4.00")
    #expect(HandMade().with(zprint).report.balance.kernel?.quantity.bytes == 1676 << 10)
  }

  @Test("the texts give the model's kernel and user", arguments: ArchiveTexts.all)
  func archives(_ archive: ArchiveTexts) throws {
    let (truth, balance) = (try archive.truth().balance, try archive.report().balance)
    #expect(balance.kernel?.quantity.bytes == truth.kernel?.printedBytes)
    #expect(balance.kernel?.origin.rawValue == truth.kernel?.source)
    #expect(balance.kernel?.isLowerBound == truth.kernel?.isLowerBound)
    #expect(balance.user?.quantity.bytes == truth.user?.printedBytes)
    #expect(balance.user?.quantity.tolerance == truth.user?.toleranceBytes)
    #expect(balance.user?.origin.rawValue == truth.user?.source)
  }

  @Test("the machine's pages are vm_stat's, in its page size", arguments: ArchiveTexts.all)
  func machine(_ archive: ArchiveTexts) throws {
    let (truth, report) = (try archive.truth(), try archive.report())
    let balance = report.balance
    let pages = truth.vmStat?.pages
    func bytes(_ name: String) -> Int? { pages?[name].map { $0 * truth.pageSize } }
    #expect(balance.installed?.bytes == truth.installedBytes)
    guard pages != nil else {
      // Without vm_stat, the figures come from top's line PhysMem.
      let sizes = report.snapshot.top?.sizes ?? [:]
      #expect(balance.wired == sizes["wired"])
      #expect(balance.free == sizes["unused"] ?? sizes["free"])
      #expect(balance.compressor == sizes["compressor"])
      #expect(balance.fileBacked == nil)
      return
    }
    #expect(balance.free?.bytes == bytes("free"))
    #expect(balance.wired?.bytes == bytes("wired"))
    #expect(balance.fileBacked?.bytes == bytes("file_backed"))
    #expect(balance.compressor?.bytes == bytes("compressor"))
  }
}
