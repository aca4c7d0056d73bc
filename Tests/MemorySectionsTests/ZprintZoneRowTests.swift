import MemorySections
import Testing

/// Single rows of a zone table: names, hidden values and damage.
@Suite struct ZprintZoneRowTests {
  private static let heading = """
                                elem         cur         max        cur         max         cur  alloc  alloc         frag      free             total
    zone name                   size        size        size      #elts       #elts       inuse   size  count         size      size            allocs
    ---------------------------------------------------------------------------------------------------------------------------------------------------
    vm.objects                   256      22704K      29216K      90816      116864       87877    16K     64  C      430K      304K         16459923K

    """

  private func section(_ rows: String) throws -> Section {
    try read(Self.heading + rows + "\n", as: .zprint)
  }

  @Test func twoZonesMayPrintTheSameName() throws {
    let row =
      "a.zone.whose.name.is.too$     16         16K         16K       1024        1024         512    16K   1024 XC        8K        0B               16K"
    let zones = try #require(try section(row + "\n" + row).zprint).zones
    #expect(
      zones.map(\.name).dropFirst() == Array(repeating: "a.zone.whose.name.is.too", count: 2)[...])
    #expect(zones.map(\.nameIsTruncated) == [false, true, true])
  }

  /// Sizes are hidden, and the unsigned `frag` underflows: only counts are valid.
  @Test func aRedactedRowKeepsWhatIsTrue() throws {
    let row =
      "data.kalloc.1024            1024          0K          0K          0           0        3416     0K      0 18014398509478567K        0B                0B"
    let zprint = try #require(try section(row).zprint)
    #expect(zprint.zones.last?.summary == "data.kalloc.1024 1024 - 0K 0 3416 - - 0B 0B")
    #expect(zprint.isRedacted)
    #expect(zprint.zonesSize == nil)
    // 22704 KiB, and 3416 elements of 1 KiB.
    #expect(zprint.zonesLowerBound == Quantity(bytes: 26_746_880, tolerance: 1_023))
  }

  @Test func anEmptyZoneIsNotRedacted() throws {
    let row =
      "unused.zone                   16          0K          0K          0           0           0    16K   1024              0B        0B                0B"
    let zprint = try #require(try section(row).zprint)
    #expect(zprint.zones.last?.summary == "unused.zone 16 0K 0K 0 0 - 0B 0B 0B")
    #expect(!zprint.isRedacted)
    #expect(zprint.zonesSize == Quantity(bytes: 23_248_896, tolerance: 2_046))
  }

  /// The row with one damage each.
  @Test(
    arguments: [
      "vm.objects                   256      22704K      29216K      90816      116864",
      "vm.objects                   256      22704       29216K      90816      116864       87877    16K     64  C      430K      304K         16459923K",
      "vm.objects                   2x6      22704K      29216K      90816      116864       87877    16K     64  C      430K      304K         16459923K",
      "vm.objects                   256      22704K      29216K      90816      116864       -7877    16K     64  C      430K      304K         16459923K",
      "vm.objects                   256      22704K      29216K      90816      116864       87877    16K     64  Q      430K      304K         16459923K",
      "vm.objects                   256      22704K      29216K      90816      116864       87877    16K     64  C      430K      304K",
      "vm.objects                   256      22704K      29216K      90816      116864       87877    16K     64  C      430K      304K         16459923K  7K",
      "vm.objects                   256 1099511627777K    29216K      90816      116864       87877    16K     64  C      430K      304K         16459923K",
      "vm.objects           99999999999 9999999K      29216K      90816      116864 9223372036854775807    16K     64  C      430K      304K         16459923K",
      "vm.objects                   256      ---         29216K      90816      116864       87877    16K     64  C      430K      304K         16459923K",
    ])
  func aDamagedRowCostsOnlyItself(_ row: String) throws {
    let section = try section(row)
    #expect(section.zprint?.zones.map(\.line) == [4])
    #expect(section.coverage.rows == 1)
    #expect(section.coverage.unreadLines.map(\.line) == [5])
  }

  @Test(
    arguments: [
      ("zone name   bytes", "zone name   bytes"),
      (
        "  zone name  size size size #elts #elts inuse size number ",
        "zone name  size size size #elts #elts inuse size number"
      ),
      (
        "zone name size size size #elts #elts inuse size count tempo",
        "zone name size size size #elts #elts inuse size count tempo"
      ),
      (
        "zone name size size size #elts #elts inuse size count size",
        "zone name size size size #elts #elts inuse size count size"
      ),
    ])
  func anUnknownHeaderIsQuoted(_ header: String, _ quote: String) throws {
    let section = try read("\(header)\nzones 1 2K\n", as: .zprint)
    #expect(section.outcome == .unreadable)
    #expect(section.coverage.failure == "unknown zone header: \(quote)")
    #expect(section.coverage.unreadLines.map(\.line) == [2])
  }

  @Test func aRefusalIsUnreadable() throws {
    let section = try read(
      "zprint: mach_memory_info: (os/kern) no access (try running as root)\n", as: .zprint)
    #expect(section.outcome == .unreadable)
    #expect(section.coverage.unreadLineCount == 1)
  }
}
