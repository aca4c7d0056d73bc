import MemorySections
import Testing

/// vmmap's list of regions, which is added up where no table follows.
@Suite struct VmmapListTests {
  private func process(_ text: String) throws -> VmmapProcess {
    try #require((try read(text, as: .vmmap).content as? Vmmap)?.processes.first)
  }

  static let list = """
    Virtual Memory Map of process 66814 (demo app)
    Output report format:  2.4  -- 64-bit process
    VM page size:  16384 bytes

    ==== Non-writable regions for process 66814
    REGION TYPE                    START - END         [ VSIZE  RSDNT  DIRTY   SWAP] PRT/MAX SHRMOD PURGE    REGION DETAIL
    __TEXT                      104e98000-104ea0000    [   32K    32K     0K     0K] r-x/r-x SM=COW          /Users/USER/[demo]/app
    __TEXT                      105f6c000-106b5c000    [ 11.9M    48K     0K     0K] r-x/rwx SM=COW          /tmp/liblarge.dylib
    __DATA_CONST                1de418000-1de418f10    [  3856   3856     0K     0K] r--/rw- SM=COW          /usr/lib/libcorecrypto.dylib

    ==== Writable regions for process 66814
    MALLOC_TINY (freed?)        10530c000-105310000    [   16K    16K    16K     4K] rw-/rwx SM=PRV PURGE=N  DefaultMallocZone_0x10530c000
    page table in kernel           kernel-kernel       [ 1025K  1025K  1025K     0K] rw-/rw- SM=PRV          charged to process physical footprint

    ==== Legend
    SM=sharing mode:
            COW=copy_on_write PRV=private NUL=empty ALI=aliased
    PURGE=purgeable mode:
            V=volatile N=nonvolatile E=empty   otherwise is unpurgeable

    """

  @Test func `regions are added up by type`() throws {
    let section = try read(Self.list, as: .vmmap)
    #expect(section.coverage.rows == 7)
    #expect(section.coverage.unreadLineCount == 0, "\(section.coverage.unreadLines)")
    #expect(section.coverage.endReason == "it ends before the summary")
    let process = try process(Self.list)
    #expect(process.isAddedUp)
    #expect(process.pageSize == 16384)
    #expect(
      process.regions.map(\.type) == [
        "MALLOC_TINY (freed?)", "__DATA_CONST", "__TEXT", "page table in kernel",
      ])
    let text = try #require(process.regions.first { $0.type == "__TEXT" })
    // 32 K and 11.9 M; half of a K and half of a tenth of an M.
    #expect(text.virtual?.bytes == (32 << 10) + 12_478_054)
    #expect(text.virtual?.tolerance == 512 + 52_428)
    #expect(text.resident?.bytes == 80 << 10)
    #expect(text.dirty == Quantity(bytes: 0))
    #expect(text.line == 7)
    #expect(text.regionCount == nil)
    let tiny = process.regions[0]
    #expect(tiny.footprint?.bytes == 20 << 10)
    #expect(process.regions[1].resident?.bytes == 3856)
  }

  @Test func `a table counts more than the list`() throws {
    let process = try process(
      Self.list + "==== Summary for process 66814\n" + ProcessToolTexts.types)
    #expect(!process.isAddedUp)
    #expect(process.regions.count == 10)
    #expect(process.process.title == "demo app [66814]")
  }

  @Test func `with pages the numbers have no unit`() throws {
    let text = """
      Virtual Memory Map of process 1 (launchd)
      VM page size:  4096 bytes
      ==== Writable regions for process 1
      Stack                       104e98000-104ea0000    [     8      3      2      1] rw-/rwx SM=PRV
      Stack                       104ea0000-104ea8000    [     8      0      0      0] rw-/rwx SM=PRV

      """
    let stack = try #require(try process(text).regions.first)
    #expect(stack.virtual?.bytes == 16 * 4096)
    #expect(stack.footprint?.bytes == 3 * 4096)
  }

  @Test func `of Mac OS X 10_5 one size is known`() throws {
    let text = """
      Virtual Memory Map of process 27270 (git-fast-import)
      Output report format:  2.0

      ==== Non-writable regions for process 27270
      __PAGEZERO             00000000-00001000 [    4K] ---/--- SM=NUL
      /Users/USER/bin/git-fast-import
      mapped file            02008000-052fe000 [52184K] r--/rwx SM=COW
      commpage [libSystem.B.dylib]

      ==== Summary for process 27270
      ReadOnly portion of Libraries: Total=6092KB resident=2944KB(48%)
      swapped_out_or_unallocated=3148KB(52%)
      Writable regions: Total=30036KB written=504KB(2%) resident=968KB(3%)
      swapped_out=0KB(0%) unallocated=29068KB(97%)

      REGION TYPE             [ VIRTUAL]
      ===========             [ =======]
      Performance tool data   [    548K]
      VM_ALLOCATE ?           [      4K]

      """
    let section = try read(text, as: .vmmap)
    #expect(section.outcome == .parsed, "\(section.coverage)")
    let process = try process(text)
    #expect(process.regions.map(\.type) == ["Performance tool data", "VM_ALLOCATE ?"])
    #expect(process.regions.map { $0.virtual?.bytes } == [548 << 10, 4 << 10])
    #expect(process.regions.map(\.dirty) == [nil, nil])
    #expect(process.libraries?.resident?.bytes == 2944 << 10)
    #expect(process.writable?.swapped?.bytes == 0)
  }

  @Test(arguments: [
    "Stack   104e98000-104ea0000    [     8K      x ] rw-/rwx SM=PRV",
    "Stack   104e98000-104ea0000    [ 1 2 3 4 5 ] rw-/rwx SM=PRV",
    "Stack   104e98000-104ea0000    [ ] rw-/rwx SM=PRV",
    "Stack   104e98000-104ea0000    [ 99999999999999999999K ] rw-/rwx SM=PRV",
    "Stack   104e98000-104ea0000    [ 8K",
  ])
  func `a damaged region is unread`(_ line: String) throws {
    let section = try read("==== Writable regions for process 1\n" + line + "\n", as: .vmmap)
    #expect(section.coverage.rows == 0)
    #expect(section.coverage.unreadLines.map(\.line) == [2])
  }

  /// Sums at the limit of what is believed stay within an integer.
  @Test func `sums saturate`() throws {
    let region = "Stack   104e98000-104ea0000    [ 1024T 1024T 1024T 1024T] rw-/rwx SM=PRV\n"
    let text = "==== Writable regions for process 1\n" + String(repeating: region, count: 9000)
    let stack = try #require(try process(text).regions.first)
    #expect(stack.virtual?.bytes == .max)
    #expect(stack.footprint?.bytes == .max)
  }
}
